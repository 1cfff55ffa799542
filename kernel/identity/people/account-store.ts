import type { Kysely } from 'kysely'

interface IdentityTables {
  'identity.account': { id: string; sign_in_name: string }
}

/** Accounts by the names that are typed. Made on a transaction, it takes part in it. */
export function createAccountStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<IdentityTables>
  return {
    async findAccountId(signInName: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('identity.account')
        .select('id')
        .where('sign_in_name', '=', signInName)
        .executeTakeFirst()
      return row?.id
    },
  }
}
