import { describe, expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { countedStation } from './counted-station.ts'

const station = {
  number: 17,
  name: 'School',
  from: 'scheme',
  type: 'combined',
  male: 600,
  female: 500,
  lat: '',
  lon: '',
} as const
const count = { station, votes: [300, 5, 120], validTotal: 425, excluded: 9, polled: { male: 240, female: 194 } }

describe('what a station writes on its forms', () => {
  test('votes stand in the order of the ballot, not of the feed', () => {
    const written = countedStation('NA-21', count, [2, 3, 1], seeded('a'))
    expect(written).toMatchObject({ contestId: 'NA-21', stationNumber: 17, votes: [120, 300, 5], validTotal: 425 })
    expect(written.registered).toEqual({ male: 600, female: 500, total: 1100 })
    expect(written.asOnPaper).toBeUndefined()
  })

  test('it was made after the close of the poll and before the morning', () => {
    for (let i = 0; i < 200; i++) {
      const { madeAt } = countedStation('NA-21', count, [1, 2, 3], seeded(`${i}`))
      expect(madeAt >= '2018-07-25T15:00:00.000Z' && madeAt < '2018-07-25T18:00:00.000Z').toBe(true)
    }
  })

  test.each([
    ['a total that is not the sum', { validTotal: 424 }],
    ['more struck off than registered', { polled: { male: 1000, female: 194 } }],
    ['more ballots than registered', { excluded: 1000 }],
  ])('%s is marked as being so on paper', (_, change) => {
    expect(countedStation('NA-21', { ...count, ...change }, [1, 2, 3], seeded('a')).asOnPaper).toBe(true)
  })
})
