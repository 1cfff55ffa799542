import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { forgottenAfterMilliseconds, type FailureCount } from '../sign-in/lock-out.ts'
import type { Grant, Person, Role, Scope } from '../rights/person.ts'

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
interface SessionTable {
  id: string
  token_hash: Buffer
  device: string
  second_factor_at: Date
  account_id: string
  begun_at: Date
  seen_at: Date
  ends_at: Date
}
interface FailureTable {
  key: string
  failures: number
  last_at: Date
}
interface IdentityTables {
  'identity.account': AccountTable
  'identity.account_grant': GrantTable
  'identity.session': SessionTable
  'identity.failed_sign_in': FailureTable
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

/** Accounts, sessions and failures as stored. Made on a transaction, it takes part in it. */
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

    /** Disables the account and ends its sessions; false when there is no such account. */
    async disableAccount(accountId: string, at: Date): Promise<boolean> {
      const done = await db
        .updateTable('identity.account')
        .set({ disabled_at: at })
        .where('id', '=', accountId)
        .executeTakeFirst()
      await db.deleteFrom('identity.session').where('account_id', '=', accountId).execute()
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

    async addSession(session: {
      id: string
      tokenHash: Buffer
      accountId: string
      device: string
      begunAt: Date
      endsAt: Date
    }): Promise<void> {
      await db
        .insertInto('identity.session')
        .values({
          id: session.id,
          token_hash: session.tokenHash,
          device: session.device,
          second_factor_at: session.begunAt,
          account_id: session.accountId,
          begun_at: session.begunAt,
          seen_at: session.begunAt,
          ends_at: session.endsAt,
        })
        .execute()
    },

    /** The person behind a session that has neither ended nor been idle since before `idleSince`. */
    async findPerson(
      tokenHash: Buffer,
      now: Date,
      idleSince: Date,
    ): Promise<{ person: Person; seenAt: Date } | undefined> {
      const row = await db
        .selectFrom('identity.session as s')
        .innerJoin('identity.account as a', 'a.id', 's.account_id')
        .select(['a.id', 'a.name', 's.seen_at', 's.id as session_id', 's.device', 's.second_factor_at'])
        .where('s.token_hash', '=', tokenHash)
        .where('s.ends_at', '>', now)
        .where('s.seen_at', '>', idleSince)
        .where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const session = {
        id: row.session_id,
        device: row.device,
        secondFactorAt: row.second_factor_at.toISOString(),
      }
      const grants = await grantsOf(row.id)
      return { person: { accountId: row.id, name: row.name, grants, session }, seenAt: row.seen_at }
    },

    async touchSession(tokenHash: Buffer, at: Date): Promise<void> {
      await db.updateTable('identity.session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute()
    },

    async endSession(tokenHash: Buffer): Promise<void> {
      await db.deleteFrom('identity.session').where('token_hash', '=', tokenHash).execute()
    },

    async endOldSessions(now: Date): Promise<void> {
      await db.deleteFrom('identity.session').where('ends_at', '<=', now).execute()
    },

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
