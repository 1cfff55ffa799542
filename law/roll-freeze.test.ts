import { expect, test } from 'vitest'
import { findRulePack, getLegalDate, isFrozen, rollFreeze, rulePacks } from './index.ts'

const pack = findRulePack('elections-act-2017@2023-08') ?? rulePacks[0]!

test('a term that ends on 12 August 2023 freezes the rolls from 13 July, Karachi time, until the results', () => {
  const resultsAnnouncedAt = new Date('2024-02-11T12:00:00Z')
  const freeze = rollFreeze(pack, { kind: 'general', termEndsOn: getLegalDate('2023-08-12') }, { resultsAnnouncedAt })
  expect(freeze).toMatchObject({ from: new Date('2023-07-12T19:00:00Z'), section: 's.39(1)', unconfirmed: false })
  expect(isFrozen(freeze, new Date('2023-07-12T18:59:59Z'))).toBe(false)
  expect(isFrozen(freeze, new Date('2023-07-12T19:00:00Z'))).toBe(true)
  expect(isFrozen(freeze, new Date('2024-02-11T11:59:59Z'))).toBe(true)
  expect(isFrozen(freeze, resultsAnnouncedAt)).toBe(false)
})

test('rolls opened again on 28 September and closed on 28 October 2023 could be changed in between', () => {
  const reopenings = [{ from: new Date('2023-09-27T19:00:00Z'), until: new Date('2023-10-28T19:00:00Z') }]
  const cause = { kind: 'general', termEndsOn: getLegalDate('2023-08-12') } as const
  const freeze = rollFreeze(pack, cause, { resultsAnnouncedAt: null, reopenings })
  expect(isFrozen(freeze, new Date('2023-09-01T00:00:00Z'))).toBe(true)
  expect(isFrozen(freeze, new Date('2023-10-15T00:00:00Z'))).toBe(false)
  expect(isFrozen(freeze, new Date('2023-10-29T00:00:00Z'))).toBe(true)
})

test('at a by-election the roll freezes on the day the constituency is called upon to elect', () => {
  const cause = { kind: 'by-election', calledOn: getLegalDate('2024-03-13') } as const
  const freeze = rollFreeze(pack, cause, { resultsAnnouncedAt: null })
  expect(freeze).toMatchObject({ from: new Date('2024-03-12T19:00:00Z'), section: 's.39(2)' })
})
