import { findRulePack } from '@intikhab/law'
import fc from 'fast-check'
import type { BlockCode } from '@intikhab/delimitation'
import { expect, test } from 'vitest'
import type { Cnic } from '../identifiers.ts'
import {
  after,
  claimOf,
  isOpen,
  noticeWays,
  type Claim,
  type ClaimEvent,
  type ClaimEventKind,
  type LodgedClaim,
} from './claim.ts'
import type { ClaimContent } from './claim-content.ts'
import type { Docket } from './docket.ts'
import { mayHappen } from './may-happen.ts'

const law = findRulePack('elections-act-2017@2023-08')?.values ?? expect.fail('there is no rule pack')
const block = '901010101' as BlockCode

const contents: Readonly<Record<string, ClaimContent>> = {
  registration: {
    purpose: 'registration',
    person: {
      nameUr: 'ثمینہ بی بی',
      nameEn: '',
      relation: 'daughter',
      relationNameUr: 'بشیر احمد',
      gender: 'female',
      dateOfBirth: '1990-01-01',
      disabled: false,
    },
    chosen: 'permanent',
    permanent: { textUr: 'مکان 1', block },
    other: null,
  },
  objection: {
    purpose: 'objection',
    ground: 'dead',
    block,
    gender: 'male',
    serial: 7,
    name: 'کاشف محمود',
    statement: '',
  },
  clerical: { purpose: 'correction', corrections: { nameUr: 'کاشف', nameEn: 'Kashif' }, statement: '' },
  ofAge: { purpose: 'correction', corrections: { dateOfBirth: '1990-01-01' }, statement: '' },
}

const lodged = (content: ClaimContent): LodgedClaim => ({
  docket: 'ATT-2024-000001' as Docket,
  district: 'attock',
  period: 'all-year',
  form: '21',
  source: 'counter',
  lodgedAt: new Date('2024-03-01T05:00:00Z'),
  claimant: { cnic: '9900100000011' as Cnic, name: 'Kashif', phone: '', representative: null },
  concerned: '9900100000011' as Cnic,
  content,
  dueOn: '2024-03-16',
})

const day = fc.integer({ min: 0, max: 40 })
const instant = (n: number) => new Date(Date.UTC(2024, 2, 1 + n, 6)).toISOString()
const presence = fc.record({ claimant: fc.boolean(), concerned: fc.boolean() })
const hearing = day.map((n) => ({ at: instant(n), room: 'Room 1' }))
const event: fc.Arbitrary<ClaimEvent> = fc.oneof(
  fc.record({ kind: fc.constant('hearing-set' as const), hearing, waived: fc.boolean() }),
  fc.record({
    kind: fc.constant('notice-served' as const),
    way: fc.constantFrom(...noticeWays),
    on: day.map((n) => instant(n).slice(0, 10)),
  }),
  fc.record({ kind: fc.constant('adjourned' as const), present: presence, reason: fc.constant('absent'), hearing }),
  fc.record({ kind: fc.constant('heard' as const), present: presence, record: fc.constant('heard') }),
  fc.record({
    kind: fc.constant('decided' as const),
    outcome: fc.constantFrom('allowed', 'partly', 'rejected'),
    reasons: fc.constant('reasons'),
    order: fc.constant('ATT-2024-O-000001'),
    granted: fc.constantFrom(null, ['nameUr' as const], ['gender' as const]),
    under: fc.constant(null),
    actionId: fc.constant(null),
  }),
  fc.record({ kind: fc.constantFrom('withdrawn' as const, 'lapsed' as const), reason: fc.constant('reason') }),
  fc.constant({ kind: 'appeal-noted' as const, court: 'Court', reference: '1' }),
  fc.constant({ kind: 'completed' as const, completion: { nameEn: 'Samina' } }),
)

/** What happened to a claim, as far as it was let. */
function live(content: ClaimContent, steps: readonly (readonly [number, ClaimEvent])[]) {
  let claim: Claim = claimOf(lodged(content), [])
  const happened: { readonly event: ClaimEvent; readonly before: Claim; readonly day: number }[] = []
  let today = 0
  for (const [days, one] of steps) {
    today += days
    if (!mayHappen(claim, one, new Date(instant(today)), law).ok) continue
    happened.push({ event: one, before: claim, day: today })
    claim = after(claim, one)
  }
  return { claim, happened }
}
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), event), { maxLength: 25 })
const anyContent = fc.constantFrom(...Object.values(contents))

test('whatever is tried in whatever order: nobody is deleted unheard, and no claim is turned down unheard', () => {
  fc.assert(
    fc.property(anyContent, steps, (content, tried) => {
      const wantsHearing = content.purpose === 'objection' || content === contents['ofAge']
      const unheard = live(content, tried).happened.filter(
        ({ event: one, before }) =>
          one.kind === 'decided' && before.state !== 'heard' && (wantsHearing || one.outcome !== 'allowed'),
      )
      expect(unheard).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a hearing is held on its day or later, and without the person concerned only if notice of this very day was served', () => {
  fc.assert(
    fc.property(steps, (tried) => {
      const { happened } = live(contents['objection'] as ClaimContent, tried)
      for (const [at, { event: one, before, day: today }] of happened.entries()) {
        if (one.kind !== 'heard') continue
        expect(instant(today) >= (before.hearing?.at ?? '')).toBe(true)
        if (one.present.concerned) continue
        const kinds = happened.slice(0, at).map((each) => each.event)
        const setAt = kinds.findLastIndex(({ kind }) => kind === 'hearing-set' || kind === 'adjourned')
        const set = kinds[setAt]
        const isKnown =
          (set?.kind === 'hearing-set' && set.waived) || (set?.kind === 'adjourned' && set.present.concerned)
        expect(isKnown || kinds.slice(setAt).some(({ kind }) => kind === 'notice-served')).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a claim that has ended takes nothing more but one appeal against its order', () => {
  const ending: ReadonlySet<ClaimEventKind> = new Set(['decided', 'withdrawn', 'lapsed'])
  fc.assert(
    fc.property(anyContent, steps, (content, tried) => {
      const { claim, happened } = live(content, tried)
      const end = happened.findIndex(({ event: one }) => ending.has(one.kind))
      expect(isOpen(claim)).toBe(end === -1)
      if (end === -1) return
      const later = happened.slice(end + 1).map(({ event: one }) => one.kind)
      expect([[], claim.state === 'decided' ? ['appeal-noted'] : []]).toContainEqual(later)
    }),
    { numRuns: 2000 },
  )
})

test('what happened, told again, gives the same claim', () => {
  fc.assert(
    fc.property(anyContent, steps, (content, tried) => {
      const { claim, happened } = live(content, tried)
      const past = happened.map(({ event: one, day: today }) => ({ event: one, at: new Date(instant(today)), by: 'x' }))
      expect(claimOf(lodged(content), past)).toEqual(claim)
    }),
  )
})

test('an objection gives the person concerned a week; who has come and waives it is heard today', () => {
  const claim = claimOf(lodged(contents['objection'] as ClaimContent), [])
  const set = (n: number, waived: boolean) =>
    mayHappen(claim, { kind: 'hearing-set', hearing: { at: instant(n), room: '1' }, waived }, new Date(instant(0)), law)
  expect(set(6, false)).toMatchObject({ refusal: { kind: { code: 'rolls.notice-too-short' }, detail: { days: 7 } } })
  expect(set(7, false)).toMatchObject({ ok: true })
  expect(set(0, true)).toMatchObject({ ok: true })
})

test('a slip of the pen is set right on the papers; an age is not', () => {
  const allow = (content: ClaimContent) =>
    mayHappen(
      claimOf(lodged(content), []),
      { kind: 'decided', outcome: 'allowed', reasons: '', order: '', granted: null, under: null, actionId: null },
      new Date(instant(0)),
      law,
    ).ok
  expect([contents['clerical'], contents['ofAge']].map((content) => allow(content as ClaimContent))).toEqual([
    true,
    false,
  ])
})
