import {
  addDays,
  daysBetween,
  getLegalDate,
  isFrozen,
  karachiDate,
  karachiInstant,
  type RollFreeze,
} from '@intikhab/law'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueNow } from './clocks.ts'

const start = getLegalDate('2026-01-01')
const hours = (n: number) => new Date(karachiInstant(start, 0).getTime() + n * 3_600_000)

/** Freezes as the law makes them: from the first hour of a day until any hour, opened again for a while or not. */
const freeze = (length: fc.Arbitrary<number | null>): fc.Arbitrary<RollFreeze> =>
  fc
    .record({ day: fc.integer({ min: 0, max: 120 }), length, opened: fc.tuple(fc.nat(1200), fc.nat(240)) })
    .map(({ day, length: lasts, opened: [after, open] }) => ({
      from: hours(day * 24),
      until: lasts === null ? null : hours(day * 24 + lasts),
      reopenings: open === 0 ? [] : [{ from: hours(day * 24 + after), until: hours(day * 24 + after + open) }],
      section: 's.39(1)',
      unconfirmed: false,
    }))
const ended = fc.array(freeze(fc.integer({ min: 1, max: 1500 })), { maxLength: 4 })
const lodging = fc.record({
  lodgedAt: fc.integer({ min: 0, max: 120 * 24 }).map(hours),
  days: fc.integer({ min: 1, max: 30 }),
})
const claimOf = ({ lodgedAt, days }: { lodgedAt: Date; days: number }) => ({
  lodgedAt,
  dueOn: addDays(karachiDate(lodgedAt), days),
})

/** Whether any hour of a day is frozen, asked of the law hour by hour. */
const isTouched = (day: ReturnType<typeof getLegalDate>, freezes: readonly RollFreeze[]) =>
  Array.from({ length: 24 }, (_, hour) => karachiInstant(day, hour)).some((at) =>
    freezes.some((one) => isFrozen(one, at)),
  )
const afterAll = hours(24 * 365)

test('whatever freezes come between, the days without a freeze that an officer is given are those of the law', () => {
  fc.assert(
    fc.property(lodging, ended, (lodged, freezes) => {
      const first = karachiDate(lodged.lodgedAt)
      // Every freeze is over by then: a day there is.
      const due = dueNow(claimOf(lodged), freezes, afterAll) ?? first
      const days = Array.from({ length: daysBetween(first, due) }, (_, n) => addDays(first, n + 1))
      const open = days.filter((day) => !isTouched(day, freezes))
      expect(open).toHaveLength(lodged.days)
      // The last day is one on which the claim may be decided.
      expect(open.at(-1)).toBe(due)
    }),
  )
})

test('while a freeze holds no day can be said, and none is said that a freeze without an end would take', () => {
  fc.assert(
    fc.property(lodging, ended, freeze(fc.constant(null)), fc.nat(24 * 300), (lodged, others, endless, hour) => {
      const now = hours(hour)
      const freezes = [...others, { ...endless, reopenings: [] }]
      const due = dueNow(claimOf(lodged), freezes, now)
      const isHeld = freezes.some((one) => isFrozen(one, now))
      expect(due === null || (!isHeld && due < karachiDate(endless.from))).toBe(true)
    }),
  )
})
