import type { Kysely } from 'kysely'

interface PasskeyTable {
  credential_id: string
  account_id: string
  public_key: Buffer
  counter: number
  transports: readonly string[]
  name: string
  made_at: Date
  used_at: Date | null
}
interface PasskeyTables {
  'identity.passkey': PasskeyTable
  'identity.account': { id: string; disabled_at: Date | null }
}

/** A passkey as registered. */
export interface Passkey {
  /** base64url, as browsers say it. */
  readonly credentialId: string
  readonly accountId: string
  /** COSE key. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often it was used, by its own count; 0 for one that does not count. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly madeAt: Date
}

/** Passkeys as stored. Made on a transaction, it takes part in it. */
export function createPasskeyStore(handle: Kysely<unknown>) {
  const db = handle as Kysely<PasskeyTables>
  return {
    /** False when the passkey is registered, whoever's it is. */
    async add(passkey: Passkey): Promise<boolean> {
      const added = await db
        .insertInto('identity.passkey')
        .values({
          credential_id: passkey.credentialId,
          account_id: passkey.accountId,
          public_key: Buffer.from(passkey.publicKey),
          counter: passkey.counter,
          transports: passkey.transports,
          name: passkey.name,
          made_at: passkey.madeAt,
          used_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },

    /** A passkey of an enabled account. */
    async find(credentialId: string): Promise<Passkey | undefined> {
      const row = await db
        .selectFrom('identity.passkey as k')
        .innerJoin('identity.account as a', 'a.id', 'k.account_id')
        .selectAll('k')
        .where('k.credential_id', '=', credentialId)
        .where('a.disabled_at', 'is', null)
        .executeTakeFirst()
      return (
        row && {
          credentialId: row.credential_id,
          accountId: row.account_id,
          publicKey: new Uint8Array(row.public_key),
          counter: row.counter,
          transports: row.transports,
          name: row.name,
          madeAt: row.made_at,
        }
      )
    },

    async list(accountId: string) {
      const rows = await db
        .selectFrom('identity.passkey')
        .select(['credential_id', 'name', 'transports', 'made_at', 'used_at'])
        .where('account_id', '=', accountId)
        .orderBy('made_at')
        .execute()
      return rows.map((row) => ({
        credentialId: row.credential_id,
        name: row.name,
        transports: row.transports,
        madeAt: row.made_at,
        usedAt: row.used_at,
      }))
    },

    /** Writes down a use; false where the count is not later than the one known, also by a use at the same moment. */
    async use(credentialId: string, counter: number, at: Date): Promise<boolean> {
      const used = await db
        .updateTable('identity.passkey')
        .set({ counter, used_at: at })
        .where('credential_id', '=', credentialId)
        .where(({ and, eb, or }) =>
          or([eb('counter', '<', counter), and([eb('counter', '=', 0), eb.lit(counter === 0)])]),
        )
        .executeTakeFirst()
      return used.numUpdatedRows === 1n
    },

    async remove(accountId: string, credentialId: string): Promise<boolean> {
      const done = await db
        .deleteFrom('identity.passkey')
        .where('account_id', '=', accountId)
        .where('credential_id', '=', credentialId)
        .executeTakeFirst()
      return done.numDeletedRows === 1n
    },
  }
}
