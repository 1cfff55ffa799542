import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { InvitationRecord } from './records.ts'
import { grantShape } from './shapes.ts'

export interface InvitationRow {
  id: string
  token_hash: Buffer | null
  name: string
  grants: unknown
  salt: Buffer | null
  made_at: Date
  made_by: string
  lapses_at: Date
  accepted_at: Date | null
  account_id: string | null
  withdrawn_at: Date | null
}

const grantsShape = z.array(grantShape)

const invitationColumns = sql`id, token_hash, name, grants, salt, made_at, made_by, lapses_at, accepted_at,
  account_id, withdrawn_at`

export function invitationOf(row: InvitationRow): InvitationRecord {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    name: row.name,
    grants: grantsShape.parse(row.grants),
    madeAt: row.made_at,
    madeBy: row.made_by,
    lapsesAt: row.lapses_at,
    acceptedAt: row.accepted_at,
    accountId: row.account_id,
    withdrawnAt: row.withdrawn_at,
    salt: row.salt,
  }
}

/** Invitations as stored. Made on a transaction, it takes part in it. */
export function createInvitationStore(db: Kysely<unknown>) {
  async function select(where: ReturnType<typeof sql>): Promise<InvitationRecord[]> {
    const { rows } = await sql<InvitationRow>`select ${invitationColumns} from identity.invitation ${where}`.execute(db)
    return rows.map(invitationOf)
  }

  return {
    /** False where there is an invitation of this id. */
    async add({ id, tokenHash, name, grants, salt, madeAt, madeBy, lapsesAt }: InvitationRecord): Promise<boolean> {
      const { rows } = await sql`insert into identity.invitation
          (id, token_hash, name, grants, salt, made_at, made_by, lapses_at)
        values (${id}, ${tokenHash}, ${name}, ${JSON.stringify(grants)}::jsonb, ${salt}, ${madeAt}, ${madeBy}, ${lapsesAt})
        on conflict (id) do nothing returning id`.execute(db)
      return rows.length === 1
    },

    /** Writes what becomes of an invitation. */
    async change({ id, tokenHash, lapsesAt, acceptedAt, accountId, withdrawnAt }: InvitationRecord): Promise<void> {
      await sql`update identity.invitation set token_hash = ${tokenHash}, lapses_at = ${lapsesAt},
          accepted_at = ${acceptedAt}::timestamptz, account_id = ${accountId}, withdrawn_at = ${withdrawnAt}::timestamptz
        where id = ${id}`.execute(db)
    },

    findByToken: async (tokenHash: Buffer) => (await select(sql`where token_hash = ${tokenHash}`))[0],
    /** The same, and nobody else uses it until the transaction ends. */
    lockByToken: async (tokenHash: Buffer) => (await select(sql`where token_hash = ${tokenHash} for update`))[0],
    lock: async (id: string) => (await select(sql`where id = ${id} for update`))[0],
    /** Those that were neither accepted nor withdrawn, the newest first; also lapsed ones, which may be made anew. */
    listOpen: () =>
      select(sql`where accepted_at is null and withdrawn_at is null order by made_at desc, id limit 2000`),
    /** Those of one account that are still open. */
    lockOpenBy: (accountId: string) =>
      select(sql`where made_by = ${accountId} and accepted_at is null and withdrawn_at is null for update`),
    /** The invitation that an account came from. */
    lockOf: (accountId: string) => select(sql`where account_id = ${accountId} for update`),
  }
}
