import { catalogueProblems } from '@intikhab/kernel/language'
import { constituencyCode, pakistan, seatLocator, type Area, type Constituency } from '@intikhab/delimitation'
import { describe, expect, test } from 'vitest'
import { checkScheme, schemeProblems, type SchemeRow, type SchemeYardstick } from './check-scheme.ts'
import { findGaps } from './gaps.ts'
import { readPosition } from './position.ts'
import { schemeFindings } from './scheme-findings.ts'

const na55 = constituencyCode('NA', 55)
const na56 = constituencyCode('NA', 56)
const square = (west: number): Area => [
  [
    [
      [west, 33],
      [west + 0.5, 33],
      [west + 0.5, 33.5],
      [west, 33.5],
      [west, 33],
    ],
  ],
]
const seat = (code: typeof na55, name: string): Constituency => ({
  code,
  name: { en: name, ur: name },
  province: 'punjab',
  seats: 1,
})
const yardstick: SchemeYardstick = {
  constituencies: [seat(na55, 'Attock-I'), seat(na56, 'Attock-II')],
  locator: seatLocator([
    { code: na55, area: square(72) },
    { code: na56, area: square(72.5) },
  ]),
  country: pakistan,
  votersPerStation: 1200,
  votersPerBooth: 300,
}
const row = (change: Partial<SchemeRow> = {}): SchemeRow => ({
  line: 2,
  file: '11_55_NA',
  constituency: na55,
  constituencyName: 'Attock-I',
  serial: 1,
  number: 1,
  name: 'GHS Hazro',
  maleBooths: 2,
  femaleBooths: 2,
  totalBooths: 4,
  maleVoters: 600,
  femaleVoters: 500,
  totalVoters: 1100,
  latitude: '33.25',
  longitude: '72.25',
  ...change,
})
const other = row({ line: 9, file: '11_56_NA', constituency: na56, constituencyName: 'Attock-II', longitude: '72.75' })

function check(...rows: SchemeRow[]) {
  const checked = checkScheme('scheme.csv', rows, yardstick)
  if (!checked.ok) throw new Error(JSON.stringify(checked.refused))
  const found = checked.scheme.findings.map(({ code, cases }) => [
    code.replace('polling-scheme.', ''),
    ...cases.map((one) => `${one.subject} ${one.lines.join()} ${Object.values(one.figures).join()}`.trim()),
  ])
  return { ...checked.scheme, found }
}

test('every finding and problem has its sentence in both languages', () => {
  expect(catalogueProblems(schemeFindings)).toEqual([])
  expect(
    catalogueProblems(Object.fromEntries(Object.values(schemeProblems).map(({ code, text }) => [code, text]))),
  ).toEqual([])
})

test('a sound scheme has no finding', () => {
  const { found, stations } = check(row(), other)
  expect(found).toEqual([])
  expect(stations[0]).toMatchObject({
    kind: 'combined',
    at: { latitude: 33.25, longitude: 72.25 },
    voters: { male: 600, female: 500 },
  })
})

test('a station listed twice is taken once, from its first line, and both lines are told', () => {
  const again = row({ line: 3, serial: 2, latitude: '33.4' })
  const { found, stations } = check(row(), again, other)
  expect(stations.map(({ at }) => at?.latitude)).toEqual([33.25, 33.25])
  expect(found).toEqual([
    ['repeated', 'NA-55/1 2,3'],
    ['repeat-elsewhere', 'NA-55/1 2,3 33.25 72.25,33.4 72.25'],
  ])
})

test('two stations under one number make the file unusable, and the problem names both lines', () => {
  const checked = checkScheme('scheme.csv', [row(), row({ line: 3, name: 'GGHS Hazro' })], yardstick)
  expect(checked.ok || checked.refused.problems[0]).toMatchObject({
    line: 3,
    field: 'ps_no',
    found: 'NA-55/1',
    en: 'Station NA-55/1 is already another one on line 2: name differs.',
  })
})

describe('coordinates', () => {
  test.each([
    ['', '', 'none'],
    ['33.25', '', 'half'],
    ['25,5049', '69,5739', 'unreadable'],
    ['33°15′', '72°15′', 'unreadable'],
    ['0.0', '0.0', 'zero'],
    ['72.25', '33.25', 'swapped'],
    ['22.106', '-37.00195', 'outside-country'],
    ['33.25', '72.25', 'good'],
  ])('%s, %s: %s', (latitude, longitude, state) => {
    expect(readPosition(latitude, longitude, pakistan).state).toBe(state)
  })
})

test('a station outside its seat is told with its distance and the seat in which it lies', () => {
  const { found } = check(row({ longitude: '72.75' }), other)
  expect(found).toEqual([
    ['outside-seat', 'NA-55/1 2 23.2,NA-56'],
    ['far-outside-seat', 'NA-55/1 2 23.2,NA-56'],
  ])
})

test('a seat in which nearly all stations lie outside is itself in doubt', () => {
  const rows = Array.from({ length: 20 }, (_, i) =>
    row({ line: 2 + i, serial: i + 1, number: i + 1, longitude: i < 4 ? '72.25' : '72.75' }),
  )
  expect(check(...rows, other).found.find(([code]) => code === 'seat-misdrawn')).toEqual([
    'seat-misdrawn',
    'NA-55  20,4',
  ])
})

test('norms are exceeded from the first voter above, and only then', () => {
  expect(check(row({ maleVoters: 700, totalVoters: 1200 }), other).found).toEqual([])
  expect(check(row({ maleVoters: 701, totalVoters: 1201 }), other).found).toEqual([
    ['above-station-norm', 'NA-55/1 2 1201'],
    ['above-booth-norm', 'NA-55/1 2 1201,4'],
  ])
})

test('sums, booths without voters and voters without booths', () => {
  const { found } = check(row({ femaleBooths: 0, totalBooths: 3, totalVoters: 1101 }), other)
  expect(found.map(([code]) => code)).toEqual([
    'above-booth-norm',
    'voters-without-booth',
    'voters-do-not-add-up',
    'booths-do-not-add-up',
  ])
  expect(check(row({ femaleVoters: 0, totalVoters: 600 }), other).found).toEqual([
    ['booth-without-voters', 'NA-55/1 2 600,2,0,2'],
  ])
})

test('missing seats, other names and pages of other seats are told', () => {
  expect(check(row({ constituencyName: 'Attock One', file: '11_56_NA' })).found).toEqual([
    ['missing-seat', 'NA-56  Attock-II'],
    ['seat-named-otherwise', 'NA-55 2 Attock One,Attock-I'],
    ['file-says-otherwise', 'NA-55 2 11_56_NA'],
  ])
})

test('gaps are counted from 1 and written as people write them', () => {
  expect(findGaps([4, 5, 7, 10, 10])).toEqual({ missing: 6, last: 10, ranges: '1–3, 6, 8–9' })
  expect(findGaps([1, 2, 3])).toBeUndefined()
})
