import { describe, expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { withoutRepeats } from './scheme-source.ts'
import { planStations } from './stations.ts'

const row = (number: number, male: number, female: number, name = `School ${number}`) => ({
  number,
  name,
  male,
  female,
  lat: '',
  lon: '',
})
const seat = (registered: number) => ({ name: 'Kohat', registered })
const voters = (stations: readonly { male: number; female: number }[]) =>
  stations.reduce((sum, { male, female }) => sum + male + female, 0)

describe('closing the scheme of a seat', () => {
  test('a scheme that closes is taken as it is', () => {
    const stations = planStations(seat(2100), [row(1, 600, 500), row(3, 0, 1000)], seeded('a'))
    expect(stations).toMatchObject([
      { number: 1, name: 'School 1', from: 'scheme', type: 'combined', male: 600, female: 500 },
      { number: 3, name: 'School 3', from: 'scheme', type: 'female', male: 0, female: 1000 },
    ])
  })

  test('missing voters get stations of an ordinary size, under the numbers that the scheme leaves out', () => {
    const stations = planStations(seat(2100 + 3700), [row(1, 600, 500), row(3, 0, 1000)], seeded('a'))
    expect(stations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(stations.filter(({ from }) => from === 'generated').map(({ number }) => number)).toEqual([2, 4, 5])
    expect(voters(stations)).toBe(5800)
  })

  test('a few missing voters join the stations there are; a few too many leave them', () => {
    for (const registered of [2399, 1950]) {
      const stations = planStations(seat(registered), [row(1, 600, 500), row(3, 0, 1000)], seeded('a'))
      expect(stations).toHaveLength(2)
      expect(stations[1]).toMatchObject({ type: 'female', male: 0 })
      expect(voters(stations)).toBe(registered)
    }
  })

  test('a seat without a scheme is all generated', () => {
    const stations = planStations(seat(166_000), [], seeded('a'))
    expect(stations).toHaveLength(134)
    expect(voters(stations)).toBe(166_000)
    expect(new Set(stations.map(({ type }) => type))).toEqual(new Set(['male', 'female', 'combined']))
  })

  test('a station listed twice counts once; another one under the same number gets a free number', () => {
    expect(withoutRepeats([row(2, 5, 6), { ...row(2, 5, 6), lat: '33.7' }, row(2, 7, 8)])).toHaveLength(2)
    const stations = planStations(seat(2600), [row(2, 500, 800, 'A'), row(2, 600, 700, 'B')], seeded('a'))
    expect(stations.map(({ number, name }) => [number, name])).toEqual([
      [1, 'B'],
      [2, 'A'],
    ])
  })
})
