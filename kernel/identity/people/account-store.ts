import type { Kysely } from 'kysely'
import type { Grant, Role, Scope } from '../rights/person.ts'

interface AccountTable {
  id: string
  sign_in_name: string
  name: string
  password_hash: string
  totp_secret: string
  last_totp_step: number
  made_at: Date
  disabled_at: Date | null
}
interface GrantTable {
  account_id: string
  role: Role
  scope_kind: Scope['kind']
  scope_code: string
}
interface IdentityTables {
  'identity.account': AccountTable
  'identity.account_grant': GrantTable
}

/** What a sign-in is checked against. */
export interface Credentials {
  readonly accountId: string
  readonly passwordHash: string
  readonly totpSecret: string
}

export interface NewAccount {
  readonly id: string
  readonly signInName: string
  readonly name: string
  readonly passwordHash: string
  readonly totpSecret: string
  readonly madeAt: Date
}

function scopeOf(kind: Scope['kind'], code: string): Scope {
  return kind === 'national' ? { kind } : { kind, code }
}

/** Accounts and their offices as stored. Made on a transaction, it takes part in it. */
export function createAccountStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<IdentityTables>

  async function grantsOf(accountId: string): Promise<Grant[]> {
    const rows = await db.selectFrom('identity.account_grant').selectAll().where('account_id', '=', accountId).execute()
    return rows.map((row) => ({ role: row.role, scope: scopeOf(row.scope_kind, row.scope_code) }))
  }

  return {
    /** False when the sign-in name is taken. */
    async addAccount(account: NewAccount): Promise<boolean> {
      const added = await db
        .insertInto('identity.account')
        .values({
          id: account.id,
          sign_in_name: account.signInName,
          name: account.name,
          password_hash: account.passwordHash,
          totp_secret: account.totpSecret,
          last_totp_step: 0,
          made_at: account.madeAt,
          disabled_at: null,
        })
        .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },

    async setGrants(accountId: string, grants: readonly Grant[]): Promise<void> {
      await db.deleteFrom('identity.account_grant').where('account_id', '=', accountId).execute()
      if (grants.length === 0) return
      await db
        .insertInto('identity.account_grant')
        .values(
          grants.map(({ role, scope }) => ({
            account_id: accountId,
            role,
            scope_kind: scope.kind,
            scope_code: scope.kind === 'national' ? '' : scope.code,
          })),
        )
        .execute()
    },

    /** Disables the account; false when there is no such account. Its sessions are ended beside it. */
    async disableAccount(accountId: string, at: Date): Promise<boolean> {
      const done = await db
        .updateTable('identity.account')
        .set({ disabled_at: at })
        .where('id', '=', accountId)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
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
      return row && { accountId: row.id, passwordHash: row.password_hash, totpSecret: row.totp_secret }
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

    /** The offices of an account. */
    listGrants: grantsOf,
  }
}
