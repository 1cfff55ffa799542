import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { forgottenAfterMilliseconds, type FailureCount } from './lock-out.ts'

interface FailureTables {
  'identity.failed_sign_in': { key: string; failures: number; last_at: Date }
}

/** Failed sign-ins as stored. Made on a transaction, it takes part in it. */
export function createFailureStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<FailureTables>
  return {
    /**
     * Counts an attempt as failed before it is checked, unless `mayTry` says of the counts so far that it must wait:
     * of many attempts at the same moment only as many are checked as are free. Call it inside a transaction.
     */
    async countAttempt(
      keys: readonly string[],
      at: Date,
      mayTry: (counts: ReadonlyMap<string, FailureCount>) => boolean,
    ): Promise<void> {
      // Rows are made and locked in the order of their keys, so that two attempts never wait for each other.
      await sql`insert into identity.failed_sign_in (key, failures, last_at)
        select key, 0, ${at} from unnest(${keys}::text[]) key order by key on conflict (key) do nothing`.execute(db)
      const rows = await db
        .selectFrom('identity.failed_sign_in')
        .selectAll()
        .where('key', '=', sql<string>`any(${keys})`)
        .orderBy('key')
        .forUpdate()
        .execute()
      if (!mayTry(new Map(rows.map((row) => [row.key, { failures: row.failures, lastAt: row.last_at }])))) return
      const forgotten = new Date(at.getTime() - forgottenAfterMilliseconds)
      await sql`update identity.failed_sign_in set last_at = ${at},
        failures = case when last_at < ${forgotten} then 1 else failures + 1 end where key = any(${keys})`.execute(db)
      // Rows that another attempt holds are left to it: waiting for them here could wait in a circle.
      await sql`delete from identity.failed_sign_in where key in (
        select key from identity.failed_sign_in where last_at < ${forgotten} for update skip locked)`.execute(db)
    },

    /** Takes an attempt back that was never checked. */
    async forgiveAttempt(keys: readonly string[]): Promise<void> {
      await sql`update identity.failed_sign_in set failures = greatest(0, failures - 1) where key = any(${keys})`.execute(
        db,
      )
    },

    async clearFailures(keys: readonly string[]): Promise<void> {
      await db
        .deleteFrom('identity.failed_sign_in')
        .where('key', '=', sql<string>`any(${keys})`)
        .execute()
    },
  }
}
