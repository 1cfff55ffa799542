import type { Database } from '@intikhab/kernel/database'
import { sql, type Kysely } from 'kysely'
import { countAt, countColumns } from '../../core/statistics/block-counts.ts'
import { createRollsStore } from '../register/store.ts'
import { lineColumns, type CountLine } from './count-lines.ts'
import { countRoll, findStoredCount, type RollCount } from './count-roll.ts'
import { actionsAfter } from './horizon.ts'

/** Actions after which the count is stored anew: adding up fewer takes a moment. */
const mostLate = 200_000
/** After so long it is made from the register again: what never happens would then be found. */
const dayInMilliseconds = 86_400_000
const longest = 7 * dayInMilliseconds

/** Any number that every process agrees on: two counts at once would be one too many. */
const countLock = 2017_47

/** What became of the stored count. */
export type StoredCountOutcome = 'fresh enough' | 'brought up to date' | 'counted from the register' | 'in other hands'

/**
 * Keeps the stored count near: brings it up to date where many actions came since, and counts the register itself where
 * there is none, where an import came, and once a week. `qualifyingDate`: of the roll that is published next. Nobody who
 * writes waits for it. Throws where a count from the register is not what the stored one and the actions said.
 */
export function storeCount(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  qualifyingDate: string,
): Promise<StoredCountOutcome> {
  return database
    .tables<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${countLock}) as mine`.execute(tx)
      if (lock.rows[0]?.mine !== true) return 'in other hands'
      const stored = await findStoredCount(tx, qualifyingDate)
      const isDue = stored === undefined || now().getTime() - stored.fromTheRegisterAt.getTime() > longest
      if (!isDue) {
        const late = await sql<{ n: number }>`select count(*)::int as n
          from ${actionsAfter(stored, sql.raw('a.action_id'))}`.execute(tx)
        if ((late.rows[0]?.n ?? 0) < mostLate) return 'fresh enough'
      }
      const areas = await createRollsStore(tx).areas()
      const count = await countRoll(tx, qualifyingDate, areas, { afresh: isDue })
      if (isDue && stored !== undefined) assertSame(count, await countRoll(tx, qualifyingDate, areas))
      await putCount(tx, qualifyingDate, count, now(), isDue ? now() : stored.fromTheRegisterAt)
      return isDue ? 'counted from the register' : 'brought up to date'
    })
}

function assertSame({ counts: one }: RollCount, { counts: other }: RollCount): void {
  const at = one.counts.findIndex((count, i) => count !== other.counts[i])
  if (at >= 0)
    throw new Error(
      `block ${one.blocks[Math.floor(at / countColumns)]} has ${one.counts[at]} in the register and ${other.counts[at]} by its stored count and the actions since`,
    )
}

/** A count as lines of block and gender; none where nobody is. */
function* linesOf({ counts: { blocks, counts } }: RollCount): Generator<CountLine> {
  const genders = [
    ['f', countAt.women],
    ['m', countAt.men],
    ['o', countAt.others],
  ] as const
  for (const [i, block] of blocks.entries()) {
    const row = counts.subarray(i * countColumns, (i + 1) * countColumns)
    // What is not counted by gender, or of men and others together, stands in the first line that may hold it.
    let marks = [...row.subarray(countAt.blocked, countAt.overseas + 1)]
    let disabledMenAndOthers = row[countAt.disabledMenAndOthers] ?? 0
    for (const [gender, at] of genders) {
      const ages = [...row.subarray(at, at + 6)]
      if (ages.every((n) => n === 0)) continue
      const disabled = gender === 'f' ? (row[countAt.disabledWomen] ?? 0) : disabledMenAndOthers
      yield { block: Number(block), gender, counts: [...ages, disabled, ...marks] }
      marks = marks.map(() => 0)
      if (gender !== 'f') disabledMenAndOthers = 0
    }
  }
}

async function putCount(
  tx: Kysely<unknown>,
  qualifyingDate: string,
  count: RollCount,
  at: Date,
  fromTheRegisterAt: Date,
): Promise<void> {
  // One qualifying date is published at a time: what was stored for another is made again if it is wanted.
  await sql`delete from rolls.counted`.execute(tx)
  const lines = [...linesOf(count)]
  const voters = lines.reduce((sum, { counts }) => sum + counts.slice(0, 6).reduce((a, b) => a + b, 0), 0)
  const { lastAction, gaps, imports } = count.horizon
  await sql`insert into rolls.counted (qualifying_date, last_action, gaps, imports, voters, counted_at, from_the_register_at)
    values (${qualifyingDate}, ${lastAction}, ${JSON.stringify(gaps)}::jsonb, ${imports}, ${voters}, ${at}, ${fromTheRegisterAt})`.execute(
    tx,
  )
  const columns = lineColumns.map((_, column) => sql`${lines.map(({ counts }) => counts[column] ?? 0)}::int[]`)
  await sql`insert into rolls.counted_line (qualifying_date, block, gender, ${sql.raw(lineColumns.join(', '))})
    select ${qualifyingDate}::date, line.* from unnest(${lines.map(({ block }) => block)}::int[],
      ${lines.map(({ gender }) => gender)}::"char"[], ${sql.join(columns)}) line`.execute(tx)
}
