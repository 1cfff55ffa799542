import { placeNames } from '../country/place-names.ts'
import type { Bilingual } from '../country/names.ts'
import { seeded } from '../country/random.ts'
import { apportion, runningTotals } from './apportion.ts'
import type { CensusBlocks } from './census.ts'
import { censusDistricts, regions } from './districts.ts'
import { regionTotals, nationalTotal, type RegionTotals } from './roll-2024.ts'

/** A national roll before anybody is made: where how many live. Any block's voters can be made from it alone. */
export interface NationalPlan {
  readonly seed: string
  readonly voters: number
  readonly regions: readonly RegionTotals[]
  readonly census: string
  /** Blocks of the roll, empty ones too, district after district. */
  readonly blocks: number
  readonly code: Int32Array
  readonly district: Uint8Array
  readonly urban: Uint8Array
  readonly men: Int32Array
  readonly women: Int32Array
  readonly others: Int32Array
  /** By block: how many voters the country has before it; the last entry is all of them. */
  readonly before: Int32Array
  /** By block: number of its place (a census circle) in `places`. */
  readonly place: Int32Array
  readonly places: readonly Bilingual[]
  /** By district of `censusDistricts`: its first block; one entry more for the end. */
  readonly firstBlock: Int32Array
}

/** The blocks that a roll of `voters` needs so that each is as large as in the whole country; one a district at least. */
function chooseBlocks({ code, district, population }: CensusBlocks, voters: number): number[] {
  const all = Array.from(code.keys())
  if (voters >= nationalTotal) return all
  const step = nationalTotal / voters
  const chosen: number[] = []
  let next = step / 2
  let last = -1
  for (const i of all) {
    const isDue = i >= next
    if (isDue) next += step
    const isOnlyOne = district[i] !== last && (population[i] ?? 0) > 0
    if (!isDue && !isOnlyOne) continue
    chosen.push(i)
    if ((population[i] ?? 0) > 0) last = district[i] ?? -1
  }
  return chosen
}

/** Plans a roll of so many voters over the blocks of a census. Same seed, same census, same size: same roll. */
export function planNational(census: CensusBlocks, seed: string, voters: number = nationalTotal): NationalPlan {
  const chosen = chooseBlocks(census, voters)
  const code = Int32Array.from(chosen, (i) => census.code[i] ?? 0)
  const district = Uint8Array.from(chosen, (i) => census.district[i] ?? 0)
  const population = Int32Array.from(chosen, (i) => census.population[i] ?? 0)
  const [men, women, others] = [0, 1, 2].map(() => new Int32Array(code.length)) as [Int32Array, Int32Array, Int32Array]
  const totals = regionTotals(voters)
  const regionOf = Array.from(district, (number) => regions.indexOf(censusDistricts[number]?.region ?? 'punjab'))
  for (const [region, total] of totals.entries()) {
    const from = regionOf.indexOf(region)
    const to = regionOf.lastIndexOf(region) + 1
    const electors = apportion(total.voters, population.subarray(from, to))
    const passed = runningTotals(electors)
    // Far fewer than blocks: by largest remainder they would all be in the largest.
    const othersBefore = (n: number) => Math.floor((n * total.others) / Math.max(1, total.voters) + 0.5)
    for (let i = from; i < to; i++)
      others[i] = othersBefore(passed[i - from + 1] ?? 0) - othersBefore(passed[i - from] ?? 0)
    const rest = electors.map((all, i) => all - (others[from + i] ?? 0))
    men.set(apportion(total.men, rest), from)
    for (let i = from; i < to; i++) women[i] = (rest[i - from] ?? 0) - (men[i] ?? 0)
  }
  const before = runningTotals(men.map((count, i) => count + (women[i] ?? 0) + (others[i] ?? 0)))
  const firstBlock = Int32Array.from({ length: censusDistricts.length + 1 }, (_, number) => {
    const first = district.findIndex((each) => each >= number)
    return first < 0 ? code.length : first
  })
  const places = namePlaces({ code, district, urban: Uint8Array.from(chosen, (i) => census.urban[i] ?? 0) }, seed)
  return {
    seed,
    voters,
    regions: totals,
    census: census.source,
    blocks: code.length,
    code,
    district,
    men,
    women,
    others,
    before,
    firstBlock,
    ...places,
  }
}

/** Gives every census circle an invented name, which its blocks share; no two of a district have the same. */
function namePlaces(
  { code, district, urban }: Pick<NationalPlan, 'code' | 'district' | 'urban'>,
  seed: string,
): Pick<NationalPlan, 'urban' | 'place' | 'places'> {
  const place = new Int32Array(code.length)
  const places: Bilingual[] = []
  let [lastDistrict, lastCircle] = [-1, -1]
  let nextName = placeNames(seeded(seed))
  for (let i = 0; i < code.length; i++) {
    const circle = Math.floor((code[i] ?? 0) / 100)
    if (district[i] !== lastDistrict) {
      lastDistrict = district[i] ?? 0
      nextName = placeNames(seeded(`${seed}/places/${lastDistrict}`))
      lastCircle = -1
    }
    if (circle !== lastCircle) places.push(nextName(urban[i] === 1))
    lastCircle = circle
    place[i] = places.length - 1
  }
  return { urban, place, places }
}
