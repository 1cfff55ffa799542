import type { Random } from '../country/random.ts'
import { allot } from './allotment.ts'
import { struckOff } from './polled.ts'
import { sumOfVotes, type SourceSeat } from './source.ts'
import type { PlannedStation } from './stations.ts'

/** What one station's paper says; the figures of Form-45. */
export interface StationCount {
  readonly station: PlannedStation
  /** In the feed's order of candidates. */
  readonly votes: readonly number[]
  /** As written: the sum of the votes, but for one station of each seat whose feed disagrees with itself. */
  readonly validTotal: number
  readonly excluded: number
  /** Voters struck off the roll. */
  readonly polled: Voters
}

interface Voters {
  readonly male: number
  readonly female: number
}

/** Above this share of a station's voters nobody believes a turnout; used while the seat's figures leave room. */
const believableTurnout = 0.95

/**
 * Counts of the seat's stations that add up to the feed exactly: each candidate's votes, the rejected, the votes
 * polled and the valid votes as stated, also where these disagree or cannot be.
 *
 * Every station is plausible by itself wherever the seat leaves room: ballots within the believable turnout, as many
 * voters struck off as ballots in the box. Where the feed has other votes polled than valid + rejected (in 809 of 840
 * seats), a few stations carry the difference. A figure that cannot be stands in one station's form: more polled than
 * the whole seat has voters, or a total that is not its candidates' sum.
 */
export function* countStations(
  seat: SourceSeat,
  stations: readonly PlannedStation[],
  random: Random,
): Generator<StationCount> {
  const ballots = ballotsOf(seat, stations, random)
  const polled = struckOff(seat, stations, ballots, random)
  const wrongTotal = seat.statedValid - sumOfVotes(seat)
  const wrongAt = wrongTotal === 0 ? -1 : largest(ballots)
  // What is left of each candidate's votes, and of the rejected at the end: each station draws from it, the last takes the rest.
  const left = [...seat.candidates.map(({ votes }) => votes), seat.rejected]
  const lean = left.map(() => 0)
  for (const [i, station] of stations.entries()) {
    const last = i === stations.length - 1
    // Neighbours vote alike: each candidate's fortune wanders from station to station.
    for (const [j, was] of lean.entries()) lean[j] = 0.85 * was + (j === left.length - 1 ? 0.1 : 0.22) * random.normal()
    const weights = left.map((votes, j) => votes * Math.exp(lean[j] ?? 0))
    const drawn = last ? [...left] : allot(ballots[i] ?? 0, weights, left, random)
    for (const [j, votes] of drawn.entries()) left[j] = (left[j] ?? 0) - votes
    const votes = drawn.slice(0, -1)
    const validTotal = votes.reduce((sum, n) => sum + n, 0) + (i === wrongAt ? wrongTotal : 0)
    const count = { station, votes, validTotal, excluded: drawn.at(-1) ?? 0 }
    yield { ...count, polled: byGender(seat, station, polled[i] ?? 0, random) }
  }
}

/** Ballots in each station's boxes, all of the seat's valid and rejected votes among them. */
function ballotsOf(seat: SourceSeat, stations: readonly PlannedStation[], random: Random): number[] {
  const total = sumOfVotes(seat) + seat.rejected
  const voters = stations.map(({ male, female }) => male + female)
  const weights = voters.map((n) => n * Math.exp(0.12 * random.normal()))
  const believable = voters.map((n) => Math.floor(n * believableTurnout))
  for (const caps of [believable, voters])
    if (total <= caps.reduce((sum, cap) => sum + cap, 0)) return allot(total, weights, caps, random)
  return allot(
    total,
    weights,
    voters.map(() => total),
    random,
  )
}

/** Men's and women's turnout of 2018 in relation: 47 in 100 women, 56 in 100 men; further apart in the north-west. */
function womenAgainstMen(province: string): number {
  return province === 'Khyber Paktunkhwa' || province === 'Balochistan' ? 0.68 : 0.86
}

function byGender(seat: SourceSeat, station: PlannedStation, polled: number, random: Random): Voters {
  const { male, female } = station
  const women = female * womenAgainstMen(seat.province) * Math.exp(0.08 * random.normal())
  const share = male + women === 0 ? 0 : women / (male + women)
  const wanted = Math.round(polled * share)
  // Neither more women than the roll has, nor so few that there would be too many men; but an impossible total stays.
  const fewest = Math.min(female, Math.max(0, polled - male))
  const struck = Math.min(Math.max(wanted, fewest), female)
  return { male: polled - struck, female: struck }
}

function largest(numbers: readonly number[]): number {
  return numbers.indexOf(Math.max(...numbers))
}
