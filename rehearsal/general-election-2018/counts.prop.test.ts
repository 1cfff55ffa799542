import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { countStations, type StationCount } from './counts.ts'
import { sumOfVotes, type SourceSeat } from './source.ts'
import { planStations } from './stations.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((a, n) => a + n, 0)
const polledOf = ({ polled }: StationCount) => polled.male + polled.female
const votersOf = ({ station }: StationCount) => station.male + station.female

/** Any seat, sane or not: ballots, votes polled and stated valid votes are free of each other and of the roll. */
const seats = fc
  .record({
    registered: fc.integer({ min: 1, max: 400_000 }),
    ballots: fc.double({ min: 0, max: 1.2, noNaN: true }),
    polled: fc.double({ min: 0, max: 1.5, noNaN: true }),
    rejectedShare: fc.double({ min: 0, max: 0.2, noNaN: true }),
    strengths: fc.array(fc.nat(1000), { minLength: 1, maxLength: 41 }),
    wrongBy: fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 300 })),
  })
  .map(({ registered, ballots, polled, rejectedShare, strengths, wrongBy }): SourceSeat => {
    const cast = Math.floor(registered * ballots)
    const rejected = Math.floor(cast * rejectedShare)
    const whole = sum(strengths) || 1
    const votes = strengths.map((strength) => Math.floor(((cast - rejected) * strength) / whole))
    return {
      code: 'NA-1',
      assembly: 'NA',
      name: 'Anywhere',
      province: 'Punjab',
      registered,
      polled: Math.floor(registered * polled),
      statedValid: Math.max(0, sum(votes) + wrongBy),
      rejected,
      candidates: votes.map((each, i) => ({ name: `Candidate ${i + 1}`, party: 'Independent', votes: each })),
    }
  })

const rows = fc.array(
  fc.record({ number: fc.integer({ min: 1, max: 40 }), male: fc.nat(2500), female: fc.nat(2500) }),
  { maxLength: 30 },
)

function counted(seat: SourceSeat, scheme: { number: number; male: number; female: number }[], seed: string) {
  const random = seeded(seed)
  const named = scheme.map((row, i) => ({ ...row, name: `School ${i}`, lat: '', lon: '' }))
  return [...countStations(seat, planStations(seat, named, random.fork('stations')), random.fork('counts'))]
}

describe('station counts of any seat', () => {
  test('add up to the feed exactly, its contradictions included', () => {
    fc.assert(
      fc.property(seats, rows, fc.string(), (seat, scheme, seed) => {
        const counts = counted(seat, scheme, seed)
        expect(sum(counts.map(votersOf))).toBe(seat.registered)
        for (const [j, candidate] of seat.candidates.entries())
          expect(sum(counts.map(({ votes }) => votes[j] ?? 0))).toBe(candidate.votes)
        expect(sum(counts.map(({ excluded }) => excluded))).toBe(seat.rejected)
        expect(sum(counts.map(({ validTotal }) => validTotal))).toBe(seat.statedValid)
        expect(sum(counts.map(polledOf))).toBe(seat.polled)
      }),
    )
  })

  test('hold no negative figure, and station numbers are unique', () => {
    fc.assert(
      fc.property(seats, rows, fc.string(), (seat, scheme, seed) => {
        const counts = counted(seat, scheme, seed)
        expect(new Set(counts.map(({ station }) => station.number)).size).toBe(counts.length)
        for (const { votes, excluded, polled } of counts)
          expect(Math.min(...votes, excluded, polled.male, polled.female)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const fits = (seat: SourceSeat) => sumOfVotes(seat) + seat.rejected <= seat.registered
  const room = fc.tuple(seats.filter(fits), rows, fc.string())

  test('stay within each roll wherever the seat leaves room; an impossible figure stands in one form', () => {
    fc.assert(
      fc.property(room, ([seat, scheme, seed]) => {
        const counts = counted(seat, scheme, seed)
        for (const count of counts) expect(sum(count.votes) + count.excluded).toBeLessThanOrEqual(votersOf(count))
        const above = counts.filter((count) => polledOf(count) > votersOf(count))
        expect(above).toHaveLength(seat.polled > seat.registered ? 1 : 0)
        for (const { station, polled } of counts.filter((count) => !above.includes(count))) {
          expect(polled.male).toBeLessThanOrEqual(station.male)
          expect(polled.female).toBeLessThanOrEqual(station.female)
        }
      }),
    )
  })

  test('write a wrong total in one form where the feed disagrees with itself, and nowhere else', () => {
    fc.assert(
      fc.property(seats, rows, fc.string(), (seat, scheme, seed) => {
        const wrong = counted(seat, scheme, seed).filter(({ votes, validTotal }) => sum(votes) !== validTotal)
        expect(wrong).toHaveLength(seat.statedValid === sumOfVotes(seat) ? 0 : 1)
      }),
    )
  })

  test('are the same for the same seed', () => {
    fc.assert(
      fc.property(seats, rows, fc.string(), (seat, scheme, seed) => {
        expect(counted(seat, scheme, seed)).toEqual(counted(seat, scheme, seed))
      }),
      { numRuns: 20 },
    )
  })
})
