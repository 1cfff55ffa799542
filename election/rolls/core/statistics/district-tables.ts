import type { RollDistrict } from '../register/voter.ts'
import { countTogether, eachAlone } from './counted-together.ts'
import { publishTable, type PublishedTable } from './published-table.ts'

/** Entries that came and went between two counts, from one district to another; null is off the roll. */
export interface Movement {
  readonly from: string | null
  readonly to: string | null
  readonly entries: number
}

/** What the civil registry says of a district, against what the rolls made of it. */
export interface RegistryCount {
  readonly district: string
  /** Cards issued to people of voting age whose address lies there, and how many of them are on the roll. */
  readonly cardsIssued: number
  readonly enrolled: number
  /** Deaths told by the registry, and how many of those entries were struck off. */
  readonly deaths: number
  readonly removed: number
}

/** Tables that exist for provinces and districts alone. */
export interface DistrictTables {
  /** What changed since the edition before; null where there is none, or where voters came that no action accounts for. */
  readonly changes: {
    readonly since: { readonly edition: number; readonly asOf: string }
    readonly table: PublishedTable | null
  } | null
  /** Null where the registry told nothing; a district that is missing is not known. */
  readonly registry: PublishedTable | null
}

const changeColumns = ['added', 'leftTheRoll', 'movedIn', 'movedOut'] as const
export const registryColumns = ['cardsIssued', 'enrolled', 'deaths', 'removed'] as const

type Places = readonly Pick<RollDistrict, 'code' | 'province'>[]

/** A table of counts by district; districts whose counts would tell of a few are counted together. */
function tableOf(
  columns: readonly string[],
  districts: Places,
  counts: ReadonlyMap<string, readonly number[]>,
  guard: (counts: readonly number[]) => readonly number[],
): PublishedTable | null {
  const known = districts.filter(({ code }) => counts.has(code))
  const overlaps = known.map(({ code }, i) => ({ places: [i, 0, 0] as const, counts: counts.get(code) ?? [] }))
  const together = countTogether(overlaps, eachAlone([known.length, 1, 1]), {
    guard,
    provinceOf: (district) => known[district]?.province ?? '',
  })
  if (together === undefined || known.length === 0) return null
  const breakdown = { columns, publish: (row: readonly number[]) => row, guard, ofSeats: false }
  return publishTable(breakdown, overlaps, together, { districts: known, nationalSeats: [], provincialSeats: [] })
}

/** New entries, entries that left the roll, and those that moved from district to district. */
export function changesTable(movements: readonly Movement[], districts: Places): PublishedTable | null {
  const counts = new Map(districts.map(({ code }) => [code, changeColumns.map(() => 0)]))
  const add = (district: string, column: (typeof changeColumns)[number], entries: number) => {
    const row = counts.get(district)
    if (row === undefined) throw new RangeError(`entries moved in ${district}, which is not listed`)
    const place = changeColumns.indexOf(column)
    row[place] = (row[place] ?? 0) + entries
  }
  for (const { from, to, entries } of movements) {
    if (from === to) continue
    if (to !== null) add(to, from === null ? 'added' : 'movedIn', entries)
    if (from !== null) add(from, to === null ? 'leftTheRoll' : 'movedOut', entries)
  }
  return tableOf(changeColumns, districts, counts, (row) => row)
}

/** Cards issued against enrolled, deaths against removed. Who is missing is guarded too: it follows by subtraction. */
export function registryTable(told: readonly RegistryCount[], districts: Places): PublishedTable | null {
  const counts = new Map(
    told.map(({ district, cardsIssued, enrolled, deaths, removed }) => [
      district,
      [cardsIssued, enrolled, deaths, removed],
    ]),
  )
  return tableOf(registryColumns, districts, counts, ([issued = 0, enrolled = 0, deaths = 0, removed = 0]) => [
    issued,
    enrolled,
    issued - enrolled,
    deaths,
    removed,
    deaths - removed,
  ])
}
