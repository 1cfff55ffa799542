import type { Kysely } from 'kysely'
import { sql } from 'kysely'

interface MethodTables {
  'identity.account': { id: string; sign_in_name: string; name: string; disabled_at: Date | null }
  'identity.password': { account_id: string; hash: string; set_at: Date }
  'identity.authenticator': {
    account_id: string
    sealed: string | null
    unsealed: string | null
    last_step: number
    set_at: Date
  }
  'identity.passkey': { account_id: string }
  'identity.directory_link': { issuer: string; subject: string; account_id: string; linked_at: Date }
}

/** What a sign-in by name is checked against. */
export interface Credentials {
  readonly accountId: string
  readonly passwordHash: string | undefined
  /** Sealed secret of the authenticator app. */
  readonly authenticator: string | undefined
}

/** How an account can be signed in to, apart from its passkeys and recovery codes. */
export interface HeldMethods {
  readonly passwordSetAt: Date | undefined
  readonly authenticatorSetAt: Date | undefined
  readonly passkeys: number
  readonly directory: boolean
}

/** Passwords, authenticator apps and links to a directory, as stored. Made on a transaction, it takes part in it. */
export function createMethodStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<MethodTables>
  return {
    /** What an enabled account is checked against. */
    async findCredentials(signInName: string): Promise<Credentials | undefined> {
      const row = await db
        .selectFrom('identity.account as a')
        .leftJoin('identity.password as p', 'p.account_id', 'a.id')
        .leftJoin('identity.authenticator as t', 't.account_id', 'a.id')
        .select(['a.id', 'p.hash', 't.sealed'])
        .where('a.sign_in_name', '=', signInName)
        .where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      return row && { accountId: row.id, passwordHash: row.hash ?? undefined, authenticator: row.sealed ?? undefined }
    },

    /** The name under which an enabled account signs in, and the one that others see. */
    async findNames(accountId: string): Promise<{ signInName: string; name: string } | undefined> {
      const row = await db
        .selectFrom('identity.account')
        .select(['sign_in_name', 'name'])
        .where('id', '=', accountId)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      return row && { signInName: row.sign_in_name, name: row.name }
    },

    async findPasswordHash(accountId: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('identity.password')
        .select('hash')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.hash
    },

    async setPassword(accountId: string, hash: string, at: Date): Promise<void> {
      await db
        .insertInto('identity.password')
        .values({ account_id: accountId, hash, set_at: at })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, set_at: at }))
        .execute()
    },

    async findAuthenticator(accountId: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('identity.authenticator')
        .select('sealed')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.sealed ?? undefined
    },

    /** `step`: the time step of the code by which the app was confirmed, used up at once; 0 for none. */
    async setAuthenticator(accountId: string, sealed: string, step: number, at: Date): Promise<void> {
      const set = { sealed, unsealed: null, last_step: step, set_at: at }
      await db
        .insertInto('identity.authenticator')
        .values({ account_id: accountId, ...set })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
        .execute()
    },

    /** Uses up a time step; false when this step or a later one was used before, also by a sign-in at the same moment. */
    async useStep(accountId: string, step: number): Promise<boolean> {
      const used = await db
        .updateTable('identity.authenticator')
        .set({ last_step: step })
        .where('account_id', '=', accountId)
        .where('last_step', '<', step)
        .executeTakeFirst()
      return used.numUpdatedRows === 1n
    },

    /** Secrets that still stand in the clear, held until the transaction ends. */
    async listUnsealed(): Promise<{ accountId: string; secret: string }[]> {
      const rows = await db
        .selectFrom('identity.authenticator')
        .select(['account_id', 'unsealed'])
        .where('unsealed', 'is not', null)
        .orderBy('account_id')
        .forUpdate()
        .execute()
      return rows.map((row) => ({ accountId: row.account_id, secret: row.unsealed ?? '' }))
    },

    async sealAuthenticator(accountId: string, sealed: string): Promise<void> {
      await db
        .updateTable('identity.authenticator')
        .set({ sealed, unsealed: null })
        .where('account_id', '=', accountId)
        .execute()
    },

    /** Ties an account to a person of a directory; false when either is tied to another. */
    async linkDirectory(accountId: string, issuer: string, subject: string, at: Date): Promise<boolean> {
      const added = await db
        .insertInto('identity.directory_link')
        .values({ issuer, subject, account_id: accountId, linked_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 1n) return true
      return (await this.findLinked(issuer, subject)) === accountId
    },

    async unlinkDirectory(accountId: string): Promise<boolean> {
      const done = await db.deleteFrom('identity.directory_link').where('account_id', '=', accountId).executeTakeFirst()
      return done.numDeletedRows > 0n
    },

    /** The enabled account of a person of a directory. */
    async findLinked(issuer: string, subject: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('identity.directory_link as l')
        .innerJoin('identity.account as a', 'a.id', 'l.account_id')
        .select('a.id')
        .where('l.issuer', '=', issuer)
        .where('l.subject', '=', subject)
        .where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      return row?.id
    },

    /** Takes away every way into an account, and what is known of where it was used. */
    async forget(accountId: string): Promise<void> {
      for (const table of ['password', 'authenticator', 'passkey', 'recovery_code', 'directory_link', 'known_browser'])
        await sql`delete from ${sql.id('identity', table)} where account_id = ${accountId}`.execute(db)
    },

    /** The ways of an account. In a transaction they stand still for others who change them. */
    async findMethods(accountId: string): Promise<HeldMethods> {
      await sql`select from identity.account where id = ${accountId} for update`.execute(db)
      const row = await db
        .selectFrom('identity.account as a')
        .leftJoin('identity.password as p', 'p.account_id', 'a.id')
        .leftJoin('identity.authenticator as t', 't.account_id', 'a.id')
        .select((eb) => [
          'p.set_at as password',
          't.set_at as authenticator',
          eb
            .selectFrom('identity.passkey as k')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('k.account_id', '=', 'a.id')
            .as('passkeys'),
          eb
            .selectFrom('identity.directory_link as l')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('l.account_id', '=', 'a.id')
            .as('links'),
        ])
        .where('a.id', '=', accountId)
        .executeTakeFirst()
      return {
        passwordSetAt: row?.password ?? undefined,
        authenticatorSetAt: row?.authenticator ?? undefined,
        passkeys: row?.passkeys ?? 0,
        directory: (row?.links ?? 0) > 0,
      }
    },
  }
}

/** Whether these ways suffice to come in: a passkey is both factors; a password or a directory wants an app beside it. */
export function suffices({ passwordSetAt, authenticatorSetAt, passkeys, directory }: HeldMethods): boolean {
  return passkeys > 0 || (authenticatorSetAt !== undefined && (passwordSetAt !== undefined || directory))
}
