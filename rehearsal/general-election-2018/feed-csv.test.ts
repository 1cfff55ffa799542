import { describe, expect, test } from 'vitest'
import { textSource } from '@intikhab/kernel/tables'
import { readCandidates2018 } from '@intikhab/nominations'
import { seeded } from '../country/random.ts'
import { feedFrom, feedOfSeats } from './feed-csv.ts'
import { inventSeats } from './invented-seats.ts'
import { schemeLines } from './scheme-csv.ts'
import { readScheme } from './scheme-source.ts'
import { readSource } from './source.ts'
import { planStations } from './stations.ts'

const seats = inventSeats(3, 90_000, seeded('invented'))

describe('feeds that the rehearsal writes', () => {
  test('an invented feed reads back as the seats it was made from', () => {
    expect(readSource(feedFrom(seats)).contested).toEqual(seats)
  })

  test('the platform reads it without a problem', async () => {
    const reading = await readCandidates2018(textSource('invented.csv', feedFrom(seats)))
    expect(reading.ok).toBe(true)
  })

  test('a part of a feed has the seats asked for, quotes and all', () => {
    const feed = feedFrom(seats).replaceAll('Invented seat 2', '"Seat, the ""second"""')
    const part = feedOfSeats(feed, new Set(['NA-2']))
    expect(readSource(part).contested).toMatchObject([{ code: 'NA-2', name: 'Seat, the "second"' }])
  })

  test('a written scheme reads back as the stations it was made from', () => {
    const planned = seats.map((seat) => ({ seat, stations: planStations(seat, [], seeded(seat.code)) }))
    const read = readScheme([...schemeLines(planned)].join('\n'))
    for (const { seat, stations } of planned)
      expect(read.get(seat.code)).toEqual(
        stations.map(({ number, name, male, female, lat, lon }) => ({ number, name, male, female, lat, lon })),
      )
  })
})
