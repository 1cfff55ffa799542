import { sql, type Kysely } from 'kysely'
import type { ElectoralArea } from '../../core/register/voter.ts'
import { countColumns, type BlockCounts } from '../../core/statistics/block-counts.ts'
import type { Movement } from '../../core/statistics/district-tables.ts'
import type { Horizon } from '../../core/statistics/statistics.ts'
import { addLines, countActions, countRegister } from './count-lines.ts'
import { actionsAfter, readHorizon } from './horizon.ts'

/** A count of everybody on the roll, and which actions are in it. */
export interface RollCount {
  readonly counts: BlockCounts
  readonly horizon: Horizon
}

/** What is known of the stored count for a qualifying date. */
export interface StoredCount extends Horizon {
  readonly voters: number
  readonly fromTheRegisterAt: Date
}

/** The stored count, as long as no import came since: those bring voters whom no action accounts for. */
export async function findStoredCount(db: Kysely<unknown>, qualifyingDate: string): Promise<StoredCount | undefined> {
  const { rows } = await sql<{
    last_action: number
    gaps: [number, number][]
    imports: number
    voters: number
    from_the_register_at: Date
  }>`select last_action, gaps, imports, voters, from_the_register_at from rolls.counted
    where qualifying_date = ${qualifyingDate} and imports = (select count(*) from rolls.import)`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { last_action: lastAction, gaps, imports, voters, from_the_register_at: fromTheRegisterAt } = row
  return { lastAction, gaps, imports, voters, fromTheRegisterAt }
}

/**
 * Counts everybody on the roll as one snapshot sees it: the stored count and the actions since, or where there is none,
 * the register in full. `db` must be a transaction of one snapshot.
 */
export async function countRoll(
  db: Kysely<unknown>,
  qualifyingDate: string,
  areas: readonly Pick<ElectoralArea, 'block'>[],
  { afresh = false } = {},
): Promise<RollCount> {
  // Groups are few beside rows: they are kept in memory, and counting is worth every processor.
  await sql`select set_config('work_mem', '256MB', true), set_config('parallel_setup_cost', '0', true),
    set_config('parallel_tuple_cost', '0', true)`.execute(db)
  const stored = afresh ? undefined : await findStoredCount(db, qualifyingDate)
  const counts = { blocks: areas.map(({ block }) => block), counts: new Int32Array(areas.length * countColumns) }
  const places = new Map(areas.map(({ block }, i) => [Number(block), i]))
  if (stored === undefined) await addLines(counts, places, countRegister(db, qualifyingDate))
  else {
    await addStored(db, qualifyingDate, counts, places)
    await addLines(counts, places, countActions(db, qualifyingDate, stored))
  }
  return { counts, horizon: await readHorizon(db, stored) }
}

async function addStored(
  db: Kysely<unknown>,
  qualifyingDate: string,
  { counts }: BlockCounts,
  places: ReadonlyMap<number, number>,
): Promise<void> {
  const { rows } = await sql<{ blocks: Buffer; counts: Buffer }>`
    select blocks, counts from rolls.counted where qualifying_date = ${qualifyingDate}`.execute(db)
  const [row] = rows
  if (row === undefined) return
  for (let i = 0; i < row.blocks.length / 4; i++) {
    const place = places.get(row.blocks.readInt32LE(i * 4))
    if (place === undefined) throw new RangeError(`the stored count has a block that is no electoral area`)
    for (let column = 0; column < countColumns; column++)
      counts[place * countColumns + column] = row.counts.readInt32LE((i * countColumns + column) * 4)
  }
}

/** A count as it is stored: the blocks that have voters, and their rows. */
export function storedForm({ blocks, counts }: BlockCounts): { blocks: Buffer; counts: Buffer } {
  const kept = [...blocks.keys()].filter((i) =>
    counts.subarray(i * countColumns, (i + 1) * countColumns).some((count) => count !== 0),
  )
  const form = { blocks: Buffer.alloc(kept.length * 4), counts: Buffer.alloc(kept.length * countColumns * 4) }
  for (const [place, i] of kept.entries()) {
    form.blocks.writeInt32LE(Number(blocks[i]), place * 4)
    for (let column = 0; column < countColumns; column++)
      form.counts.writeInt32LE(counts[i * countColumns + column] ?? 0, (place * countColumns + column) * 4)
  }
  return form
}

/** How many are on the roll; out of the stored count for the newest qualifying date, where there is one. */
export async function countVoters(db: Kysely<unknown>): Promise<number> {
  const newest = await sql<{ day: string }>`select qualifying_date as day from rolls.counted
    order by qualifying_date desc limit 1`.execute(db)
  const stored = newest.rows[0] === undefined ? undefined : await findStoredCount(db, newest.rows[0].day)
  if (stored === undefined) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from rolls.voter where block is not null`.execute(db)
    return rows[0]?.n ?? 0
  }
  const { rows } = await sql<{ n: number }>`select count(to_block) - count(from_block) as n
    from ${actionsAfter(stored, sql.raw('a.to_block, a.from_block'))}`.execute(db)
  return stored.voters + (rows[0]?.n ?? 0)
}

/** Entries that came, went, or moved from one district to another after a horizon. */
export async function readMovements(db: Kysely<unknown>, since: Horizon): Promise<readonly Movement[]> {
  const { rows } = await sql<{ from: string | null; to: string | null; entries: number }>`
    select f.district as from, t.district as to, count(*)::int as entries
    from ${actionsAfter(since, sql.raw('a.from_block, a.to_block'))}
    left join rolls.electoral_area f on f.block = late.from_block
    left join rolls.electoral_area t on t.block = late.to_block
    where late.from_block is distinct from late.to_block group by 1, 2`.execute(db)
  return rows
}
