import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'

interface RecoveryTables {
  'identity.recovery_code': { hash: Buffer; account_id: string; made_at: Date }
}

/** The account is part of the fingerprint: a code opens no other. A code has 80 random bits, so a fast hash suffices. */
function hashOf(accountId: string, code: string): Buffer {
  return createHash('sha256').update(`${accountId} ${code}`).digest()
}

/** Recovery codes as stored: only fingerprints. Made on a transaction, it takes part in it. */
export function createRecoveryStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<RecoveryTables>
  return {
    /** Puts new codes in the place of all there were. */
    async replace(accountId: string, codes: readonly string[], at: Date): Promise<void> {
      await db.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute()
      await db
        .insertInto('identity.recovery_code')
        .values(codes.map((code) => ({ hash: hashOf(accountId, code), account_id: accountId, made_at: at })))
        .execute()
    },

    /** Uses a code up; false where there is none such, or it was used before, also at the same moment. */
    async use(accountId: string, code: string): Promise<boolean> {
      const used = await db
        .deleteFrom('identity.recovery_code')
        .where('hash', '=', hashOf(accountId, code))
        .executeTakeFirst()
      return used.numDeletedRows === 1n
    },

    async count(accountId: string): Promise<{ left: number; madeAt: Date | null }> {
      const row = await db
        .selectFrom('identity.recovery_code')
        .select(({ fn }) => [fn.countAll<number>().as('left'), fn.max('made_at').as('madeAt')])
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow()
      return { left: row.left, madeAt: row.madeAt }
    },
  }
}
