import { drawContests, type CountryContest } from './contests.ts'
import { layOut, type Geography } from './geography.ts'
import { seeded } from './random.ts'
import { layOutStations, type CountryStation } from './stations.ts'

/** What a country is made from. The same options give the same country, to the last digit. */
export interface CountryOptions {
  readonly seed?: string
  /** How many voters, exactly. */
  readonly voters?: number
  /** How many census blocks; by default one for about 1,205 voters, as in the census of Islamabad. */
  readonly blocks?: number
  readonly seats?: number
  readonly candidatesPerSeat?: number
  /** Day on which a voter must be 18, `YYYY-MM-DD`. */
  readonly qualifyingDate?: string
}

/** A generated country: everything but the voters and votes, which are streamed from it. */
export interface Country extends Geography {
  readonly seed: string
  readonly qualifyingDate: string
  readonly voters: number
  /** Per block: the number of the block's first voter in the country. */
  readonly firstVoter: readonly number[]
  readonly stations: readonly CountryStation[]
  readonly contests: readonly CountryContest[]
}

/** The demonstration country's own size and seed. */
export const demonstration = {
  seed: 'intikhab-demonstration',
  voters: 1_000_000,
  seats: 3,
  candidatesPerSeat: 20,
  qualifyingDate: '2026-01-01',
}

/** Islamabad's first seat in the 2023 delimitation is NA-46. */
const firstSeat = 46

/** Lays a country out. Pure; about 0.2 s at the demonstration's size. */
export function generateCountry(options: CountryOptions = {}): Country {
  const { seed, voters, seats, candidatesPerSeat, qualifyingDate } = { ...demonstration, ...options }
  const blocks = options.blocks ?? Math.max(8 * seats, Math.round(voters / 1205))
  const random = seeded(seed)
  const geography = layOut({ voters, blocks, seats, firstSeat }, random.fork('places'))
  let number = 0
  const firstVoter = geography.blocks.map((block) => {
    const first = number
    number += block.voters.male + block.voters.female
    return first
  })
  return {
    ...geography,
    seed,
    qualifyingDate,
    voters,
    firstVoter,
    stations: layOutStations(geography, random.fork('stations')),
    contests: drawContests(geography.seats, candidatesPerSeat, random.fork('candidates')),
  }
}
