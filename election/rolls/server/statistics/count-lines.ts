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

/** Who falls under which column. */
function conditions(qualifyingDate: string): RawBuilder<unknown>[] {
  // Born by these days somebody has reached the first age of a band on the qualifying date.
  const days = bandsFrom.map((years) => bornBy(qualifyingDate, years))
  const bands = [undefined, ...days].map((from, i) => {
    const reached = from === undefined ? sql`true` : sql`date_of_birth <= ${from}::date`
    return days[i] === undefined ? reached : sql`${reached} and date_of_birth > ${days[i]}::date`
  })
  return [...bands, sql`disabled`, ...['b', 'd', 'o'].map((letter) => sql`status = ${letter}`)]
}

/** Counts a table of voters, each row as many times as `times` says. */
async function lines(
  db: Kysely<unknown>,
  qualifyingDate: string,
  times: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<CountLine[]> {
  const counted = conditions(qualifyingDate).map(
    (condition, i) => sql`coalesce(${times} filter (where ${condition}), 0)::int as ${sql.raw(lineColumns[i] ?? '')}`,
  )
  const { rows } = await sql<LineRow>`select block, gender, ${sql.join(counted)} from ${from} group by 1, 2`.execute(db)
  return rows.map(lineOf)
}

function lineOf({ block, gender, ...row }: LineRow): CountLine {
  return { block, gender, counts: lineColumns.map((column) => row[column]) }
}

/** Everybody on the roll, counted in one pass over the register. */
export function countRegister(db: Kysely<unknown>, qualifyingDate: string): Promise<CountLine[]> {
  return lines(db, qualifyingDate, sql`count(*)`, sql`rolls.voter where block is not null`)
}

/** What the actions after a horizon added to the lines, less what they took from them. */
export function countActions(db: Kysely<unknown>, qualifyingDate: string, since: Horizon): Promise<CountLine[]> {
  // A field of a state costs as much as reading the row up to it: each is taken once.
  const fields = ['block', 'gender', 'date_of_birth', 'disabled', 'status']
  const side = (name: 'before' | 'after', block: string, times: 1 | -1) => sql`
    select ${sql.raw(fields.map((field) => `(${name}).${field}`).join(', '))}, ${sql.raw(String(times))} as times
    from ${actionsAfter(since, sql.raw(`a.${name}, a.${block}`))} where ${sql.id(block)} is not null`
  const both = sql`${side('before', 'from_block', -1)} union all ${side('after', 'to_block', 1)}`
  return lines(db, qualifyingDate, sql`sum(times)`, sql`(${both}) concerned`)
}

/** The lines of the stored count. */
export async function storedLines(db: Kysely<unknown>, qualifyingDate: string): Promise<CountLine[]> {
  const { rows } = await sql<LineRow>`select block, gender, ${sql.raw(lineColumns.join(', '))}
    from rolls.counted_line where qualifying_date = ${qualifyingDate}`.execute(db)
  return rows.map(lineOf)
}

const agesAt: Readonly<Record<string, number>> = { f: countAt.women, m: countAt.men, o: countAt.others }
const marksAt = [countAt.blocked, countAt.deathNoted, countAt.overseas]

/** Adds lines up by block. Throws `RangeError` for a block that is no electoral area. */
export function addLines(
  { counts }: BlockCounts,
  places: ReadonlyMap<number, number>,
  counted: readonly CountLine[],
): void {
  for (const line of counted) {
    const place = places.get(line.block)
    const ages = agesAt[line.gender]
    if (place === undefined || ages === undefined)
      throw new RangeError(`voters ${line.gender} are counted in block ${line.block}, which is no electoral area`)
    const at = place * countColumns
    const add = (column: number, n = 0) => (counts[at + column] = (counts[at + column] ?? 0) + n)
    for (let band = 0; band < 6; band++) add(ages + band, line.counts[band])
    add(line.gender === 'f' ? countAt.disabledWomen : countAt.disabledMenAndOthers, line.counts[6])
    for (const [i, column] of marksAt.entries()) add(column, line.counts[7 + i])
  }
}
