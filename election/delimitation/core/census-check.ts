import {
  FindingList,
  problemKinds,
  ProblemList,
  type Finding,
  type ProblemReport,
} from '@intikhab/kernel/tables/findings'
import { censusFindings } from './census-findings.ts'
import { censusTree, type CensusLine, type CensusPlace, type CensusTree } from './census-tree.ts'
import { levelOf, type Level } from './level.ts'
import { provinceOfBlock, type Province } from './province.ts'
import { checkTehsilColumn } from './tehsil-column.ts'

/** One row of the table of blocks, with the names that its columns give. */
export interface CensusBlockRow {
  readonly line: number
  readonly district: string
  readonly tehsil: string
  readonly unit: string
  readonly block: string
  readonly population: number
  readonly households: number
}

/** A place of the census, ready to be stored. */
export interface CheckedPlace {
  readonly id: number
  readonly parent: number | null
  readonly level: Level
  readonly name: string
  readonly province: Province
  /** As printed. */
  readonly population: number
  readonly households: number
  readonly line: number
}

export interface CheckedBlock {
  readonly code: string
  readonly place: number
  readonly population: number
  readonly households: number
}

export interface CheckedCensus {
  readonly places: readonly CheckedPlace[]
  readonly blocks: readonly CheckedBlock[]
  readonly totals: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/** What makes the tables of a census unusable together. */
export const censusProblems = problemKinds('delimitation', {
  'block-not-printed': {
    en: 'Block {found} stands in the table of blocks but not among the printed lines.',
    ur: 'بلاک {found} بلاکوں کے جدول میں ہے مگر مطبوعہ سطروں میں نہیں۔',
  },
  'block-not-listed': {
    en: 'Block {found} is printed but missing from the table of blocks.',
    ur: 'بلاک {found} مطبوعہ ہے مگر بلاکوں کے جدول میں نہیں۔',
  },
  'block-differs': {
    en: 'Block {found} has {listed, number} people and {listedHouseholds, number} households here, but {printed, number} and {printedHouseholds, number} are printed.',
    ur: 'بلاک {found} میں یہاں {listed, number} لوگ اور {listedHouseholds, number} گھرانے ہیں مگر مطبوعہ {printed, number} اور {printedHouseholds, number} ہیں۔',
  },
  'block-printed-twice': { en: 'Block {found} is printed twice.', ur: 'بلاک {found} دو بار چھپا ہے۔' },
  'district-of-no-province': {
    en: 'The census district of block {found} belongs to no known province.',
    ur: 'بلاک {found} کا شماریاتی ضلع کسی معلوم صوبے کا نہیں۔',
  },
})

/** People in one block above which it is named: a block is laid out for 200 to 250 houses. */
const crowdedBlock = 5000

type Checked = { ok: true; census: CheckedCensus } | { ok: false; refused: ProblemReport }

/**
 * Checks a census: the table of blocks against the printed lines of the district tables. The two must name the same
 * blocks with the same figures; otherwise they are two different censuses and the pair is refused. Every printed total
 * is then compared with its parts, and the tehsil column with the printed tehsils; what differs is found, not repaired.
 */
export function checkCensus(
  blocks: { file: string; rows: readonly CensusBlockRow[] },
  lines: { file: string; rows: readonly CensusLine[] },
): Checked {
  const list = new ProblemList()
  const listed = new Map(blocks.rows.map((row) => [row.block, row]))
  const tree = censusTree(lines.rows)
  const printed = new Set<string>()
  for (const { printed: line } of tree.blocks) {
    const row = listed.get(line.name)
    const at = { file: lines.file, line: line.line, field: 'name', found: line.name }
    if (printed.has(line.name)) list.add(censusProblems['block-printed-twice'], at)
    printed.add(line.name)
    if (row === undefined) list.add(censusProblems['block-not-listed'], at)
    else if (row.population !== line.population || row.households !== line.households)
      list.add(censusProblems['block-differs'], {
        ...at,
        file: blocks.file,
        line: row.line,
        field: row.population === line.population ? 'households' : 'population',
        values: {
          listed: row.population,
          listedHouseholds: row.households,
          printed: line.population,
          printedHouseholds: line.households,
        },
      })
  }
  for (const row of blocks.rows)
    if (!printed.has(row.block))
      list.add(censusProblems['block-not-printed'], {
        file: blocks.file,
        line: row.line,
        field: 'block_code',
        found: row.block,
      })
  const provinces = provincesOf(tree, lines.file, list)
  if (list.count > 0) return { ok: false, refused: list.report() }

  const findings = new FindingList('delimitation', censusFindings)
  const places = checkedPlaces(tree, provinces)
  checkHeadings(tree, findings)
  checkTehsilColumn(tree, listed, findings)
  checkBlocks(tree, listed, findings)
  return {
    ok: true,
    census: {
      places,
      blocks: tree.blocks.map(({ printed: line, place }) => ({
        code: line.name,
        place,
        population: line.population,
        households: line.households,
      })),
      totals: totalsOf(tree),
      findings: findings.list({ crowded: crowdedBlock }),
    },
  }
}

function provincesOf(tree: CensusTree, file: string, list: ProblemList): ReadonlyMap<string, Province> {
  const roots = new Map(
    tree.places.filter((place) => place.parent === null).map(({ printed }) => [printed.district, printed.name]),
  )
  const provinces = new Map<string, Province>()
  for (const { printed } of tree.blocks) {
    if (provinces.has(printed.district)) continue
    const province = provinceOfBlock(printed.name, roots.get(printed.district) ?? '')
    if (province !== undefined) provinces.set(printed.district, province)
    else
      list.add(censusProblems['district-of-no-province'], {
        file,
        line: printed.line,
        field: 'name',
        found: printed.name,
      })
  }
  return provinces
}

function checkedPlaces(tree: CensusTree, provinces: ReadonlyMap<string, Province>): CheckedPlace[] {
  const depths: number[] = []
  const holdsCharges = new Set<number>()
  for (const { index, parent, printed } of tree.places) {
    depths[index] = parent === null ? 0 : (depths[parent] ?? 0) + 1
    if (printed.kind === 'charge' && parent !== null) holdsCharges.add(parent)
  }
  const hasParts = new Set(tree.places.map((place) => place.parent))
  return tree.places.map((place) => {
    const { index, parent, printed } = place
    const province = provinces.get(printed.district) ?? 'punjab'
    const depth = depths[index] ?? 0
    const leaf = !hasParts.has(index) && (place.holdsBlocks || depth > 3)
    const level = levelOf(place, { charges: holdsCharges.has(index), blocks: leaf, depth }, province)
    const { name, population, households, line } = printed
    return { id: index, parent, level, name, province, population, households, line }
  })
}

function checkHeadings(tree: CensusTree, findings: FindingList<keyof typeof censusFindings>): void {
  const hasParts = new Set(tree.places.map((place) => place.parent))
  for (const place of tree.places) {
    const { printed, population, households, parent } = place
    if (population !== printed.population || households !== printed.households)
      findings.add('does-not-add-up', subjectOf(place), [printed.line], {
        printed: printed.population,
        sum: population,
        difference: population - printed.population,
        householdsDifference: households - printed.households,
      })
    if (!place.holdsBlocks && !hasParts.has(place.index))
      findings.add('without-blocks', subjectOf(place), [printed.line])
    if (parent === null && printed.kind !== 'district')
      findings.add('not-called-a-district', subjectOf(place), [printed.line])
    if (parent !== null && tree.places[parent]?.printed.kind === 'district' && printed.kind === 'unit')
      findings.add('not-called-a-tehsil', subjectOf(place), [printed.line], { population: printed.population })
  }
}

function checkBlocks(
  tree: CensusTree,
  listed: ReadonlyMap<string, CensusBlockRow>,
  findings: FindingList<keyof typeof censusFindings>,
): void {
  for (const { printed, place } of tree.blocks) {
    const row = listed.get(printed.name)
    if (row === undefined) continue
    if (row.population === 0) findings.add('empty-block', row.block, [row.line])
    else if (row.households === 0)
      findings.add('people-without-household', row.block, [row.line], { population: row.population })
    if (row.population > crowdedBlock)
      findings.add('crowded-block', row.block, [row.line], { population: row.population })
    if (!bears(tree.places, place, row.unit))
      findings.add('unit-column-differs', row.block, [row.line], { unit: row.unit })
  }
}

function bears(places: readonly CensusPlace[], from: number, name: string): boolean {
  for (let at: number | null = from; at !== null; at = places[at]?.parent ?? null)
    if (places[at]?.printed.name === name) return true
  return false
}

/** A heading by its district and its name: names repeat across the country. */
function subjectOf({ printed }: CensusPlace): string {
  return `${printed.district} / ${printed.name}`
}

function totalsOf(tree: CensusTree): Record<string, number> {
  const totals: Record<string, number> = { population: 0, households: 0, blocks: tree.blocks.length }
  const count = (key: string, by = 1) => (totals[key] = (totals[key] ?? 0) + by)
  for (const { printed } of tree.blocks) {
    count('population', printed.population)
    count('households', printed.households)
  }
  for (const { printed, parent } of tree.places) {
    count(parent === null ? 'district' : printed.kind)
    if (printed.population === 0 && parent !== null) count('uninhabitedHeadings')
  }
  return totals
}
