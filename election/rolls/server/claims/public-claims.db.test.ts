import type { Outcome } from '@intikhab/kernel/refusal'
import { disagreements } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { ClaimEvent } from '../../core/claims/claim.ts'
import type { Docket } from '../../core/claims/docket.ts'
import type { TypedForm } from '../../core/claims/web-form.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { auditedClaims } from './audited-claims.ts'
import { officer, openClaimsOffice, type ClaimsOffice } from './claims.testkit.ts'
import { createPublicClaims, type PublicClaims } from './public-claims.ts'

let office: ClaimsOffice
let everybody: PublicClaims
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
})
afterAll(() => office.drop())
beforeEach(() => {
  const { parts, claims } = office
  everybody = createPublicClaims({ ...parts, claims, site: () => 'https://x' })
})

const man = (n: number) => voter(n - 1, '901010101', 'male', n).cnic
const objection = (cnic: string, serial: number | string, block = '901010101'): TypedForm => ({
  name: 'Kashif',
  cnic,
  block,
  list: 'male',
  serial: String(serial),
  ground: 'dead',
})
const lodge = (typed: TypedForm, ip = '10.0.0.1') => everybody.lodge({ purpose: 'objection', typed, papers: [], ip })
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind.code)

test('a caller who walks through lines and CNICs learns nothing: every answer is the same but for its docket', async () => {
  const answers = await Promise.all([
    lodge(objection(man(1), 2)),
    lodge(objection(man(3), 9999)),
    lodge(objection('9912399999991', 2)),
  ])
  const shown = answers.map((answer) => {
    if (!answer.ok) return answer.fault
    const { docket: _docket, ...claim } = answer.value.claim
    return claim
  })
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
})

test('who keeps lodging from one connection waits, and so does one CNIC', async () => {
  const many = await Promise.all(Array.from({ length: 30 }, (_, n) => lodge(objection(`99555000000${n + 10}`, 1))))
  const waits = many.filter((one) => !one.ok && one.fault.kind === 'refused')
  expect(waits).toHaveLength(10)
  expect(waits[0]).toMatchObject({ fault: { refusal: { kind: { code: 'rolls.too-many-claims', status: 429 } } } })
  const again = await Promise.all(Array.from({ length: 5 }, (_, n) => lodge(objection(man(9), 1), `10.0.1.${n}`)))
  expect(
    again.map((one) => (one.ok ? 'done' : one.fault.kind === 'refused' ? one.fault.refusal.kind.code : '')),
  ).toEqual(expect.arrayContaining(['done', 'rolls.claim-pending', 'rolls.too-many-claims']))
})

test('a form with faults names its fields, and nothing is kept', async () => {
  const answer = await lodge({ ...objection('12345', 'x', '12'), ground: '' })
  expect(answer).toMatchObject({ ok: false, fault: { kind: 'fields' } })
  const fields = !answer.ok && answer.fault.kind === 'fields' ? answer.fault.fields : []
  expect([...fields].sort()).toEqual(['block', 'cnic', 'ground', 'serial'])
  expect(await lodge(objection(man(11), 1, '909090909'))).toMatchObject({ fault: { fields: ['block'] } })
})

test('a correction to Latin letters, or to a birth to come, is a fault of its field', async () => {
  const correct = (typed: TypedForm) =>
    everybody.lodge({
      purpose: 'correction',
      typed: { name: 'Kashif', cnic: man(15), district: 'attock', ...typed },
      papers: [],
      ip: '10.0.3.1',
    })
  // Often enough to be sent away, if faults were counted.
  for (let n = 0; n < 4; n++)
    expect(await correct({ nameUr: 'Kashif' })).toMatchObject({ fault: { kind: 'fields', fields: ['nameUr'] } })
  expect(await correct({ relationNameUr: 'Bashir' })).toMatchObject({ fault: { fields: ['relationNameUr'] } })
  expect(await correct({ dateOfBirth: '2031-01-01' })).toMatchObject({ fault: { fields: ['dateOfBirth'] } })
  expect(await correct({ nameUr: 'كاشف' })).toMatchObject({ ok: true })
})

test('whoever lodged a claim withdraws it with docket and PIN, once, and is told the reason of its end', async () => {
  const lodged = await lodge(objection(man(17), 18), '10.0.4.1')
  const { claim, pin } = lodged.ok ? lodged.value : { claim: { docket: '' }, pin: '' }
  const mine = { docket: claim.docket, pin, ip: '10.0.4.1' }
  expect(code(await everybody.withdraw({ ...mine, pin: '22222222', reason: '' }))).toBe('rolls.unknown-claim')
  expect(await everybody.follow(mine)).toMatchObject({ value: { isOpen: true, endReason: null } })
  expect(await everybody.withdraw({ ...mine, reason: ' We spoke to each other ' })).toMatchObject({
    value: { state: 'withdrawn', endReason: 'We spoke to each other', isOpen: false },
  })
  expect(await everybody.follow(mine)).toMatchObject({ value: { endReason: 'We spoke to each other' } })
  expect(code(await everybody.withdraw({ ...mine, reason: '' }))).toBe('rolls.claim-closed')
  const entered = office.acts.at(-1)
  expect(entered).toMatchObject({ act: 'claim-withdrawn', actor: { id: 'public' }, detail: { source: 'web' } })
  expect(JSON.stringify(entered)).not.toContain('spoke')
  expect(await disagreements(auditedClaims(office.database), office.acts)).toEqual([])
  // Nothing is in the way of another one, and it may end without a word.
  const again = await lodge(objection(man(17), 18), '10.0.4.2')
  const next = again.ok ? { docket: again.value.claim.docket, pin: again.value.pin } : { docket: '', pin: '' }
  expect(await everybody.withdraw({ ...next, ip: '10.0.4.1', reason: '' })).toMatchObject({
    value: { state: 'withdrawn', endReason: null },
  })
})

test('of a claim that lapsed its claimant reads why', async () => {
  const lodged = await lodge(objection(man(19), 20), '10.0.5.1')
  const { claim, pin } = lodged.ok ? lodged.value : { claim: { docket: '' as Docket }, pin: '' }
  const place = { docket: claim.docket, district: 'attock' }
  const step = (event: ClaimEvent) => office.claims.step(place, event, officer)
  const hearing = { at: office.clock.now().toISOString(), room: 'Room 1' }
  const away = { claimant: false, concerned: true }
  expect(await step({ kind: 'hearing-set', hearing, waived: true })).toMatchObject({ ok: true })
  expect(await step({ kind: 'heard', present: away, record: 'Nobody came' })).toMatchObject({ ok: true })
  expect(await step({ kind: 'lapsed', reason: 'Stayed away twice' })).toMatchObject({ ok: true })
  expect(await everybody.follow({ docket: claim.docket, pin, ip: '10.0.5.1' })).toMatchObject({
    value: { state: 'lapsed', endReason: 'Stayed away twice', isOpen: false },
  })
})

test('a PIN is guessed ten times in an hour, and a docket without its PIN says nothing', async () => {
  const lodged = await lodge(objection(man(13), 14))
  const { claim, pin } = lodged.ok ? lodged.value : { claim: { docket: '' }, pin: '' }
  const { docket } = claim
  const follow = (key: string, ip = '10.0.0.9') => everybody.follow({ docket, pin: key, ip })
  expect(await follow(pin)).toMatchObject({ value: { docket, state: 'lodged', purpose: 'objection' } })
  expect(code(await everybody.follow({ docket: 'ATT-2024-999999', pin, ip: '10.0.0.9' }))).toBe('rolls.unknown-claim')
  const guesses = []
  for (let n = 0; n < 12; n++) guesses.push(code(await follow('22222222', `10.0.2.${n}`)))
  expect(guesses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 'rolls.unknown-claim'))
  expect(guesses.slice(9)).toEqual(Array.from({ length: 3 }, () => 'rolls.too-many-claims'))
  const paper = await everybody.paper({ docket, pin, ip: '10.0.0.9', kind: 'order', language: 'en' })
  expect(code(paper)).toBe('rolls.too-many-claims')
})
