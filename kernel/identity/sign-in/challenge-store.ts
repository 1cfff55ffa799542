import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

interface ChallengeTables {
  'identity.challenge': {
    id: Buffer
    purpose: string
    browser: string
    account_id: string | null
    body: string
    ends_at: Date
  }
}

/** What a challenge may be answered for, and for nothing else. */
export type Purpose =
  | 'passkey-sign-in'
  | 'passkey-step-up'
  | 'passkey-add'
  | 'authenticator'
  | 'directory-sign-in'
  | 'directory-link'
  | 'directory-second-factor'

/** A question that was put to one browser, about one account where that is known. */
export interface Challenge {
  readonly purpose: Purpose
  /** What only the browser and we know; only its fingerprint is kept. */
  readonly secret: string
  readonly browser: string
  readonly accountId: string | null
}

const lastsMilliseconds = 5 * 60_000

function idOf({ purpose, secret, browser, accountId }: Challenge): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([purpose, secret, browser, accountId]))
    .digest()
}

/** One-time questions: each is answered once, within five minutes, by the browser that was asked, for what it was asked. */
export function createChallengeStore(handle: Kysely<unknown>, now: () => Date) {
  const db = handle as Kysely<ChallengeTables>
  return {
    /** Puts a question; the same one put again replaces it. `body` is what the answer will be checked with. */
    async put(challenge: Challenge, body: Readonly<Record<string, string>> = {}): Promise<void> {
      const at = now()
      const kept = { body: JSON.stringify(body), ends_at: new Date(at.getTime() + lastsMilliseconds) }
      await db.deleteFrom('identity.challenge').where('ends_at', '<=', at).execute()
      await db
        .insertInto('identity.challenge')
        .values({
          id: idOf(challenge),
          purpose: challenge.purpose,
          browser: challenge.browser,
          account_id: challenge.accountId,
          ...kept,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
        .execute()
    },

    /** Takes a question off the table: what it is to be checked with, or undefined where nobody asked it, or it is over. */
    async take(challenge: Challenge): Promise<Readonly<Record<string, string>> | undefined> {
      const { rows } = await sql<{ body: Readonly<Record<string, string>> }>`
        delete from identity.challenge where id = ${idOf(challenge)} and ends_at > ${now()} returning body`.execute(db)
      return rows[0]?.body
    },

    /** Looks at a question and leaves it on the table: for one that may be answered wrongly and again. */
    async look(challenge: Challenge): Promise<Readonly<Record<string, string>> | undefined> {
      const { rows } = await sql<{ body: Readonly<Record<string, string>> }>`
        select body from identity.challenge where id = ${idOf(challenge)} and ends_at > ${now()}`.execute(db)
      return rows[0]?.body
    },
  }
}
