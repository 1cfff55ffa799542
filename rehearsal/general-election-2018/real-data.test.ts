import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { countStations } from './counts.ts'
import { expectFrom, findOddities } from './expectation.ts'
import { readSources } from './read-sources.ts'
import { readRecords } from './csv.ts'
import { marginOf } from './source.ts'
import { planStations } from './stations.ts'

const data = process.env.INTIKHAB_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data')

// Skipped, with a line saying so, where the real data is not beside the repository.
describe.skipIf(!existsSync(data))('the feed of 2018', () => {
  const { source, scheme } = existsSync(data)
    ? readSources(data)
    : { source: { contested: [], uncounted: [] }, scheme: new Map() }

  test('840 contested seats, nine without a count', () => {
    const national = source.contested.filter(({ assembly }) => assembly === 'NA').length
    expect([national, source.contested.length - national]).toEqual([270, 570])
    expect(expectFrom(source).uncounted).toEqual([
      'NA-60',
      'NA-103',
      'PS-6',
      'PB-35',
      'PK-78',
      'PP-87',
      'PS-87',
      'PK-99',
      'PP-103',
    ])
  })

  test('four seats disagree with themselves and one has more polled than registered', () => {
    const { sourceDisagreements, impossible } = expectFrom(source)
    expect(sourceDisagreements).toEqual([
      { contest: 'NA-252', difference: 63 },
      { contest: 'PS-60', difference: 186 },
      { contest: 'PP-123', difference: -237 },
      { contest: 'PP-271', difference: -5 },
    ])
    expect(impossible).toEqual([{ contest: 'PP-188', field: 'polled' }])
  })

  test('rejected above the margin in 47 national and 115 provincial seats, as in the other file of the source', () => {
    const found = expectFrom(source).rejectedAboveMargin
    const national = found.filter((code) => code.startsWith('NA-')).length
    expect([national, found.length - national]).toEqual([47, 115])
    expect(findOddities(source).rejectedEqualMargin).toEqual([])
    const file = readFileSync(resolve(data, 'results-2018/pk_constituency_data_2018.csv'), 'utf8')
    const rows = readRecords(file, ['constituency_code', 'MOV_votes', 'votes_disq'])
    const above = rows.filter((row) => Number(row.votes_disq) > Number(row.MOV_votes))
    expect(above.map((row) => row.constituency_code).toSorted()).toEqual(found.toSorted())
    const margins = new Map(rows.map((row) => [row.constituency_code, Number(row.MOV_votes)]))
    for (const seat of source.contested) expect(margins.get(seat.code)).toBe(marginOf(seat))
  })

  test('every seat closes exactly with stations that are plausible, but for the one figure that cannot be', () => {
    let forms = 0
    let real = 0
    const impossible: string[] = []
    for (const seat of source.contested) {
      const random = seeded('2018').fork(seat.code)
      const stations = planStations(seat, scheme.get(seat.code) ?? [], random.fork('stations'))
      const votes = seat.candidates.map(() => 0)
      const sums = { registered: 0, rejected: 0, polled: 0, statedValid: 0 }
      for (const count of countStations(seat, stations, random.fork('counts'))) {
        const { male, female, from } = count.station
        const ballots = count.votes.reduce((sum, each) => sum + each, 0) + count.excluded
        const polled = count.polled.male + count.polled.female
        forms++
        if (from === 'scheme') real++
        if (polled > male + female) impossible.push(seat.code)
        if (ballots > male + female) throw new Error(`${seat.code}/${count.station.number}: more ballots than voters`)
        for (const [j, each] of count.votes.entries()) votes[j] = (votes[j] ?? 0) + each
        sums.registered += male + female
        sums.rejected += count.excluded
        sums.polled += polled
        sums.statedValid += count.validTotal
      }
      const { registered, rejected, polled, statedValid } = seat
      expect(sums).toEqual({ registered, rejected, polled, statedValid })
      expect(votes).toEqual(seat.candidates.map((candidate) => candidate.votes))
    }
    expect(impossible).toEqual(['PP-188'])
    expect(forms).toBeGreaterThan(160_000)
    expect(real).toBe(94_596)
  })
})
