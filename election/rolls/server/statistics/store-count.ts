import type { Database } from '@intikhab/kernel/database'
import { sql, type Kysely } from 'kysely'
import { countColumns, readSums, sumBlocks } from '../../core/statistics/block-counts.ts'
import { createRollsStore } from '../register/store.ts'
import { countRoll, findStoredCount, storedForm, type RollCount } from './count-roll.ts'
import { actionsAfter } from './horizon.ts'

/** Actions after which the count is stored anew: adding up fewer takes a moment. */
const mostLate = 200_000
/** After so long it is made from the register again: what never happens would then be found. */
const dayInMilliseconds = 86_400_000
const longest = 7 * dayInMilliseconds

/** Any number that every process agrees on: two counts at once would be one too many. */
const countLock = 2017_47

/** What became of the stored count. */
export interface StoredCountOutcome {
  readonly done: 'fresh enough' | 'brought up to date' | 'counted from the register' | 'in other hands'
  /** Where the register was not what the stored count and the actions said, one sentence; the register is stored. */
  readonly difference?: string
}

/**
 * Keeps the stored count near: brings it up to date where many actions came since, and counts the register itself where
 * there is none, where an import came, and once a week. `qualifyingDate`: of the roll that is published next. Nobody who
 * writes waits for it.
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
      if (lock.rows[0]?.mine !== true) return { done: 'in other hands' }
      const stored = await findStoredCount(tx, qualifyingDate)
      const isDue = stored === undefined || now().getTime() - stored.fromTheRegisterAt.getTime() > longest
      if (!isDue) {
        const late = await sql<{ n: number }>`select count(*)::int as n
          from ${actionsAfter(stored, sql.raw('a.action_id'))}`.execute(tx)
        if ((late.rows[0]?.n ?? 0) < mostLate) return { done: 'fresh enough' }
      }
      const areas = await createRollsStore(tx).areas()
      const count = await countRoll(tx, qualifyingDate, areas, { afresh: isDue })
      const difference =
        isDue && stored !== undefined ? findDifference(count, await countRoll(tx, qualifyingDate, areas)) : undefined
      await putCount(tx, qualifyingDate, count, now(), isDue ? now() : stored.fromTheRegisterAt)
      const done = isDue ? 'counted from the register' : 'brought up to date'
      return difference === undefined ? { done } : { done, difference }
    })
}

function findDifference({ counts: one }: RollCount, { counts: other }: RollCount): string | undefined {
  const at = one.counts.findIndex((count, i) => count !== other.counts[i])
  if (at < 0) return undefined
  const block = one.blocks[Math.floor(at / countColumns)]
  return `The stored count and the actions since gave block ${block} ${other.counts[at]} voters of a kind of which the register has ${one.counts[at]}.`
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
  const { blocks, counts } = storedForm(count.counts)
  const [sums = []] = sumBlocks(count.counts, new Int32Array(count.counts.blocks.length), 1)
  const { lastAction, gaps, imports } = count.horizon
  await sql`insert into rolls.counted (qualifying_date, last_action, gaps, imports, voters, counted_at,
      from_the_register_at, blocks, counts)
    values (${qualifyingDate}, ${lastAction}, ${JSON.stringify(gaps)}::jsonb, ${imports}, ${readSums(sums).voters},
      ${at}, ${fromTheRegisterAt}, ${blocks}, ${counts})`.execute(tx)
}
