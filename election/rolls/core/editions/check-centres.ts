import { fold } from '@intikhab/kernel/language'
import { FindingList, ProblemList, type Finding, type ProblemReport } from '@intikhab/kernel/tables/findings'
import { centreFindings, centreProblems } from './centre-problems.ts'
import type { DisplayCentre } from './display-centre.ts'

/** One line of a table of display centres. */
export interface CentreRow extends Omit<DisplayCentre, 'number' | 'isClosed'> {
  readonly line: number
}

/** What a table of display centres is held against. */
export interface KnownToCentres {
  /** The district whose table it is; null for one of the whole country. */
  readonly district: string | null
  readonly districts: ReadonlySet<string>
  /** Code of the district by electoral area. */
  readonly areas: ReadonlyMap<string, string>
  /** Those of the roll already, given up or not. */
  readonly centres: readonly DisplayCentre[]
}

/** What a table leads to. */
interface CheckedCentres {
  /** New and changed ones, with their numbers. */
  readonly toPut: readonly DisplayCentre[]
  readonly totals: Readonly<Record<'centres' | 'areas' | 'entered' | 'changed' | 'unchanged', number>>
  readonly findings: readonly Finding[]
}

type Checked =
  | { readonly ok: true; readonly value: CheckedCentres }
  | { readonly ok: false; readonly refused: ProblemReport }

/** By this a centre is known again: a district has one of a name, however it is spaced and capitalised. */
export function centreKey({ district, nameEn }: Pick<DisplayCentre, 'district' | 'nameEn'>): string {
  return `${district} ${fold(nameEn.trim())}`
}

/**
 * Checks the table as a whole: each line is a new centre or the next state of the one of its name; centres that it does not
 * name stay as they are. An area may go from one centre of the table to another, but not away from one that stays.
 */
export function checkCentres(file: string, rows: readonly CentreRow[], known: KnownToCentres): Checked {
  const problems = new ProblemList()
  const byKey = Map.groupBy(known.centres, centreKey)
  const named = new Map(rows.map((row) => [centreKey(row), row]))
  const staying = known.centres.filter((centre) => !centre.isClosed && !named.has(centreKey(centre)))
  const placed = new Map(staying.flatMap(({ number, blocks }) => blocks.map((block) => [block, number] as const)))
  const lines = new Map<string, number>()
  const toPut: DisplayCentre[] = []
  let next = Math.max(0, ...known.centres.map(({ number }) => number)) + 1
  let entered = 0
  for (const row of rows) {
    const { line, ...said } = row
    const { district } = said
    const at = { file, line }
    if (!known.districts.has(district))
      problems.add(centreProblems['centre-district-unknown'], { ...at, field: 'district', found: district })
    else if (known.district !== null && known.district !== district)
      problems.add(centreProblems['centre-of-another-district'], {
        ...at,
        field: 'district',
        found: district,
        values: { district: known.district },
      })
    if (said.closesAt <= said.opensAt)
      problems.add(centreProblems['centre-hours'], {
        ...at,
        field: 'closesAt',
        found: said.closesAt,
        values: { opens: said.opensAt },
      })
    for (const block of said.blocks) {
      const [first, lies, centre] = [lines.get(block), known.areas.get(block), placed.get(block)]
      const where = { ...at, field: 'blocks', found: block }
      if (first !== undefined) problems.add(centreProblems['centre-area-twice'], { ...where, values: { first } })
      else if (lies === undefined) problems.add(centreProblems['centre-area-unknown'], where)
      else if (lies !== district)
        problems.add(centreProblems['centre-area-of-another-district'], { ...where, values: { lies } })
      else if (centre !== undefined)
        problems.add(centreProblems['centre-area-elsewhere'], { ...where, values: { centre } })
      lines.set(block, first ?? line)
    }
    const before = findBefore(byKey.get(centreKey(row)) ?? [])
    if (before === 'several')
      problems.add(centreProblems['centre-name-ambiguous'], { ...at, field: 'nameEn', found: said.nameEn })
    else {
      const centre = { ...said, number: before?.number ?? next, isClosed: false, blocks: said.blocks.toSorted() }
      if (before === undefined) [next, entered] = [next + 1, entered + 1]
      if (before === undefined || !isSame(before, centre)) toPut.push(centre)
    }
  }
  if (problems.count > 0) return { ok: false, refused: problems.report() }
  const totals = {
    centres: rows.length,
    areas: lines.size,
    entered,
    changed: toPut.length - entered,
    unchanged: rows.length - toPut.length,
  }
  return {
    ok: true,
    value: { toPut, totals, findings: uncovered(rows, known, new Set([...placed.keys(), ...lines.keys()])) },
  }
}

/** The centre of a name: the one that is open, else one that was given up, which is opened again. */
function findBefore(ofName: readonly DisplayCentre[]): DisplayCentre | undefined | 'several' {
  const open = ofName.filter(({ isClosed }) => !isClosed)
  const candidates = open.length > 0 ? open : ofName
  return candidates.length > 1 ? 'several' : candidates[0]
}

const compared = ['nameEn', 'nameUr', 'addressEn', 'addressUr', 'opensAt', 'closesAt', 'isClosed'] as const

function isSame(before: DisplayCentre, after: DisplayCentre): boolean {
  return compared.every((field) => before[field] === after[field]) && before.blocks.join() === after.blocks.join()
}

/** Of the districts of a table, those in which somebody would not know where to go. */
function uncovered(
  rows: readonly CentreRow[],
  { areas }: Pick<KnownToCentres, 'areas'>,
  covered: ReadonlySet<string>,
): Finding[] {
  const findings = new FindingList('rolls', centreFindings)
  const districts = new Set(rows.map(({ district }) => district))
  const without = new Map<string, number>()
  for (const [block, district] of areas)
    if (districts.has(district) && !covered.has(block)) without.set(district, (without.get(district) ?? 0) + 1)
  for (const [district, count] of without) findings.add('areas-without-centre', district, [], { areas: count })
  return findings.list()
}
