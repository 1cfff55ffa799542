import type { ElectoralArea } from '../../core/register/voter.ts'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { isOfPlaces, levels, type PublishedTable, type TableLevel } from '../../core/statistics/published-table.ts'
import type { BlockLine } from '../../core/statistics/block-lines.ts'
import { tablesOf, type RollStatistics } from '../../core/statistics/statistics.ts'
import { columnMeanings } from './column-meanings.ts'

type Row = readonly (string | number | null)[]

/** A file of comma-separated values and where it lies in the edition. */
export interface StatisticsFile {
  readonly path: string
  readonly rows: readonly Row[]
}

/** What stands in the total line's name, so that a file that has left its edition still says where it is from. */
function sourceOf({ rollId, edition, asOf }: RollStatistics): string {
  return `rolls-${rollId} edition ${edition} as of ${asOf}`
}

/** All files of comma-separated values of an edition. Every one ends with a line of totals. */
export function* statisticsTables(
  statistics: RollStatistics,
  blocks: readonly BlockLine[],
  areas: readonly ElectoralArea[],
): Generator<StatisticsFile> {
  const { gender } = statistics.tables
  const names = namesOf(statistics)
  for (const [name, table] of tablesOf(statistics))
    for (const level of levels)
      if (table[level].some(isOfPlaces))
        yield { path: statisticsPaths.table(name, level), rows: levelRows(statistics, table, level, names) }
  if (gender !== null) yield { path: statisticsPaths.gap, rows: gapRows(statistics, gender, names) }
  yield* blockFiles(statistics, blocks, areas)
  yield { path: statisticsPaths.columns, rows: [['column', 'meaning', 'meaning_ur'], ...columnMeanings] }
}

type Names = (codes: readonly string[]) => readonly [en: string, ur: string]

function namesOf({ districts, seats }: RollStatistics): Names {
  const known = new Map([...districts, ...seats].map(({ code, nameEn, nameUr }) => [code, { nameEn, nameUr }]))
  return (codes) => [
    codes.map((code) => known.get(code)?.nameEn ?? code).join(' + '),
    codes.map((code) => known.get(code)?.nameUr ?? code).join(' + '),
  ]
}

/** Places that are counted together stand in one line, their codes joined by a plus. */
function levelRows(statistics: RollStatistics, table: PublishedTable, level: TableLevel, names: Names): Row[] {
  return [
    ['area', 'name', 'name_ur', ...table.columns.map(columnName)],
    ...table[level].map(({ areas, counts }) => [areas.join('+'), ...names(areas), ...counts]),
    ['total', sourceOf(statistics), '', ...table.country],
  ]
}

/** `women 18-25` → `women_18_25`, `menAndOthers 66+` → `men_and_others_66_up`. */
function columnName(column: string): string {
  return column
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace('+', ' up')
    .replaceAll(/[\s-]/g, '_')
}

/** Districts and seats where men outnumber women by more than the share of the law (s.47). */
function gapRows(statistics: RollStatistics, gender: PublishedTable, names: Names): Row[] {
  const { percent, section } = statistics.genderGap
  /** The counts, the difference of men and women, and what it is in percent. */
  const withGap = (counts: readonly number[]): number[] => {
    const { difference, voters } = genderGap(counts, percent)
    return [...counts, difference, voters === 0 ? 0 : Number(((difference * 100) / voters).toFixed(2))]
  }
  const above = levels.flatMap((level) =>
    gender[level].flatMap((line): Row[] => {
      const { areas, counts } = line
      if (!isOfPlaces(line) || !genderGap(counts, percent).isAbove) return []
      return [[statisticsPaths.level(level), areas.join('+'), ...names(areas), ...withGap(counts)]]
    }),
  )
  const head = ['level', 'area', 'name', 'name_ur', ...gender.columns.map(columnName), 'difference', 'gap_percent']
  const source = `${sourceOf(statistics)}; above ${percent} percent (${section ?? 'Elections Act 2017'})`
  return [head, ...above, ['country', 'total', source, '', ...withGap(gender.country)]]
}

/** Blocks by district. A block counted with another one names it and has no counts; so a column adds up to the total. */
function* blockFiles(
  statistics: RollStatistics,
  blocks: readonly BlockLine[],
  areas: readonly ElectoralArea[],
): Generator<StatisticsFile> {
  if (blocks.length === 0) return
  for (const [district, members] of Map.groupBy(areas.keys(), (i) => (areas[i] as ElectoralArea).district)) {
    const totals = [0, 0, 0]
    const rows = members.map((i): Row => {
      const { block, countedWith, counts } = blocks[i] as BlockLine
      const { nameEn, nameUr } = areas[i] as ElectoralArea
      const [voters = null, women = null, menAndOthers = null] = counts ?? []
      for (const [column, count] of (counts ?? []).entries()) totals[column] = (totals[column] ?? 0) + count
      return [block, nameEn, nameUr, district, countedWith === block ? null : countedWith, voters, women, menAndOthers]
    })
    const head = ['block', 'name', 'name_ur', 'district', 'counted_with', 'voters', 'women', 'men_and_others']
    yield {
      path: statisticsPaths.blocks(district),
      rows: [head, ...rows, ['total', sourceOf(statistics), '', district, null, ...totals]],
    }
  }
}
