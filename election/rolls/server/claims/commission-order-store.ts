import { createHash } from 'node:crypto'
import { hashReason, hashRecord } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { Claim } from '../../core/claims/claim.ts'
import type { RecordNow } from '../register/records.ts'

/** An order of the Commission as its row has it. */
export interface OrderRow {
  readonly number: string
  readonly docket: string | null
  readonly cnic_hash: string | null
  readonly cnic_salt: string | null
  readonly reason: string
  readonly reason_salt: Uint8Array
  readonly section: string
  readonly account_id: string
  readonly approval_id: string
  readonly ordered_at: string
}

/** The fingerprint of a CNIC with its own salt, both in hex: an approval and the ledger hold this and never the number. */
export function hashCnic(cnic: string, salt: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(cnic).digest('hex')
}

export function orderRecord({ reason, reason_salt: salt, ...row }: OrderRow): RecordNow {
  return { record: `rolls.order:${row.number}`, hash: hashRecord({ ...row, reason_hash: hashReason(reason, salt) }) }
}

/** An order by its number. */
export async function findOrder(db: Kysely<unknown>, number: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`select * from rolls.order where number = ${number}`.execute(db)
  return rows[0]
}

/** Whether the Commission's order of that number covers a claim: its docket, or the person it is about. */
export async function coversClaim(db: Kysely<unknown>, number: string, claim: Claim): Promise<boolean> {
  const order = await findOrder(db, number)
  if (order === undefined) return false
  if (order.docket !== null) return order.docket === claim.docket
  return claim.concerned !== null && hashCnic(claim.concerned, order.cnic_salt ?? '') === order.cnic_hash
}
