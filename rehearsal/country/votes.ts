import type { Country } from './country.ts'
import type { ByGender } from './geography.ts'
import { hashText, seeded } from './random.ts'
import type { CountryStation } from './stations.ts'
import { urbanity } from './tessellation.ts'

/** What a station's ballot boxes hold. `votes[i]` is for the candidate with serial i + 1. */
export interface StationCount {
  readonly polled: ByGender
  readonly votes: readonly number[]
  /** Ballots excluded from the count; the votes and these make up the ballots polled. */
  readonly rejected: number
}

/** Share of votes rejected: 3.06 in 100 at the general election of 2018. */
const rejectedShare = 0.03

/** How strong each party is over the country, before places and luck. */
const strength: Readonly<Record<string, number>> = {
  sunrise: 30,
  banyan: 27,
  lighthouse: 14,
  river: 8,
  lantern: 5,
  harvest: 4,
  compass: 3,
  markhor: 2,
}

/** A smooth wave over the map in [-1, 1], different for each party: neighbours vote alike. */
function leaning(party: string, [x, y]: readonly [number, number]): number {
  const phase = (hashText(party) % 628) / 100
  return 0.6 * Math.sin(14 * x + phase) + 0.4 * Math.cos(23 * y + 2 * phase)
}

/** Rounds shares of `total` so that they add up to it exactly (largest remainders). */
function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, share) => a + share, 0)
  const exact = shares.map((share) => (total * share) / sum)
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((a, n) => a + n, 0)
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, left)) whole[i] = (whole[i] ?? 0) + 1
  return whole
}

/**
 * The count that a station arrives at when the country votes: turnout by gender and place, parties by their
 * strongholds, independents by luck. Closes exactly: votes + rejected = polled ≤ registered. Depends on the seed and
 * the station alone, so stations may be counted in any order.
 */
export function countStation(country: Country, station: CountryStation): StationCount {
  const random = seeded(`${country.seed}/count/${station.seat}/${station.number}`)
  const contest = country.contests.find(({ seat }) => seat === station.seat)
  if (contest === undefined) throw new RangeError(`nobody stands in ${station.seat}`)
  const town = urbanity(station.at)
  // 2018 over the country: men 56, women 47 in 100; towns below villages.
  const turnout = (mean: number) => Math.min(0.93, Math.max(0.08, mean - 0.06 * town + 0.06 * random.normal()))
  const polled = {
    male: Math.round(station.voters.male * turnout(0.57)),
    female: Math.round(station.voters.female * turnout(0.49)),
  }
  const ballots = polled.male + polled.female
  const rejected = Math.min(ballots, Math.round(ballots * rejectedShare * Math.exp(0.5 * random.normal())))
  const shares = contest.candidates.map((candidate) => {
    const standing = `${station.seat}/${candidate.name.en}`
    // A candidate's own pull in the seat: a few independents matter, most do not.
    const pull = (hashText(standing) % 1000) / 1000
    const base =
      candidate.party === undefined ? 0.15 + 3 * pull ** 6 : (strength[candidate.party] ?? 1) * (0.75 + 0.5 * pull)
    const place = candidate.party === undefined ? 1 : Math.exp(0.7 * leaning(candidate.party, station.at))
    return base * place * Math.exp(0.25 * random.normal())
  })
  return { polled, rejected, votes: apportion(ballots - rejected, shares) }
}
