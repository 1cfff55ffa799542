import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../identifiers.ts'
import { changeKinds, changeVoter, type ChangeKind, type PlannedVoter, type VoterChange } from './change.ts'
import { addressKinds, isEnrolled, voterStatuses, type Identity, type Voter } from './voter.ts'

const block = fc.constantFrom('901010101', '901010102', '902010101').map((code) => code as BlockCode)
const address = fc.record({ textUr: fc.constant('مکان 1'), block })
const identity: fc.Arbitrary<Identity> = fc.record({
  cnic: fc.constant('9900100000011' as Cnic),
  card: fc.constantFrom('cnic', 'nicop', 'poc'),
  nameUr: fc.constantFrom('کاشف محمود', 'ثمینہ بی بی'),
  nameEn: fc.constant(''),
  relation: fc.constantFrom('son', 'daughter', 'wife'),
  relationNameUr: fc.constant('بشیر احمد'),
  gender: fc.constantFrom('male', 'female', 'other'),
  dateOfBirth: fc.constant('1980-06-15'),
  disabled: fc.boolean(),
  list: fc.constant('general'),
  addresses: fc.record({ permanent: address, temporary: fc.option(address), posting: fc.option(address) }),
  photo: fc.constant(null),
})
const household = fc.constant('new' as const)
const change: fc.Arbitrary<VoterChange> = fc.constantFrom(...changeKinds).chain((kind): fc.Arbitrary<VoterChange> => {
  const chosen = fc.constantFrom(...addressKinds)
  if (kind === 'enrolled') return fc.record({ kind: fc.constant(kind), identity, chosen, household })
  if (kind === 'to-verify') return fc.record({ kind: fc.constant(kind), identity, chosen })
  if (kind === 'transferred') return fc.record({ kind: fc.constant(kind), chosen, household })
  if (kind === 'corrected')
    return identity.map(({ cnic: _cnic, ...correction }) => ({ kind: 'corrected' as const, correction }))
  if (kind === 'restored') return block.map((code) => ({ kind, former: { block: code, serial: 7, household: 1 } }))
  return fc.constant({ kind })
})

/** Gives out the numbers that a plan leaves open, as the register does. */
function placed(planned: PlannedVoter, given: Map<string, number>): Voter {
  if (planned.entry === null) return { ...planned, entry: null }
  const { block: code, serial, household: house } = planned.entry
  const list = `${code}/${planned.gender}`
  const next = (given.get(list) ?? 10) + 1
  if (serial === 'next') given.set(list, next)
  return {
    ...planned,
    entry: { block: code, serial: serial === 'next' ? next : serial, household: house === 'new' ? 1 : house },
  }
}

test('whatever happens in whatever order: an entry lies at the chosen address, which is one of the card, and who is off the roll has none', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const given = new Map<string, number>()
      let voter: Voter | undefined
      for (const one of changes) {
        const planned = changeVoter(voter, one)
        if (!planned.ok) continue
        // A restoration gives back the entry that there was; here one is made up, so only its block is held to be right.
        if (one.kind === 'restored') continue
        voter = placed(planned.value, given)
        expect(voterStatuses).toContain(voter.status)
        expect(isEnrolled(voter)).toBe(voter.status !== 'removed' && voter.status !== 'to-verify')
        expect(voter.entry?.block).toBe(isEnrolled(voter) ? voter.addresses[voter.chosen]?.block : undefined)
      }
    }),
  )
})

const kashif: Voter = {
  ...(fc.sample(identity, { numRuns: 1, seed: 1 })[0] as Identity),
  gender: 'male',
  addresses: {
    permanent: { textUr: 'مکان 1', block: '901010101' as BlockCode },
    temporary: { textUr: 'مکان 2', block: '901010102' as BlockCode },
    posting: null,
  },
  chosen: 'permanent',
  status: 'active',
  entry: { block: '901010101' as BlockCode, serial: 7, household: 3 },
}
const codeOf = (before: Voter | undefined, one: VoterChange) => {
  const done = changeVoter(before, one)
  return done.ok ? 'done' : done.refusal.kind.code
}

test('a vote moves between the addresses of the card, and to no other (s.27)', () => {
  const moved = changeVoter(kashif, { kind: 'transferred', chosen: 'temporary', household: 'new' })
  expect(moved).toMatchObject({ value: { entry: { block: '901010102', serial: 'next' }, chosen: 'temporary' } })
  expect(codeOf(kashif, { kind: 'transferred', chosen: 'posting', household: 'new' })).toBe('rolls.no-such-address')
  expect(codeOf(kashif, { kind: 'transferred', chosen: 'permanent', household: 'new' })).toBe('rolls.same-area')
})

test('a corrected name keeps the serial; a corrected gender gets one in the other list', () => {
  expect(changeVoter(kashif, { kind: 'corrected', correction: { nameUr: 'کاشف' } })).toMatchObject({
    value: { nameUr: 'کاشف', entry: { serial: 7, household: 3 } },
  })
  expect(changeVoter(kashif, { kind: 'corrected', correction: { gender: 'female' } })).toMatchObject({
    value: { entry: { serial: 'next', household: 3 } },
  })
})

test('a correction that takes the chosen address off the card falls back to the permanent one', () => {
  const away: Voter = {
    ...kashif,
    chosen: 'temporary',
    entry: { block: '901010102' as BlockCode, serial: 2, household: 1 },
  }
  const { permanent } = kashif.addresses
  const correction = { addresses: { permanent, temporary: null, posting: null } }
  expect(changeVoter(away, { kind: 'corrected', correction })).toMatchObject({
    value: { chosen: 'permanent', entry: { block: '901010101', serial: 'next', household: 'new' } },
  })
})

test('nobody is enrolled twice, removed twice, or restored without having been removed', () => {
  const { chosen, status: _status, entry: _entry, ...who } = kashif
  const enrolled = { kind: 'enrolled', identity: who, chosen, household: 'new' } as const
  const removed: Voter = { ...kashif, status: 'removed', entry: null }
  expect(codeOf(undefined, enrolled)).toBe('done')
  expect(codeOf(kashif, enrolled)).toBe('rolls.already-enrolled')
  expect(codeOf(removed, enrolled)).toBe('done')
  expect(codeOf(removed, { kind: 'deleted' })).toBe('rolls.not-enrolled')
  expect(
    codeOf(kashif, { kind: 'restored', former: { block: '901010101' as BlockCode, serial: 7, household: 3 } }),
  ).toBe('rolls.not-removed')
})

test('each standing allows its own changes and no others', () => {
  const kinds = ['death-noted', 'blocked', 'unblocked', 'overseas-opted', 'overseas-withdrawn'] as const
  const allowed = Object.fromEntries(
    (['active', 'blocked', 'deceased', 'overseas'] as const).map((status) => [
      status,
      kinds.filter(
        (kind: Extract<ChangeKind, (typeof kinds)[number]>) => codeOf({ ...kashif, status }, { kind }) === 'done',
      ),
    ]),
  )
  expect(allowed).toEqual({
    active: ['death-noted', 'blocked', 'overseas-opted'],
    blocked: ['death-noted', 'unblocked'],
    deceased: ['unblocked'],
    overseas: ['death-noted', 'blocked', 'overseas-withdrawn'],
  })
})
