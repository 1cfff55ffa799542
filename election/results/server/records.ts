import { hash } from 'node:crypto'
import { hashRecord, type JsonValue } from '@intikhab/kernel/ledger'
import type { Finding } from '../core/edition.ts'

/**
 * The rows of the register as the ledger knows them: a name, and the fingerprint of every column that says something.
 * Whatever writes a row makes its fingerprint of the same fields as the audit does when it reads the row back, so a
 * figure changed by hand no longer fits. The figures of a form stand in its payload; instants are in milliseconds.
 */

/** A row's name and fingerprint. */
export interface RecordNow {
  readonly record: string
  readonly hash: string
}

/** A reason with its salt; both null where none was given. */
interface Reasoned {
  readonly reason: string | null
  readonly reason_salt: Uint8Array | null
}

interface InSeat {
  readonly election_id: string
  readonly contest_id: string
}

interface InStation extends InSeat {
  readonly station_number: number
}

/** The salted fingerprint of a reason's words; null where none was given. */
export function reasonHashOf({ reason, reason_salt: salt }: Reasoned): string | null {
  return reason === null ? null : hashRecord({ reason }, salt ?? undefined)
}

function reasoned<F extends Reasoned>(fields: F): Omit<F, keyof Reasoned> & { reason_hash: string | null } {
  const { reason: _words, reason_salt: _salt, ...others } = fields
  return { ...others, reason_hash: reasonHashOf(fields) }
}

function recordOf(record: string, fields: object): RecordNow {
  return { record, hash: hashRecord(fields as Readonly<Record<string, JsonValue>>) }
}

/** A version of a station's form. */
export interface FormRecord extends InStation, Reasoned {
  readonly form: '45' | '46'
  readonly version: number
  readonly bundle_id: string | null
  readonly device_key: string | null
  readonly signature: string | null
  readonly account_id: string | null
  readonly cause: string | null
  readonly confirmed: boolean
  readonly made_at: string
  readonly arrived_at: string
  readonly payload: string
  readonly image_sha256: string | null
  readonly findings: readonly Finding[]
  readonly approval_id: string | null
}

export function formRecord(row: FormRecord): RecordNow {
  const { election_id: election, contest_id: contest, station_number: number, form, version } = row
  return recordOf(`results.form:${election}/${contest}/${number}/${form}/${version}`, reasoned(row))
}

/** A signed form that is kept and not counted. */
export interface SetAsideRecord extends InStation {
  readonly form: '45' | '46'
  readonly bundle_id: string
  readonly device_key: string
  readonly signature: string
  readonly code: string
  readonly made_at: string
  readonly arrived_at: string
  readonly payload: string
}

export function setAsideRecord(row: SetAsideRecord): RecordNow {
  return recordOf(`results.set-aside:${row.election_id}/${row.bundle_id}`, row)
}

/** A version of a seat's postal row. */
export interface PostalRecord extends InSeat, Reasoned {
  readonly version: number
  readonly votes: readonly number[]
  readonly valid: number
  readonly excluded: number
  readonly issued: number
  readonly received_in_time: number
  readonly account_id: string
  readonly recorded_at: string
}

export function postalRecord(row: PostalRecord): RecordNow {
  return recordOf(`results.postal:${row.election_id}/${row.contest_id}/${row.version}`, reasoned(row))
}

/** A version of Form-47, 48 or 49. */
export interface DocumentRecord extends InSeat, Reasoned {
  readonly form: '47' | '48' | '49'
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly account_id: string
  readonly made_at: string
  readonly newest_entry: number
}

export function documentRecord({ content, ...row }: DocumentRecord): RecordNow {
  const { election_id: election, contest_id: contest, form, version } = row
  return recordOf(`results.document:${election}/${contest}/${form}/${version}`, {
    ...reasoned(row),
    content_sha256: hash('sha256', content, 'hex'),
  })
}

/** A photograph that has arrived. */
export interface EvidenceRecord extends InStation {
  readonly sha256: string
  readonly size: number
  readonly media_type: string
  readonly arrived_at: string
}

export function evidenceRecord(row: EvidenceRecord): RecordNow {
  return recordOf(`results.evidence:${row.election_id}/${row.sha256}`, row)
}

/** What was decided on a form that was set aside. */
export interface DecisionRecord extends InStation, Reasoned {
  readonly form: '45' | '46'
  readonly bundle_id: string
  readonly decision: 'count' | 'leave'
  readonly version: number | null
  readonly account_id: string
  readonly approval_id: string
  readonly decided_at: string
}

export function decisionRecord(row: DecisionRecord): RecordNow {
  return recordOf(`results.decision:${row.election_id}/${row.bundle_id}`, reasoned(row))
}

/** A recount that was ordered. */
export interface RecountRecord extends InSeat, Reasoned {
  readonly number: number
  readonly basis: 'request' | 'commission'
  readonly requested_by: number | null
  readonly requested_at: string | null
  readonly figures: Readonly<Record<string, JsonValue>>
  readonly tests: readonly JsonValue[]
  readonly section: string | null
  readonly account_id: string
  readonly approval_id: string
  readonly ordered_at: string
  readonly due_at: string | null
}

export function recountRecord(row: RecountRecord): RecordNow {
  return recordOf(`results.recount:${row.election_id}/${row.contest_id}/${row.number}`, reasoned(row))
}
