import type { Kysely } from 'kysely'
import type { Person } from '../rights/person.ts'

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
interface SessionTables {
  'identity.session': SessionTable
  'identity.account': { id: string; name: string; disabled_at: Date | null }
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

    /** Who is behind a session that has neither ended nor been idle since before `idleSince`; the offices are asked elsewhere. */
    async findPerson(
      tokenHash: Buffer,
      now: Date,
      idleSince: Date,
    ): Promise<{ person: Omit<Person, 'grants'>; seenAt: Date } | undefined> {
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
      return { person: { accountId: row.id, name: row.name, session }, seenAt: row.seen_at }
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

    /** Ends every session of an account. */
    async endSessionsOf(accountId: string): Promise<void> {
      await db.deleteFrom('identity.session').where('account_id', '=', accountId).execute()
    },
  }
}
