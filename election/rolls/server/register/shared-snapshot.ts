import type { Database } from '@intikhab/kernel/database'
import { sql, type Kysely } from 'kysely'

/** Reads one unchanging state of the register. */
export function readOnly<T>(database: Database, read: (tx: Kysely<unknown>) => Promise<T>): Promise<T> {
  return database
    .tables<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read)
}

/** Runs `act` while one state of the register can be seen by several connections: each takes the snapshot by its name. */
export function withSnapshot<T>(database: Database, act: (snapshot: string) => Promise<T>): Promise<T> {
  return readOnly(database, async (tx) => act((await shareSnapshot(tx)).snapshot))
}

/** The snapshot of a transaction for other connections to take, and about how many voters the register has. */
export async function shareSnapshot(
  tx: Kysely<unknown>,
): Promise<{ readonly snapshot: string; readonly about: number }> {
  const { rows } = await sql<{ snapshot: string; about: number }>`
    select pg_export_snapshot() as snapshot, reltuples::bigint as about
    from pg_class where oid = 'rolls.voter'::regclass`.execute(tx)
  return rows[0] ?? { snapshot: '', about: 0 }
}

/** Makes a transaction see the register as the named snapshot has it; of its own time where none is named. */
export async function takeSnapshot(tx: Kysely<unknown>, snapshot: string | undefined): Promise<void> {
  if (snapshot !== undefined) await sql`set transaction snapshot ${sql.lit(snapshot)}`.execute(tx)
}
