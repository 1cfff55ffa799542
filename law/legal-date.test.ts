import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  getLegalDate,
  karachiDate,
  karachiInstant,
  nextWorkingDay,
  parseLegalDate,
} from './index.ts'

test('only days that exist are dates', () => {
  expect(parseLegalDate('2024-02-29')).toBe('2024-02-29')
  for (const text of ['2023-02-29', '2024-13-01', '2024-2-8', '08-02-2024', '2024-02-08T00:00', ''])
    expect(parseLegalDate(text)).toBeUndefined()
  expect(() => getLegalDate('2023-02-30')).toThrow(RangeError)
})

test('8 February 2024 is 28 days after 11 January', () => {
  expect(addDays(getLegalDate('2024-01-11'), 28)).toBe('2024-02-08')
  expect(daysBetween(getLegalDate('2024-01-11'), getLegalDate('2024-02-08'))).toBe(28)
})

test('a day in Karachi begins five hours before the day in UTC', () => {
  expect(karachiInstant(getLegalDate('2024-02-09'), 2)).toEqual(new Date('2024-02-08T21:00:00Z'))
  expect(karachiDate(new Date('2024-02-08T18:59:59Z'))).toBe('2024-02-08')
  expect(karachiDate(new Date('2024-02-08T19:00:00Z'))).toBe('2024-02-09')
})

test('a holiday moves to the next working day, over a whole Eid if need be', () => {
  const eid2018 = new Set(['2018-06-15', '2018-06-16', '2018-06-17', '2018-06-18'].map(getLegalDate))
  expect(nextWorkingDay(getLegalDate('2018-06-16'), eid2018)).toBe('2018-06-19')
  expect(nextWorkingDay(getLegalDate('2018-06-14'), eid2018)).toBe('2018-06-14')
})

test('adding and counting days undo each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), (days) => {
      const start = getLegalDate('2018-07-25')
      expect(daysBetween(start, addDays(start, days))).toBe(days)
    }),
  )
})
