import type { Kysely } from 'kysely'
import type { Person } from '../rights/person.ts'

/** How a session was begun; `invitation`: by a person who has yet to choose a way to sign in. */
export type SignInMethod = 'passkey' | 'password' | 'recovery-code' | 'directory' | 'invitation'

interface SessionTable {
  id: string
  token_hash: Buffer
  device: string
  second_factor_at: Date
  account_id: string
  begun_at: Date
  seen_at: Date
  ends_at: Date
  method: SignInMethod
  family: string
  former_hash: Buffer | null
  former_until: Date | null
}
interface SessionTables {
  'identity.session': SessionTable
  'identity.account': { id: string; name: string; disabled_at: Date | null }
  'identity.known_browser': { account_id: string; browser: string; seen_at: Date }
}

/** A session as its owner and a supervisor see it. */
export interface ListedSession {
  readonly id: string
  readonly device: string
  readonly method: SignInMethod
  /** `IPv4` or `IPv6`: the address itself is not kept. */
  readonly family: string
  readonly begunAt: Date
  readonly seenAt: Date
}

/** Sessions as stored. Made on a transaction, it takes part in it. */
export function createSessionStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<SessionTables>
  return {
    async addSession(session: {
      id: string
      tokenHash: Buffer
      accountId: string
      device: string
      method: SignInMethod
      family: string
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
          method: session.method,
          family: session.family,
          former_hash: null,
          former_until: null,
        })
        .execute()
    },

    /** Who is behind a session that has neither ended nor been idle since before `idleSince`; the offices are asked elsewhere. */
    async findPerson(
      tokenHash: Buffer,
      now: Date,
      idleSince: Date,
    ): Promise<{ person: Omit<Person, 'grants'>; seenAt: Date } | undefined> {
      const row = await db
        .selectFrom('identity.session as s')
        .innerJoin('identity.account as a', 'a.id', 's.account_id')
        .select(['a.id', 'a.name', 's.seen_at', 's.id as session_id', 's.device', 's.second_factor_at', 's.method'])
        .where(({ and, eb, or }) =>
          or([
            eb('s.token_hash', '=', tokenHash),
            and([eb('s.former_hash', '=', tokenHash), eb('s.former_until', '>', now)]),
          ]),
        )
        .where('s.ends_at', '>', now)
        .where('s.seen_at', '>', idleSince)
        .where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const session = {
        id: row.session_id,
        device: row.device,
        secondFactorAt: row.second_factor_at.toISOString(),
        ...(row.method === 'invitation' ? { mustEnrol: true as const } : {}),
      }
      return { person: { accountId: row.id, name: row.name, session }, seenAt: row.seen_at }
    },

    /** Gives a session a new token and a second factor shown at this instant; the token of before works until `formerUntil`. */
    async refreshSession(session: {
      id: string
      tokenHash: Buffer
      at: Date
      formerUntil: Date
      method?: SignInMethod
    }): Promise<void> {
      await db
        .updateTable('identity.session')
        .set(({ ref }) => ({
          former_hash: ref('token_hash'),
          former_until: session.formerUntil,
          token_hash: session.tokenHash,
          second_factor_at: session.at,
          seen_at: session.at,
          ...(session.method === undefined ? {} : { method: session.method }),
        }))
        .where('id', '=', session.id)
        .execute()
    },

    async touchSession(id: string, at: Date): Promise<void> {
      await db.updateTable('identity.session').set({ seen_at: at }).where('id', '=', id).execute()
    },

    /** Ends the session of a token, also of the one it had before. */
    async endSession(tokenHash: Buffer): Promise<void> {
      await db
        .deleteFrom('identity.session')
        .where(({ eb, or }) => or([eb('token_hash', '=', tokenHash), eb('former_hash', '=', tokenHash)]))
        .execute()
    },

    async endOldSessions(now: Date): Promise<void> {
      await db.deleteFrom('identity.session').where('ends_at', '<=', now).execute()
    },

    /** Ends the sessions of an account, all of them or all but one; tells how many there were. */
    async endSessionsOf(accountId: string, except = ''): Promise<number> {
      const done = await db
        .deleteFrom('identity.session')
        .where('account_id', '=', accountId)
        .where('id', '<>', except)
        .executeTakeFirst()
      return Number(done.numDeletedRows)
    },

    /** Ends one session of an account; false where the account has no such session. */
    async endOne(accountId: string, id: string): Promise<boolean> {
      const done = await db
        .deleteFrom('identity.session')
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .executeTakeFirst()
      return done.numDeletedRows === 1n
    },

    /** The sessions of an account that still open something, the one seen last first. */
    async listSessions(accountId: string, now: Date, idleSince: Date): Promise<ListedSession[]> {
      const rows = await db
        .selectFrom('identity.session')
        .select(['id', 'device', 'method', 'family', 'begun_at', 'seen_at'])
        .where('account_id', '=', accountId)
        .where('ends_at', '>', now)
        .where('seen_at', '>', idleSince)
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map(({ id, device, method, family, begun_at: begunAt, seen_at: seenAt }) => ({
        id,
        device,
        method,
        family,
        begunAt,
        seenAt,
      }))
    },

    /** Remembers that an account was signed in to from a browser: strangers' failures elsewhere do not slow it down there. */
    async knowBrowser(accountId: string, browser: string, at: Date): Promise<void> {
      await db
        .insertInto('identity.known_browser')
        .values({ account_id: accountId, browser, seen_at: at })
        .onConflict((conflict) => conflict.columns(['account_id', 'browser']).doUpdateSet({ seen_at: at }))
        .execute()
    },

    async isKnownBrowser(accountId: string, browser: string): Promise<boolean> {
      const row = await db
        .selectFrom('identity.known_browser')
        .select('browser')
        .where('account_id', '=', accountId)
        .where('browser', '=', browser)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
