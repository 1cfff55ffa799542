import { hideSmallCells } from './small-cells.ts'
import type { Gender, RollDistrict } from './register/voter.ts'

export const ageBands = ['18-25', '26-35', '36-45', '46-55', '56-65', '66+'] as const
export type AgeBand = (typeof ageBands)[number]

/** Cells below this many people are not published. */
export const leastPublished = 10

/** Voters of one district, gender and age band: what the register is counted into. */
export interface CountedCell {
  readonly district: string
  readonly gender: Gender
  readonly band: AgeBand
  readonly voters: number
}

/** A line of a table by gender; null where a count would tell of single people. Totals are always exact. */
export interface GenderCounts {
  readonly male: number | null
  readonly female: number | null
  readonly other: number | null
  readonly total: number
}

/**
 * The published statistics of a roll, all from one snapshot. Every breakdown closes to `total`: where a cell is hidden
 * (null), the published totals stay exact and the cell cannot be worked out from them.
 */
export interface RollStatistics {
  readonly rollId: string
  readonly nameEn: string
  readonly nameUr: string
  readonly qualifyingDate: string
  /** Instant of the snapshot, ISO 8601. */
  readonly asOf: string
  readonly total: number
  readonly byGender: GenderCounts
  readonly byProvince: readonly ({ readonly province: string } & GenderCounts)[]
  readonly byDistrict: readonly ({
    readonly code: string
    readonly nameEn: string
    readonly nameUr: string
    readonly province: string
  } & GenderCounts)[]
  readonly byAge: readonly ({ readonly band: AgeBand } & GenderCounts)[]
  readonly byDistrictAndAge: readonly { readonly code: string; readonly voters: readonly (number | null)[] }[]
  readonly blocks: number
  readonly stations: number | null
  readonly leastPublished: number
  /** How many cells were hidden. */
  readonly hiddenCells: number
}

export interface RollFacts {
  readonly rollId: string
  readonly nameEn: string
  readonly nameUr: string
  readonly qualifyingDate: string
  readonly asOf: string
  readonly blocks: number
  readonly stations: number | null
}

const genders: readonly Gender[] = ['male', 'female', 'other']

/** The age band of a voter `age` whole years old at the qualifying date. */
export function bandOf(age: number): AgeBand {
  const index = age <= 25 ? 0 : age <= 35 ? 1 : age <= 45 ? 2 : age <= 55 ? 3 : age <= 65 ? 4 : 5
  return ageBands[index] ?? '66+'
}

/** Counts `cells` into a table with one line per key; a key that no cell has stays empty. */
function table(
  cells: readonly CountedCell[],
  keys: readonly string[],
  keyOf: (cell: CountedCell) => string,
): number[][] {
  const index = new Map(keys.map((key, i) => [key, i]))
  const rows = keys.map(() => genders.map(() => 0))
  for (const cell of cells) {
    const row = rows[index.get(keyOf(cell)) ?? -1]
    const column = genders.indexOf(cell.gender)
    if (row === undefined) throw new RangeError(`the rolls count voters under ${keyOf(cell)}, which is not listed`)
    row[column] = (row[column] ?? 0) + cell.voters
  }
  return rows
}

/** A table with its small cells hidden and the exact total of each line. */
function withTotals(rows: readonly (readonly number[])[]): GenderCounts[] {
  const hidden = hideSmallCells(rows, leastPublished)
  return rows.map((row, i) => {
    const total = row.reduce((sum, count) => sum + count, 0)
    const [male = null, female = null, other = null] = hidden[i] ?? []
    return { male, female, other, total }
  })
}

function hiddenIn(rows: readonly GenderCounts[]): number {
  return rows.reduce((sum, { male, female, other }) => sum + [male, female, other].filter((n) => n === null).length, 0)
}

/** The statistics of a roll out of its counted cells. Throws `RangeError` if a cell names a district that is not listed. */
export function rollStatistics(
  facts: RollFacts,
  cells: readonly CountedCell[],
  districts: readonly RollDistrict[],
): RollStatistics {
  const provinces = [...new Set(districts.map((district) => district.province))].sort()
  const provinceOf = new Map(districts.map((district) => [district.code, district.province]))
  const codes = districts.map((district) => district.code)
  const total = cells.reduce((sum, cell) => sum + cell.voters, 0)

  const byProvince = withTotals(table(cells, provinces, (cell) => provinceOf.get(cell.district) ?? cell.district))
  const byDistrict = withTotals(table(cells, codes, (cell) => cell.district))
  const byAge = withTotals(table(cells, ageBands, (cell) => cell.band))
  const whole = table(cells, ['all'], () => 'all')
  const [byGender] = withTotals(whole)

  const districtAges = codes.map((code) =>
    ageBands.map((band) =>
      cells.reduce((sum, cell) => (cell.district === code && cell.band === band ? sum + cell.voters : sum), 0),
    ),
  )
  const byDistrictAndAge = hideSmallCells(districtAges, leastPublished).map((voters, i) => ({
    code: codes[i] ?? '',
    voters,
  }))
  const hiddenAges = byDistrictAndAge.reduce((sum, { voters }) => sum + voters.filter((n) => n === null).length, 0)
  return {
    ...facts,
    total,
    byGender: byGender ?? { male: 0, female: 0, other: 0, total: 0 },
    byProvince: byProvince.map((counts, i) => Object.assign({ province: provinces[i] ?? '' }, counts)),
    byDistrict: byDistrict.map((counts, i) => {
      const { code, nameEn, nameUr, province } = districts[i] as RollDistrict
      return Object.assign({ code, nameEn, nameUr, province }, counts)
    }),
    byAge: byAge.map((counts, i) => Object.assign({ band: ageBands[i] ?? ('66+' as const) }, counts)),
    byDistrictAndAge,
    leastPublished,
    hiddenCells: hiddenIn(byProvince) + hiddenIn(byDistrict) + hiddenIn(byAge) + hiddenAges,
  }
}
