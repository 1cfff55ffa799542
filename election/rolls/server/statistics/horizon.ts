import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Horizon } from '../../core/statistics/statistics.ts'

/** Before the first action. */
const beginning: Horizon = { lastAction: 0, gaps: [], imports: 0 }

/**
 * Numbers of actions are given out before they are committed: below the highest that a snapshot sees there may be some of
 * transactions still under way. These are its gaps. An action belongs to a count if it is not in a gap of its horizon and
 * not after the last; so none is counted twice and none is missed, and no writer ever waits for a count.
 */

const arrays = (ranges: readonly (readonly [number, number])[]) =>
  sql`unnest(${ranges.map(([from]) => from)}::bigint[], ${ranges.map(([, to]) => to)}::bigint[])`

/** The actions after a horizon, as a table `late`, with these of their columns. */
export function actionsAfter({ lastAction, gaps }: Horizon, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const since = sql`select ${columns} from rolls.action a where action_id > ${lastAction}`
  return gaps.length === 0
    ? sql`(${since}) late`
    : sql`(${since} union all select ${columns} from ${arrays(gaps)} gap (first, last)
        join rolls.action a on a.action_id between gap.first and gap.last) late`
}

/** The horizon of the snapshot in which it is read; `known`: an earlier one, from which it goes on. */
export async function readHorizon(db: Kysely<unknown>, known: Horizon = beginning): Promise<Horizon> {
  const { rows } = await sql<{ last: number; imports: number }>`
    select coalesce((select max(action_id) from rolls.action), 0)::bigint as last,
      (select count(*) from rolls.import)::int as imports`.execute(db)
  const { last = 0, imports = 0 } = rows[0] ?? {}
  const windows = [...known.gaps, [known.lastAction + 1, last] as const].filter(([from, to]) => from <= to)
  const found = await sql<{ n: number }>`select count(*) as n from ${arrays(windows)} range (first, last)
    join rolls.action on action_id between first and last`.execute(db)
  const numbers = windows.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const gaps = found.rows[0]?.n === numbers ? [] : await findGaps(db, windows)
  return { lastAction: Math.max(last, known.lastAction), gaps, imports }
}

/** The numbers of the ranges that no action has, as ranges. */
async function findGaps(db: Kysely<unknown>, ranges: Horizon['gaps']): Promise<Horizon['gaps']> {
  const { rows } = await sql<{ first: number; last: number }>`
    with range as (select first, last, number from ${arrays(ranges)} with ordinality as range (first, last, number)),
    edge as (
      select number, action_id as id from range join rolls.action on action_id between first and last
      union all select number, first - 1 from range union all select number, last + 1 from range)
    select before + 1 as first, id - 1 as last
    from (select id, lag(id) over (partition by number order by id) as before from edge) step
    where id > before + 1 order by 1`.execute(db)
  return rows.map((gap) => [gap.first, gap.last])
}
