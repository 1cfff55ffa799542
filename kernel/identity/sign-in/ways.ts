import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashRecord, type AuditedRecords, type RecordChange } from '@intikhab/kernel/ledger'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * All the ways into an account, as one record of the ledger: whoever plants a passkey, a password, a recovery code or a
 * tie to the directory in the database is found by the audit. Uses of a way, such as counts and steps, are no part of it.
 */
interface Ways {
  readonly account_id: string
  readonly salt: Buffer | null
  readonly password: string | null
  readonly authenticator: string | null
  readonly passkeys: readonly string[]
  readonly recovery_codes: readonly string[]
  readonly directory: readonly string[]
}

const kind = 'identity.ways'

const waysQuery = `select a.id as account_id, a.salt, p.hash as password, t.sealed as authenticator,
  array(select credential_id || ' ' || encode(public_key, 'hex') from identity.passkey k
    where k.account_id = a.id order by credential_id collate "C") as passkeys,
  array(select encode(hash, 'hex') from identity.recovery_code r where r.account_id = a.id order by hash) as recovery_codes,
  array(select issuer || ' ' || subject from identity.directory_link l
    where l.account_id = a.id order by issuer collate "C") as directory
  from identity.account a left join identity.password p on p.account_id = a.id
  left join identity.authenticator t on t.account_id = a.id`

/** Null where there is no way in at all. */
function hashOf({ salt, account_id: account, recovery_codes: recoveryCodes, ...rest }: Ways): string | null {
  const { password, authenticator, passkeys, directory } = rest
  if (password === null && authenticator === null && passkeys.length + recoveryCodes.length + directory.length === 0)
    return null
  return hashRecord({ account, password, authenticator, passkeys, recoveryCodes, directory }, salt ?? undefined)
}

/** The ways into an account before a change, held until the transaction ends. */
export interface OpenWays {
  /** What has been done to them since, for the ledger's entry. */
  changes(): Promise<RecordChange[]>
}

/** Locks the ways into an account for the rest of the transaction. */
export async function openWays(tx: Kysely<unknown>, accountId: string): Promise<OpenWays> {
  async function read(): Promise<string | null> {
    const { rows } = await sql<Ways>`${sql.raw(waysQuery)} where a.id = ${accountId}`.execute(tx)
    return rows[0] === undefined ? null : hashOf(rows[0])
  }
  await sql`select from identity.account where id = ${accountId} for update`.execute(tx)
  const before = await read()
  return {
    async changes() {
      const after = await read()
      return before === after ? [] : [{ record: `${kind}:${accountId}`, before, after }]
    },
  }
}

/** The ways into all accounts, as the audit holds them against the ledger. */
export function auditedWays(database: Pick<Database, 'pool'>): AuditedRecords {
  return {
    kind,
    async *read() {
      for await (const row of streamRows(database, waysQuery)) {
        const ways = row as unknown as Ways
        const hash = hashOf(ways)
        if (hash !== null) yield { record: `${kind}:${ways.account_id}`, hash }
      }
    },
  }
}
