import type { RollDistrict } from '../register/voter.ts'
import { addUp, readSums, type BlockCounts } from './block-counts.ts'
import { blockLines, type BlockLine } from './block-lines.ts'
import { breakdowns, isPublishable, leastPublished, type BreakdownName } from './breakdowns.ts'
import { countTogether, eachAlone, type Together } from './counted-together.ts'
import { cutCountry, type CountedPlaces, type CountedSeat, type Cut } from './cut-country.ts'
import type { DistrictTables } from './district-tables.ts'
import { statisticsPaths } from './file-paths.ts'
import { noSeat, publishTable, type PublishedTable } from './published-table.ts'

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

/** Every table of the statistics that is told, by its name in the files. */
export function tablesOf({ tables, changes, registry }: RollStatistics): (readonly [name: string, PublishedTable])[] {
  const named = { ...tables, changes: changes?.table ?? null, registry }
  return Object.entries(named).flatMap(([name, table]) => (table === null ? [] : [[name, table] as const]))
}

export interface CountedRoll {
  readonly statistics: RollStatistics
  /** In the order of the blocks; empty where the breakdown by gender cannot be published at all. */
  readonly blocks: readonly BlockLine[]
}

/** The statistics of a roll out of its count. */
export function rollStatistics(
  facts: RollFacts,
  count: BlockCounts,
  places: CountedPlaces,
  ofDistricts: DistrictTables,
): CountedRoll {
  const country = cutCountry(count, places)
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
  const districtsOf = districtsOfSeats(country)
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

/** By seat the districts in which somebody votes for it. */
function districtsOfSeats({ codes, overlaps }: Cut): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { places, counts } of overlaps) {
    if (counts.every((n) => n === 0)) continue
    const [district, national, provincial] = places
    for (const seat of [codes.nationalSeats[national] ?? noSeat, codes.provincialSeats[provincial] ?? noSeat])
      found.set(seat, (found.get(seat) ?? new Set()).add(codes.districts[district]?.code ?? ''))
  }
  return found
}
