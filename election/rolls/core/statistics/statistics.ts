import type { ElectoralArea, RollDistrict } from '../register/voter.ts'
import { addUp, countColumns, readSums, sumBlocks, type BlockCounts } from './block-counts.ts'
import { breakdowns, isPublishable, leastPublished, type BreakdownName } from './breakdowns.ts'
import { countTogether, eachAlone, type Overlap, type Together } from './counted-together.ts'
import { groupBlocks } from './block-groups.ts'
import type { DistrictTables } from './district-tables.ts'
import { statisticsPaths } from './file-paths.ts'
import { noSeat, publishTable, type PlaceCodes, type PublishedTable } from './published-table.ts'

/** A seat for which voters are counted. */
interface CountedSeat {
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

/** What is said of the count besides its numbers. */
export interface RollFacts {
  readonly rollId: string
  readonly nameEn: string
  readonly nameUr: string
  readonly qualifyingDate: string
  /** Instant of the snapshot, ISO 8601. */
  readonly asOf: string
  /** Number of the edition in which it is published. */
  readonly edition: number
  readonly blocks: number
  readonly stations: number | null
  /** Delimitation whose seats are counted. */
  readonly delimitationId: string | null
  /** Difference of men and women, in percent of the voters, above which the law asks for special measures. */
  readonly genderGap: { readonly percent: number; readonly section: string | null }
  /** Up to which action the register is counted: where the next edition goes on. */
  readonly counted: Horizon
}

/** Which actions are in a count: those up to the last, except the gaps (both ends included), and so many imports. */
export interface Horizon {
  readonly lastAction: number
  readonly gaps: readonly (readonly [from: number, to: number])[]
  readonly imports: number
}

const statisticsFormat = 'intikhab-roll-statistics/1'

type Named = Pick<RollDistrict, 'code' | 'nameEn' | 'nameUr' | 'province'>

/**
 * The published statistics of a roll, all from one snapshot. Every table closes to `total` on every level, and nothing in
 * them, added or subtracted, counts one to nine people of a kind: see `countTogether`.
 */
export interface RollStatistics extends RollFacts, DistrictTables {
  readonly format: typeof statisticsFormat
  readonly total: number
  readonly leastPublished: number
  readonly districts: readonly Named[]
  readonly seats: readonly (CountedSeat & {
    /** Districts in which it lies. */
    readonly districts: readonly string[]
  })[]
  /** Null where not even the whole country has enough people of a kind. */
  readonly tables: { readonly [B in BreakdownName]: PublishedTable | null }
  /** The whole country by age, men and others apart; null where there are too few others. */
  readonly agesOfOthers: { readonly men: readonly number[]; readonly others: readonly number[] } | null
}

/** The statistics that an edition of `rolls-<id>` holds; undefined where there is none, or one of an older shape. */
export async function findStatistics(
  edition: { json<T>(path: string): Promise<T | undefined> } | undefined,
): Promise<RollStatistics | undefined> {
  const found = await edition?.json<Partial<RollStatistics>>(statisticsPaths.all)
  return found?.format === statisticsFormat ? (found as RollStatistics) : undefined
}

/** Voters of a block, or of the few blocks that are counted together with it. */
export interface BlockLine {
  readonly block: string
  /** The block under which its voters are counted: itself for most. */
  readonly countedWith: string
  /** Voters, women, men and others; null where they stand under another block. */
  readonly counts: readonly number[] | null
}

export interface CountedRoll {
  readonly statistics: RollStatistics
  /** In the order of the blocks; empty where the breakdown by gender cannot be published at all. */
  readonly blocks: readonly BlockLine[]
}

interface Cut {
  readonly codes: PlaceCodes
  readonly overlaps: readonly Overlap[]
  /** Number of each block's overlap. */
  readonly overlapOf: Int32Array
}

/** Cuts the country into overlaps of districts and seats. Throws `RangeError` where an area's district is not listed. */
function cut(count: BlockCounts, { districts, areas, seats, seatsOf }: CountedPlaces): Cut {
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

/** Every overlap of the breakdown by gender published as far as its blocks can be told apart. */
function blockLines(count: BlockCounts, { overlaps, overlapOf }: Cut, together: Together): BlockLine[] {
  const { publish } = breakdowns.gender
  const rows = count.blocks.map((_, i) => publish([...count.counts.subarray(i * countColumns, (i + 1) * countColumns)]))
  const groups = new Map<string, number[]>()
  const keys = overlaps.map(({ places }) => places.map((place, level) => together[level]?.[place]).join())
  for (const [block, overlap] of overlapOf.entries()) {
    const key = keys[overlap] ?? ''
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [block])
    else members.push(block)
  }
  const firstOf = new Int32Array(rows.length)
  for (const members of groups.values()) {
    const firsts = groupBlocks(
      members.map((i) => rows[i] ?? []),
      (counts) => counts.every(isPublishable),
    )
    for (const [i, first] of firsts.entries()) firstOf[members[i] ?? 0] = members[first] ?? 0
  }
  const sums = rows.map((row) => [...row])
  for (const [i, first] of firstOf.entries()) if (first !== i) sums[first] = addUp([sums[first] ?? [], rows[i] ?? []])
  return count.blocks.map((block, i) => {
    const first = firstOf[i] ?? i
    return { block, countedWith: count.blocks[first] ?? block, counts: first === i ? (sums[i] ?? null) : null }
  })
}

/** The statistics of a roll out of its count. */
export function rollStatistics(
  facts: RollFacts,
  count: BlockCounts,
  places: CountedPlaces,
  ofDistricts: DistrictTables,
): CountedRoll {
  const country = cut(count, places)
  const { codes, overlaps } = country
  const provinceOf = (district: number) => codes.districts[district]?.province ?? ''
  const together = (name: BreakdownName, start: Together) => {
    const { guard, ofSeats } = breakdowns[name]
    // Where seats are not told apart, they do not cut the districts.
    const cutBy = ofSeats
      ? overlaps
      : overlaps.map(({ places: [district], counts }) => ({ places: [district, 0, 0] as const, counts }))
    return countTogether(cutBy, start, { guard, provinceOf })
  }
  const byGender = together(
    'gender',
    eachAlone([codes.districts.length, codes.nationalSeats.length, codes.provincialSeats.length]),
  )
  const tableOf = (name: BreakdownName) => {
    const found = byGender === undefined || name === 'gender' ? byGender : together(name, byGender)
    return found === undefined ? null : publishTable(breakdowns[name], overlaps, found, codes)
  }
  const whole = readSums(addUp(overlaps.map(({ counts }) => counts)))
  const tables = {
    gender: tableOf('gender'),
    others: tableOf('others'),
    ages: tableOf('ages'),
    disability: tableOf('disability'),
    status: tableOf('status'),
  }
  const areTold =
    tables.others !== null && tables.ages !== null && [...whole.menByAge, ...whole.othersByAge].every(isPublishable)
  const districtsOf = new Map<string, Set<string>>()
  for (const {
    places: [district, ...seats],
    counts,
  } of overlaps)
    if (counts.some((n) => n > 0))
      for (const [i, seat] of seats.entries()) {
        const code = (i === 0 ? codes.nationalSeats : codes.provincialSeats)[seat] ?? noSeat
        districtsOf.set(code, (districtsOf.get(code) ?? new Set()).add(codes.districts[district]?.code ?? ''))
      }
  return {
    statistics: {
      format: statisticsFormat,
      ...facts,
      ...ofDistricts,
      total: whole.voters,
      leastPublished,
      districts: places.districts.map(({ code, nameEn, nameUr, province }) => ({ code, nameEn, nameUr, province })),
      seats: places.seats.map((seat) => ({ ...seat, districts: [...(districtsOf.get(seat.code) ?? [])] })),
      tables,
      agesOfOthers: areTold ? { men: whole.menByAge, others: whole.othersByAge } : null,
    },
    blocks: byGender === undefined ? [] : blockLines(count, country, byGender),
  }
}
