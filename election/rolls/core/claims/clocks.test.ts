import type { BlockCode } from '@intikhab/delimitation'
import { getLegalDate, karachiInstant, type RollFreeze } from '@intikhab/law'
import { expect, test } from 'vitest'
import type { PlacedFreeze } from '../register/roll.ts'
import type { ClaimContent } from './claim-content.ts'
import { clockOf, dueNow, publicClockOf } from './clocks.ts'

const at = (day: string, hour = 0) => karachiInstant(getLegalDate(day), hour)
const freeze = (from: string, until: Date | null): RollFreeze => ({
  from: at(from),
  until,
  reopenings: [],
  section: 's.39(1)',
  unconfirmed: false,
})
/** Lodged on 1 March, to be decided within 15 days. */
const claim = { lodgedAt: at('2024-03-01', 11), dueOn: '2024-03-16', state: 'lodged' } as const

test('a claim keeps the days that were left, from the day after the results on', () => {
  // Ten days have gone when the roll freezes on the 12th; five are left on 2 June.
  const frozen = [freeze('2024-03-12', at('2024-06-01', 18))]
  expect(dueNow(claim, frozen, at('2024-03-11'))).toBe('2024-06-06')
  expect(dueNow(claim, frozen, at('2024-04-01'))).toBeNull()
  expect(dueNow(claim, frozen, at('2024-06-02'))).toBe('2024-06-06')
})

test('two freezes that overlap take each day once, and one that was over before takes none', () => {
  const frozen = [
    freeze('2024-03-05', at('2024-03-10')),
    freeze('2024-03-08', at('2024-03-12')),
    freeze('2024-01-01', at('2024-02-01')),
  ]
  expect(dueNow(claim, frozen, at('2024-03-20'))).toBe('2024-03-23')
})

test('what is lodged in a freeze has all its days after it', () => {
  const frozen = [freeze('2024-02-01', at('2024-04-10', 20))]
  expect(dueNow(claim, frozen, at('2024-04-20'))).toBe('2024-04-25')
})

test('a freeze that is to come and whose end nobody knows leaves no day to promise', () => {
  expect(dueNow(claim, [freeze('2024-03-10', null)], at('2024-03-02'))).toBeNull()
  expect(dueNow(claim, [freeze('2024-03-17', null)], at('2024-03-02'))).toBe('2024-03-16')
})

const seat: PlacedFreeze = {
  freeze: { ...freeze('2024-03-10', null), section: 's.39(2)' },
  blocks: new Set(['901010101']),
  order: null,
}
const objection: ClaimContent = {
  purpose: 'objection',
  ground: 'dead',
  block: '901010101' as BlockCode,
  gender: 'male',
  serial: 1,
  name: '',
  statement: '',
}
const correction: ClaimContent = { purpose: 'correction', corrections: { nameEn: 'Ali' }, statement: '' }
const later = at('2024-04-20')

test("a by-election's freeze stops the clock where the vote stands or the form points, and nowhere else", () => {
  expect(clockOf({ ...claim, content: objection }, null, [seat], later)).toEqual({
    dueOn: null,
    isFrozen: true,
    isOverdue: false,
  })
  expect(clockOf({ ...claim, content: correction }, '901010101', [seat], later)).toMatchObject({ isFrozen: true })
  expect(clockOf({ ...claim, content: correction }, '902010101', [seat], later)).toEqual({
    dueOn: '2024-03-16',
    isFrozen: false,
    isOverdue: true,
  })
})

test('the public is told by the form alone: a by-election says to nobody where a voter is enrolled', () => {
  const told = publicClockOf({ ...claim, content: correction }, [seat], later)
  expect(told).toEqual({ dueOn: '2024-03-16', isFrozen: false, mayBeLater: true })
  expect(publicClockOf({ ...claim, content: objection }, [seat], later)).toMatchObject({
    dueOn: null,
    mayBeLater: false,
  })
  expect(publicClockOf({ ...claim, content: correction }, [], later).mayBeLater).toBe(false)
})
