import { hashReason, hashRecord } from '@intikhab/kernel/ledger'
import type { RecordNow } from '../register/records.ts'

/** An order by which a roll came to a stage. */
export interface StageRecord {
  readonly roll_id: string
  readonly number: number
  readonly kind: string
  readonly from_day: string | null
  readonly until_day: string | null
  readonly order_reference: string | null
  readonly reason: string
  readonly reason_salt: Uint8Array
  readonly account_id: string
  readonly approval_id: string
  readonly ordered_at: string
}

export function stageRecord({ reason, reason_salt: salt, ...row }: StageRecord): RecordNow {
  return {
    record: `rolls.stage:${row.roll_id}/${row.number}`,
    hash: hashRecord({ ...row, reason_hash: hashReason(reason, salt) }),
  }
}

/** A display centre with its electoral areas. */
export interface CentreRecord {
  readonly roll_id: string
  readonly number: number
  readonly district: string
  readonly name_en: string
  readonly name_ur: string
  readonly address_en: string
  readonly address_ur: string
  readonly opens_at: string
  readonly closes_at: string
  readonly is_closed: boolean
  readonly account_id: string
  readonly changed_at: string
  /** In their order. */
  readonly blocks: readonly number[]
}

export function centreRecord(row: CentreRecord): RecordNow {
  return { record: `rolls.display-centre:${row.roll_id}/${row.number}`, hash: hashRecord({ ...row }) }
}

/** A marked copy of the roll for an election; `digest` is over its marks. */
export interface MarkedCopyRecord {
  readonly election_id: string
  readonly number: number
  readonly roll_id: string
  readonly list_number: number
  readonly list_sha256: string
  readonly scheme_version: number
  readonly postal: number
  readonly overseas: number
  readonly digest: string
  readonly reason: string
  readonly reason_salt: Uint8Array
  readonly account_id: string
  readonly made_at: string
}

export function markedCopyRecord({ reason, reason_salt: salt, ...row }: MarkedCopyRecord): RecordNow {
  return {
    record: `rolls.marked-copy:${row.election_id}/${row.number}`,
    hash: hashRecord({ ...row, reason_hash: hashReason(reason, salt) }),
  }
}

/** A copy of the roll that somebody was given (s.41). The ledger does not tell to whom: the name goes in with the salt. */
export interface CopyRecord {
  readonly copy_id: number
  readonly kind: string
  readonly roll_id: string
  readonly list_number: number
  readonly list_sha256: string
  readonly delimitation_id: string
  readonly seat: string
  readonly blocks: readonly number[]
  readonly recipient: string
  readonly salt: Uint8Array
  readonly sha256: string
  readonly bytes: number
  readonly account_id: string
  readonly given_at: string
}

export function copyRecord({ salt, ...row }: CopyRecord): RecordNow {
  return { record: `rolls.copy:${row.copy_id}`, hash: hashRecord({ ...row }, salt) }
}

/** The fingerprint of the marks of one copy, as an aggregate in SQL. */
export const marksDigest = `encode(sha256(coalesce(string_agg(sha256(convert_to(row(block, gender, serial, cnic, mark)::text, 'utf8')),
  ''::bytea order by cnic), ''::bytea)), 'hex')`
