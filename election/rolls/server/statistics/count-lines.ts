import { sql, type Kysely, type RawBuilder } from 'kysely'
import { bandsFrom, countAt, countColumns, type BlockCounts } from '../../core/statistics/block-counts.ts'
import type { Horizon } from '../../core/statistics/statistics.ts'
import { bornBy } from '../../core/register/roll.ts'
import { actionsAfter } from './horizon.ts'

/** Voters of one gender of one block, as they are counted and stored: six bands of age, then marks. */
export interface CountLine {
  readonly block: number
  readonly gender: string
  readonly counts: readonly number[]
}

export const lineColumns = [
  'age_18',
  'age_26',
  'age_36',
  'age_46',
  'age_56',
  'age_66',
  'disabled',
  'blocked',
  'death_noted',
  'overseas',
] as const

type LineRow = { block: number; gender: string } & Record<(typeof lineColumns)[number], number>

/** Who falls under which column, of a voter's row or of a state: `of` stands before each of its columns. */
function conditions(qualifyingDate: string, of: string): RawBuilder<unknown>[] {
  const column = (name: string) => sql.raw(`${of}${name}`)
  const born = column('date_of_birth')
  // Born by these days somebody has reached the first age of a band on the qualifying date.
  const days = bandsFrom.map((years) => bornBy(qualifyingDate, years))
  const bands = [undefined, ...days].map((from, i) => {
    const reached = from === undefined ? sql`true` : sql`${born} <= ${from}::date`
    return days[i] === undefined ? reached : sql`${reached} and ${born} > ${days[i]}::date`
  })
  const marks = ['b', 'd', 'o'].map((letter) => sql`${column('status')} = ${letter}`)
  return [...bands, column('disabled'), ...marks]
}

async function lines(
  db: Kysely<unknown>,
  qualifyingDate: string,
  { from, of, where }: { from: RawBuilder<unknown>; of: string; where: RawBuilder<unknown> },
): Promise<CountLine[]> {
  const counted = conditions(qualifyingDate, of).map(
    (condition, i) => sql`count(*) filter (where ${condition})::int as ${sql.raw(lineColumns[i] ?? '')}`,
  )
  const { rows } =
    await sql<LineRow>`select ${sql.raw(`${of}block as block, ${of}gender as gender`)}, ${sql.join(counted)}
    from ${from} where ${where} group by 1, 2`.execute(db)
  return rows.map(lineOf)
}

function lineOf({ block, gender, ...row }: LineRow): CountLine {
  return { block, gender, counts: lineColumns.map((column) => row[column]) }
}

/** Everybody on the roll, counted in one pass over the register. */
export function countRegister(db: Kysely<unknown>, qualifyingDate: string): Promise<CountLine[]> {
  return lines(db, qualifyingDate, { from: sql`rolls.voter`, of: '', where: sql`block is not null` })
}

/** What the actions after a horizon took from the lines, and what they added to them. */
export async function countActions(
  db: Kysely<unknown>,
  qualifyingDate: string,
  since: Horizon,
): Promise<{ taken: CountLine[]; added: CountLine[] }> {
  const side = (name: 'before' | 'after', block: string) =>
    lines(db, qualifyingDate, {
      from: actionsAfter(since, sql.raw(`a.${name}, a.${block}`)),
      of: `(late.${name}).`,
      where: sql`late.${sql.id(block)} is not null`,
    })
  return { taken: await side('before', 'from_block'), added: await side('after', 'to_block') }
}

/** The lines of the stored count. */
export async function storedLines(db: Kysely<unknown>, qualifyingDate: string): Promise<CountLine[]> {
  const { rows } = await sql<LineRow>`select block, gender, ${sql.raw(lineColumns.join(', '))}
    from rolls.counted_line where qualifying_date = ${qualifyingDate}`.execute(db)
  return rows.map(lineOf)
}

const agesAt: Readonly<Record<string, number>> = { f: countAt.women, m: countAt.men, o: countAt.others }
const marksAt = [countAt.blocked, countAt.deathNoted, countAt.overseas]

/** Adds lines up by block, or takes them away. Throws `RangeError` for a block that is no electoral area. */
export function addLines(
  { counts }: BlockCounts,
  places: ReadonlyMap<number, number>,
  counted: readonly CountLine[],
  sign: 1 | -1 = 1,
): void {
  for (const line of counted) {
    const place = places.get(line.block)
    const ages = agesAt[line.gender]
    if (place === undefined || ages === undefined)
      throw new RangeError(`voters ${line.gender} are counted in block ${line.block}, which is no electoral area`)
    const at = place * countColumns
    const add = (column: number, n = 0) => (counts[at + column] = (counts[at + column] ?? 0) + sign * n)
    for (let band = 0; band < 6; band++) add(ages + band, line.counts[band])
    add(line.gender === 'f' ? countAt.disabledWomen : countAt.disabledMenAndOthers, line.counts[6])
    for (const [i, column] of marksAt.entries()) add(column, line.counts[7 + i])
  }
}
