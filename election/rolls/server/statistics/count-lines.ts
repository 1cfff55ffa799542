import { sql, type Kysely, type RawBuilder } from 'kysely'
import { bandsFrom, countAt, countColumns, type BlockCounts } from '../../core/statistics/block-counts.ts'
import type { Horizon } from '../../core/statistics/statistics.ts'
import { bornBy } from '../../core/register/roll.ts'
import { actionsAfter } from './horizon.ts'

/** Voters of one gender of one block: block, gender, six bands of age, disabled, blocked, death noted, overseas. */
type CountLine = readonly [block: number, gender: string, counts: readonly number[]]

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

/**
 * Counts a table of voters, each row as many times as `times` says. The lines come as one text: as rows, three hundred
 * thousand of them would take longer to arrive than to be counted.
 */
async function* lines(
  db: Kysely<unknown>,
  qualifyingDate: string,
  times: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): AsyncGenerator<CountLine> {
  const counted = conditions(qualifyingDate).map((condition) => sql`coalesce(${times} filter (where ${condition}), 0)`)
  const { rows } = await sql<{ text: string | null }>`select string_agg(line, ';') as text
    from (select concat_ws(',', block, gender, ${sql.join(counted)}) as line from ${from} group by block, gender) counted`.execute(
    db,
  )
  const text = rows[0]?.text ?? ''
  for (let at = 0; at < text.length;) {
    const end = text.indexOf(';', at)
    const [block = '', gender = '', ...counts] = text.slice(at, end < 0 ? text.length : end).split(',')
    yield [Number(block), gender, counts.map(Number)]
    at = end < 0 ? text.length : end + 1
  }
}

/** Everybody on the roll, counted in one pass over the register. */
export function countRegister(db: Kysely<unknown>, qualifyingDate: string): AsyncGenerator<CountLine> {
  return lines(db, qualifyingDate, sql`count(*)`, sql`rolls.voter where block is not null`)
}

/** What the actions after a horizon added to the lines, less what they took from them. */
export function countActions(db: Kysely<unknown>, qualifyingDate: string, since: Horizon): AsyncGenerator<CountLine> {
  // A field of a state costs as much as reading the row up to it: each is taken once.
  const fields = ['block', 'gender', 'date_of_birth', 'disabled', 'status']
  const side = (name: 'before' | 'after', block: string, times: 1 | -1) => sql`
    select ${sql.raw(fields.map((field) => `(${name}).${field}`).join(', '))}, ${sql.raw(String(times))} as times
    from ${actionsAfter(since, sql.raw(`a.${name}, a.${block}`))} where ${sql.id(block)} is not null`
  const both = sql`${side('before', 'from_block', -1)} union all ${side('after', 'to_block', 1)}`
  return lines(db, qualifyingDate, sql`sum(times)`, sql`(${both}) concerned`)
}

/** Where the ages of a gender, and the marks, stand in a block's row. */
const agesAt: Readonly<Record<string, number>> = { f: countAt.women, m: countAt.men, o: countAt.others }
const marksAt = [countAt.blocked, countAt.deathNoted, countAt.overseas]

/** Adds lines up by block. Throws `RangeError` for a block that is no electoral area. */
export async function addLines(
  { counts }: BlockCounts,
  places: ReadonlyMap<number, number>,
  counted: AsyncIterable<CountLine>,
): Promise<void> {
  for await (const [block, gender, numbers] of counted) {
    const place = places.get(block)
    const ages = agesAt[gender]
    if (place === undefined || ages === undefined)
      throw new RangeError(`voters ${gender} are counted in block ${block}, which is no electoral area`)
    const at = place * countColumns
    const add = (column: number, n = 0) => (counts[at + column] = (counts[at + column] ?? 0) + n)
    for (let band = 0; band < 6; band++) add(ages + band, numbers[band])
    add(gender === 'f' ? countAt.disabledWomen : countAt.disabledMenAndOthers, numbers[6])
    for (const [i, column] of marksAt.entries()) add(column, numbers[7 + i])
  }
}
