import type { ElectoralArea, RollDistrict } from '../register/voter.ts'
import { sumBlocks, type BlockCounts } from './block-counts.ts'
import type { Overlap } from './counted-together.ts'
import { noSeat, type PlaceCodes } from './published-table.ts'

/** A seat for which voters are counted. */
export interface CountedSeat {
  /** `NA-21`, `PP-108` */
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  readonly province: string
}

/** Where voters are counted. */
export interface CountedPlaces {
  readonly districts: readonly RollDistrict[]
  /** In the order of the count's blocks. */
  readonly areas: readonly ElectoralArea[]
  /** Seats of all assemblies; none where no delimitation is known. */
  readonly seats: readonly CountedSeat[]
  /** Seats of a block: at most one of the National Assembly and one of a provincial assembly. */
  readonly seatsOf: (block: string) => readonly string[]
}

/** A country cut into overlaps. */
export interface Cut {
  readonly codes: PlaceCodes
  readonly overlaps: readonly Overlap[]
  /** Number of each block's overlap. */
  readonly overlapOf: Int32Array
}

/** Cuts the country into overlaps of districts and seats. Throws `RangeError` where an area's district is not listed. */
export function cutCountry(count: BlockCounts, { districts, areas, seats, seatsOf }: CountedPlaces): Cut {
  const ofAssembly = (isNational: boolean) => [
    ...seats.map(({ code }) => code).filter((code) => code.startsWith('NA-') === isNational),
    noSeat,
  ]
  const codes = { districts, nationalSeats: ofAssembly(true), provincialSeats: ofAssembly(false) }
  const numbers = (of: readonly string[]) => new Map(of.map((code, i) => [code, i]))
  const districtNumbers = numbers(districts.map(({ code }) => code))
  const national = numbers(codes.nationalSeats)
  const provincial = numbers(codes.provincialSeats)
  const places: Overlap['places'][] = []
  const known = new Map<string, number>()
  const overlapOf = Int32Array.from(areas, ({ block, district }, i) => {
    if (block !== count.blocks[i])
      throw new RangeError(`the count has ${count.blocks[i]} where the areas have ${block}`)
    const ofDistrict = districtNumbers.get(district)
    if (ofDistrict === undefined) throw new RangeError(`block ${block} lies in ${district}, which is not listed`)
    const own = seatsOf(block)
    const seat = (numbersOf: ReadonlyMap<string, number>) =>
      numbersOf.get(own.find((code) => numbersOf.has(code)) ?? noSeat) ?? 0
    const place = [ofDistrict, seat(national), seat(provincial)] as const
    const found = known.get(place.join())
    if (found !== undefined) return found
    known.set(place.join(), places.length)
    return places.push(place) - 1
  })
  const sums = sumBlocks(count, overlapOf, places.length)
  return { codes, overlapOf, overlaps: places.map((at, i) => ({ places: at, counts: sums[i] ?? [] })) }
}
