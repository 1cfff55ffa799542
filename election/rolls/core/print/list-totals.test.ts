import { expect, test } from 'vitest'
import { ageOn } from './age-on.ts'
import { assertPrintable, stationCopy, totalsOf } from './list-totals.ts'
import { madeUpList } from './made-up-list.testkit.ts'

test('the totals close: numbers less unused ones are the voters, less marked ones those at the table', () => {
  const totals = totalsOf(madeUpList({ voters: 60, marked: true }))
  expect(totals.numbers - totals.unused).toBe(totals.listed)
  expect(totals.listed - totals.postal - totals.overseas).toBe(totals.atTable)
  expect(totals).toMatchObject({ listed: 60, postal: 3, overseas: 2 })
})

test('a station gets the voters of its serials and no others, and its totals are about them', () => {
  const list = madeUpList({ voters: 60 })
  const copy = stationCopy(list, {
    number: '17',
    nameUr: 'گورنمنٹ ہائی اسکول',
    serials: [
      { from: 30, to: 40 },
      { from: 1, to: 10 },
    ],
  })
  const served = list.voters.filter(({ serial }) => serial <= 10 || (serial >= 30 && serial <= 40))
  expect(copy.voters).toEqual(served)
  expect(totalsOf(copy)).toMatchObject({ numbers: 21, unused: 21 - served.length, listed: served.length })
  expect(() => assertPrintable(copy)).not.toThrow()
})

test.each([
  ['serials that fall', { voters: madeUpList({ voters: 3 }).voters.toReversed() }, 'stands after'],
  [
    'a serial twice',
    { voters: [...madeUpList({ voters: 1 }).voters, ...madeUpList({ voters: 1 }).voters] },
    'stands after',
  ],
  ['a serial that was never given', { lastSerial: 2 }, 'not among those'],
  ['marks in a copy without marks', { voters: madeUpList({ voters: 60, marked: true }).voters }, 'without marks'],
  [
    'a station beyond the list',
    { station: { number: '1', nameUr: 'ا', serials: [{ from: 1, to: 999 }] } },
    'within 1–',
  ],
])('%s are not printed', (_what, change, says) => {
  expect(() => assertPrintable({ ...madeUpList({ voters: 60 }), ...change })).toThrow(says)
})

test('age is counted in whole years up to the day itself', () => {
  expect(ageOn('2026-11-22', '2008-11-22')).toBe(18)
  expect(ageOn('2026-11-22', '2008-11-23')).toBe(17)
  expect(ageOn('2026-02-28', '2008-02-29')).toBe(17)
  expect(ageOn('2026-03-01', '2008-02-29')).toBe(18)
})
