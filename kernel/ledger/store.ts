import { sql, type Kysely } from 'kysely'
import type pg from 'pg'
import { encodeAct, type LedgerAct } from './act.ts'

/** All that the ledger says to PostgreSQL. */

/** An entry and its place in the tree. */
export interface PlacedEntry {
  readonly leaf: number
  readonly body: string
}

/** What a connection of `pg` can do: a pool or one client. */
export type Connection = Pick<pg.ClientBase, 'query'>

// One statement for any number of acts. Canonical JSON has no line break of its own, so the acts travel as lines of one
// text, which costs a third of an array parameter. The identities rise in the order of the lines.
const appendLines = `with added as (
    insert into ledger.entry (body)
    select line from string_to_table($1, E'\\n') with ordinality as given (line, place) order by place returning id),
  queued as (insert into ledger.pending (entry_id) select id from added)
  select id from added order by id`

function lines(acts: readonly LedgerAct[]): string {
  return acts.map(encodeAct).join('\n')
}

/** Adds entries through Kysely; returns their ids in the order of the acts. */
export async function appendThrough(db: Kysely<unknown>, acts: readonly LedgerAct[]): Promise<number[]> {
  if (acts.length === 0) return []
  const [before = '', after = ''] = appendLines.split('$1')
  const { rows } = await sql<{ id: number }>`${sql.raw(before)}${lines(acts)}${sql.raw(after)}`.execute(db)
  return rows.map((row) => row.id)
}

/** Adds entries through a client of `pg` in whatever transaction it is. */
export async function appendOn(client: Connection, acts: readonly LedgerAct[]): Promise<number[]> {
  if (acts.length === 0) return []
  const { rows } = await client.query<{ id: number }>({
    name: 'ledger-append',
    text: appendLines,
    values: [lines(acts)],
  })
  return rows.map((row) => row.id)
}

/** Any number that every sequencing process agrees on. */
const sequencerLock = 6962

/** Runs `act` on one connection while no other process sequences; undefined if another one does. */
export async function alone<T>(pool: pg.Pool, act: (client: pg.PoolClient) => Promise<T>): Promise<T | undefined> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that is cut while no query runs on it would end the process; the next query reports it just as well.
  const onCut = (error: Error): void => void (broken = error)
  client.on('error', onCut)
  try {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${sequencerLock}) as mine`)
    if (rows[0]?.mine !== true) return undefined
    try {
      return await act(client)
    } finally {
      await client.query(`select pg_advisory_unlock(${sequencerLock})`)
    }
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A connection that failed in the middle may still hold the lock: it is closed, not given back.
    if (broken === undefined) client.off('error', onCut)
    client.release(broken)
  }
}

/** Rejects if the connection, and the lock with it, is gone. */
export async function assertAlone(client: Connection): Promise<void> {
  await client.query('select 1')
}

/** True if an entry waits for its place, or has one beyond the `signed` tree. */
export async function isBehind(client: Connection, signed: number): Promise<boolean> {
  const { rows } = await client.query<{ behind: boolean }>({
    name: 'ledger-behind',
    text: `select exists (select from ledger.pending) or coalesce(max(leaf) + 1, 0) > $1 as behind from ledger.leaf`,
    values: [signed],
  })
  return rows[0]?.behind === true
}

/** Gives the oldest waiting entries the next places, at most `limit`, in one statement and so one transaction. */
export async function placePending(client: Connection, limit: number): Promise<number> {
  const { rows } = await client.query<{ placed: number }>(
    `with taken as (
      delete from ledger.pending where entry_id in (select entry_id from ledger.pending order by entry_id limit $1)
      returning entry_id),
    placed as (
      insert into ledger.leaf (leaf, entry_id)
      select (select coalesce(max(leaf), -1) from ledger.leaf) + row_number() over (order by entry_id), entry_id from taken
      returning leaf)
    select count(*) as placed from placed`,
    [limit],
  )
  return rows[0]?.placed ?? 0
}

/** Entries with a place, from leaf `from` on, at most `limit`. */
export async function readPlaced(client: Connection, from: number, limit: number): Promise<PlacedEntry[]> {
  const { rows } = await client.query<PlacedEntry>({
    name: 'ledger-placed',
    text: `select leaf, body from ledger.leaf join ledger.entry on id = entry_id where leaf >= $1 and leaf < $2 order by leaf`,
    values: [from, from + limit],
  })
  return rows
}

/** How many entries have a place. */
export async function countPlaced(client: Connection): Promise<number> {
  const { rows } = await client.query<{ size: number }>('select coalesce(max(leaf) + 1, 0) as size from ledger.leaf')
  return rows[0]?.size ?? 0
}

/** Which entry stands at each leaf of `from` … `to` − 1. */
export async function readSequenced(
  client: Connection,
  from: number,
  to: number,
): Promise<{ leaf: number; entryId: number }[]> {
  const { rows } = await client.query<{ leaf: number; entryId: number }>({
    name: 'ledger-sequenced',
    text: 'select leaf, entry_id as "entryId" from ledger.leaf where leaf >= $1 and leaf < $2 order by leaf',
    values: [from, to],
  })
  return rows
}

/** Places of those of the entries that have one. */
export async function readLeaves(client: Connection, entryIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await client.query<{ leaf: number; entry_id: number }>({
    name: 'ledger-leaves',
    text: 'select leaf, entry_id from ledger.leaf where entry_id = any($1)',
    values: [entryIds],
  })
  return new Map(rows.map((row) => [row.entry_id, row.leaf]))
}
