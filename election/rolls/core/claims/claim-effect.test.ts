import { getRulePack, parseRulePackId } from '@intikhab/law'
import type { BlockCode } from '@intikhab/delimitation'
import { expect, test } from 'vitest'
import type { Cnic } from '../identifiers.ts'
import { changeVoter } from '../register/change.ts'
import { addressIn, kashif } from '../register/made-up-voter.testkit.ts'
import type { Voter } from '../register/voter.ts'
import type { ClaimContent, CorrectedFields, RegistrationContent } from './claim-content.ts'
import { effectOf } from './claim-effect.ts'
import { docketPrefix, makeDocket, parseDocket, parsePin } from './docket.ts'
import { formOf, orderSection } from './forms.ts'

const pack = getRulePack(parseRulePackId('elections-act-2017@2023-08') ?? expect.fail('no such pack'))
const [here, there] = ['901010101', '902010101'] as BlockCode[]
const cnic = '9900100000011' as Cnic
const { cnic: _cnic, addresses: _addresses, ...person } = kashif
const registration: RegistrationContent = {
  purpose: 'registration',
  person,
  chosen: 'temporary',
  permanent: addressIn('901010101'),
  other: addressIn('902010101'),
}
const claimant = { cnic, name: 'Kashif', phone: '', representative: null }
const effect = (content: ClaimContent, concerned: Voter | undefined, by: Voter | undefined = concerned) =>
  effectOf({ content, claimant, concerned: cnic }, { claimant: by, concerned }, null)

test('a registration of somebody enrolled elsewhere is a transfer; of anybody else an enrolment', () => {
  expect(effect(registration, kashif)).toMatchObject({
    value: { kind: 'transferred', chosen: 'temporary', addresses: { temporary: { block: there } } },
  })
  expect(effect(registration, undefined)).toMatchObject({ value: { kind: 'enrolled', chosen: 'temporary' } })
  const removed = { ...kashif, status: 'removed' as const, entry: null }
  expect(effect(registration, removed)).toMatchObject({
    value: { kind: 'enrolled', identity: { nameUr: 'کاشف محمود' } },
  })
})

test('what a registration leads to, the register takes', () => {
  for (const known of [kashif, undefined]) {
    const done = effect(registration, known)
    expect(done.ok && changeVoter(known, done.value)).toMatchObject({ value: { entry: { block: there } } })
  }
})

test('there is no third address: a chosen one that the form does not give is refused', () => {
  expect(effect({ ...registration, other: null }, kashif)).toMatchObject({
    refusal: { kind: { code: 'rolls.no-such-address', section: 'Elections Act 2017, s.27' } },
  })
})

test('a registration without block, or without a name in Urdu, waits until it is completed', () => {
  const code = { refusal: { kind: { code: 'rolls.incomplete-claim' } } }
  expect(effect({ ...registration, other: { textUr: 'x', block: null } }, kashif)).toMatchObject(code)
  expect(effect({ ...registration, person: { ...registration.person, nameUr: '' } }, undefined)).toMatchObject(code)
})

test('a name or an address that is not in Urdu is refused by its field, since the roll is printed in Urdu', () => {
  const field = (content: ClaimContent, isKnown = true) => {
    const done = effect(content, isKnown ? kashif : undefined, kashif)
    return done.ok ? 'done' : [done.refusal.kind.code, done.refusal.field]
  }
  const incomplete = (name: string) => ['rolls.incomplete-claim', name]
  const correction = (corrections: CorrectedFields): ClaimContent => ({
    purpose: 'correction',
    corrections,
    statement: '',
  })
  expect(field(correction({ nameUr: 'Kashif' }))).toEqual(incomplete('/nameUr'))
  expect(field(correction({ nameUr: 'کاشف', relationNameUr: 'Bashir' }))).toEqual(incomplete('/relationNameUr'))
  expect(field(correction({ nameUr: 'کاشف', nameEn: 'Kashif' }))).toBe('done')
  const latin = { textUr: 'House 7', block: there as BlockCode }
  expect(field({ ...registration, other: latin })).toEqual(incomplete('/other'))
  expect(field({ ...registration, chosen: 'permanent', permanent: latin, other: null })).toEqual(
    incomplete('/permanent'),
  )
  expect(field({ ...registration, permanent: latin }, false)).toEqual(incomplete('/permanent'))
  // What is not granted hinders nobody.
  const claim = { content: correction({ nameUr: 'Kashif', gender: 'male' }), claimant, concerned: cnic }
  expect(effectOf(claim, { claimant: kashif, concerned: kashif }, ['gender'])).toMatchObject({ ok: true })
})

test('only a voter of the same electoral area may object; the office after a visit needs none', () => {
  const objection = {
    purpose: 'objection',
    ground: 'dead',
    block: here as BlockCode,
    gender: 'male',
    serial: 7,
    name: '',
    statement: '',
  } as const
  const stranger = { ...kashif, entry: { block: there as BlockCode, serial: 1, household: 1 } }
  expect(effect(objection, kashif, stranger)).toMatchObject({ refusal: { kind: { code: 'rolls.not-of-the-area' } } })
  expect(effect(objection, kashif, { ...kashif })).toMatchObject({ value: { kind: 'deleted' } })
  const office = effectOf(
    { content: objection, claimant: null, concerned: cnic },
    { claimant: undefined, concerned: kashif },
    null,
  )
  expect(office).toMatchObject({ value: { kind: 'deleted' } })
})

test('of a correction only what is granted is carried out', () => {
  const content = { purpose: 'correction', corrections: { nameUr: 'کاشف', nameEn: 'Kashif' }, statement: '' } as const
  const done = effectOf({ content, claimant, concerned: cnic }, { claimant: kashif, concerned: kashif }, ['nameEn'])
  expect(done).toEqual({ ok: true, value: { kind: 'corrected', correction: { nameEn: 'Kashif' } } })
})

test('the forms of the two periods, and the sections of their orders', () => {
  expect((['registration', 'objection', 'correction'] as const).map((one) => formOf(pack, 'all-year', one))).toEqual([
    '21',
    '22',
    '23',
  ])
  expect((['registration', 'objection', 'correction'] as const).map((one) => formOf(pack, 'display', one))).toEqual([
    '15',
    '16',
    '17',
  ])
  expect([orderSection(pack, 'all-year'), orderSection(pack, 'display')]).toEqual(['s.37', 's.31'])
})

test('dockets and PINs are read as people type them', () => {
  const docket = makeDocket(docketPrefix('islamabad'), 2026, 123)
  expect(docket).toBe('ISL-2026-000123')
  expect(parseDocket(' isl-2026-000123 ')).toBe(docket)
  expect(parseDocket('ISL-26-123')).toBeUndefined()
  expect(parsePin('2abc-9xyz')).toBe('2ABC9XYZ')
  expect(parsePin('0ABC9XYZ')).toBeUndefined()
})
