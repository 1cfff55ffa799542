import type { Random } from '../country/random.ts'
import { allot } from './allotment.ts'
import { withoutRepeats, type SchemeRow } from './scheme-source.ts'

/** A polling station of one seat: from the real scheme where it has one, generated where it does not. */
export interface PlannedStation {
  /** Unique in the seat. */
  readonly number: number
  readonly name: string
  readonly from: 'scheme' | 'generated'
  readonly type: 'male' | 'female' | 'combined'
  readonly male: number
  readonly female: number
  readonly lat: string
  readonly lon: string
}

/** Voters of an ordinary station of 2018: 105,955,407 voters in 85,307 stations. */
const ordinaryVoters = 1240

/** Share of women on the rolls of 2018: 46,731,145 of 105,955,407. */
const womenShare = 0.441

/** Types of 2018: 23,424 male, 21,707 female, 40,133 combined. */
const maleShare = 0.275
const femaleShare = 0.255

interface Voters {
  readonly male: number
  readonly female: number
}

/**
 * The seat's stations, whose registered voters add up to the seat's exactly. The real scheme is taken as it is and then
 * closed: where voters are missing, stations of an ordinary size are generated for them, or, where fewer than half a
 * station's are missing, they join the real ones; where the scheme has too many, every station gives some up.
 */
export function planStations(
  seat: { readonly name: string; readonly registered: number },
  schemeRows: readonly SchemeRow[],
  random: Random,
): PlannedStation[] {
  const real = withoutRepeats(schemeRows).filter(({ male, female }) => male + female > 0)
  const listed = real.reduce((sum, { male, female }) => sum + male + female, 0)
  const missing = seat.registered - listed
  const closes = missing < ordinaryVoters / 2 && real.length > 0
  const voters = closes ? resize(real, seat.registered, random) : real
  const taken = new Set<number>()
  const stations = real.map((row, i): PlannedStation => {
    const { male, female } = voters[i] ?? row
    const { name, lat, lon } = row
    const number = taken.has(row.number) ? firstFree(taken, real) : row.number
    taken.add(number)
    return { number, name, from: 'scheme', type: typeOf({ male, female }), male, female, lat, lon }
  })
  if (!closes) {
    const generated = generate(missing, random)
    let number = 1
    for (const { male, female } of generated) {
      while (taken.has(number)) number++
      taken.add(number)
      const name = `Generated polling station ${number}, ${seat.name}`
      stations.push({ number, name, from: 'generated', type: typeOf({ male, female }), male, female, lat: '', lon: '' })
    }
  }
  return stations.filter(({ male, female }) => male + female > 0).sort((a, b) => a.number - b.number)
}

function typeOf({ male, female }: Voters): PlannedStation['type'] {
  if (female === 0) return 'male'
  return male === 0 ? 'female' : 'combined'
}

/** The first number that no station of the scheme has; for a second station under the same number. */
function firstFree(taken: ReadonlySet<number>, real: readonly SchemeRow[]): number {
  const listed = new Set(real.map(({ number }) => number))
  let number = 1
  while (taken.has(number) || listed.has(number)) number++
  return number
}

/** The same stations with `total` voters among them, each in proportion and with its own share of women. */
function resize(rows: readonly SchemeRow[], total: number, random: Random): Voters[] {
  const sizes = rows.map(({ male, female }) => male + female)
  const resized = allot(
    total,
    sizes,
    sizes.map(() => total),
    random,
  )
  return rows.map((row, i) => {
    const size = resized[i] ?? 0
    const female = Math.round((size * row.female) / (row.male + row.female))
    return { male: size - female, female }
  })
}

/** Stations of about the ordinary size for so many voters: men's, women's and combined ones as they were in 2018. */
function generate(voters: number, random: Random): Voters[] {
  const count = Math.max(1, Math.round(voters / ordinaryVoters))
  const weights = Array.from({ length: count }, () => Math.exp(0.25 * random.normal()))
  const sizes = allot(
    voters,
    weights,
    weights.map(() => voters),
    random,
  )
  return sizes.map((size) => {
    const draw = random.unit()
    if (draw < maleShare) return { male: size, female: 0 }
    if (draw < maleShare + femaleShare) return { male: 0, female: size }
    const share = Math.min(0.6, Math.max(0.25, womenShare + 0.03 * random.normal()))
    const female = Math.round(size * share)
    return { male: size - female, female }
  })
}
