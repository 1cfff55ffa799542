import { expect, test } from 'vitest'
import { constituencyCode } from '@intikhab/delimitation'
import { compareSchemes, totalsOf } from './scheme.ts'
import { kindByVoters, stationIdOf, type PollingStation } from './station.ts'

const station = (number: number, more: Partial<PollingStation> = {}): PollingStation => ({
  constituency: constituencyCode('NA', 40),
  number,
  nameEn: `School ${number}`,
  nameUr: '',
  kind: 'combined',
  booths: { male: 2, female: 1 },
  voters: { male: 778, female: 603 },
  at: null,
  parts: [],
  ...more,
})

test('totals close: kinds, booths and voters add up to their totals', () => {
  const totals = totalsOf([
    station(1),
    station(2, { kind: 'male', booths: { male: 3, female: 0 }, voters: { male: 1164, female: 0 } }),
  ])
  expect(totals).toEqual({
    stations: { male: 1, female: 0, combined: 1, total: 2 },
    booths: { male: 5, female: 1, total: 6 },
    voters: { male: 1942, female: 603, total: 2545 },
  })
})

test('two versions differ by the stations added, removed and changed, field by field', () => {
  const before = new Map([1, 2, 3].map((n) => [stationIdOf(constituencyCode('NA', 40), n), station(n)]))
  const after = new Map(before)
  after.delete(stationIdOf(constituencyCode('NA', 40), 1))
  after.set(
    stationIdOf(constituencyCode('NA', 40), 2),
    station(2, { nameEn: 'Moved', voters: { male: 700, female: 603 } }),
  )
  after.set(stationIdOf(constituencyCode('NA', 40), 4), station(4))
  expect(compareSchemes(before, after)).toEqual([
    { stationId: 'NA-40/2', change: 'changed', fields: ['nameEn', 'voters'] },
    { stationId: 'NA-40/4', change: 'added', fields: [] },
    { stationId: 'NA-40/1', change: 'removed', fields: [] },
  ])
})

test('a station with voters of one gender alone is theirs; an empty one is combined', () => {
  expect(kindByVoters({ male: 10, female: 0 })).toBe('male')
  expect(kindByVoters({ male: 0, female: 10 })).toBe('female')
  expect(kindByVoters({ male: 10, female: 1 })).toBe('combined')
  expect(kindByVoters({ male: 0, female: 0 })).toBe('combined')
})
