import type { Kysely } from 'kysely'

interface AccountTable {
  id: string
  sign_in_name: string
  name: string
  password_hash: string | null
  totp_secret: string | null
  last_totp_step: number
  made_at: Date
  disabled_at: Date | null
}
interface IdentityTables {
  'identity.account': AccountTable
}

/** What a sign-in is checked against. */
export interface Credentials {
  readonly accountId: string
  readonly passwordHash: string
  readonly totpSecret: string
}

/** How accounts sign in, as stored. Made on a transaction, it takes part in it. */
export function createAccountStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<IdentityTables>

  return {
    async setSecrets(accountId: string, passwordHash: string, totpSecret: string): Promise<void> {
      await db
        .updateTable('identity.account')
        .set({ password_hash: passwordHash, totp_secret: totpSecret })
        .where('id', '=', accountId)
        .execute()
    },

    async findAccountId(signInName: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('identity.account')
        .select('id')
        .where('sign_in_name', '=', signInName)
        .executeTakeFirst()
      return row?.id
    },

    /** What an enabled account is checked against. */
    async findCredentials(signInName: string): Promise<Credentials | undefined> {
      const row = await db
        .selectFrom('identity.account')
        .select(['id', 'password_hash', 'totp_secret'])
        .where('sign_in_name', '=', signInName)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      if (row === undefined || row.password_hash === null || row.totp_secret === null) return undefined
      return { accountId: row.id, passwordHash: row.password_hash, totpSecret: row.totp_secret }
    },

    /** Uses up a time step; false when this step or a later one was used before, also by a sign-in at the same moment. */
    async useTotpStep(accountId: string, step: number): Promise<boolean> {
      const used = await db
        .updateTable('identity.account')
        .set({ last_totp_step: step })
        .where('id', '=', accountId)
        .where('last_totp_step', '<', step)
        .executeTakeFirst()
      return used.numUpdatedRows === 1n
    },
  }
}
