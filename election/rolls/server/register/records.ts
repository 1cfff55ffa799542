import { hashReason, hashRecord, type JsonValue, type RecordChange } from '@intikhab/kernel/ledger'
import type { PastAction } from '../../core/register/past-action.ts'
import type { Roll } from '../../core/register/roll.ts'
import type { ElectoralArea, RollDistrict, Voter } from '../../core/register/voter.ts'

/**
 * The rows of the register as the ledger knows them: a name, and a fingerprint. Whatever changes a row and the audit
 * make it of the same fields. Nobody's CNIC reaches the ledger: a person's record is named after its salt.
 */

/** A row's name and fingerprint. */
export interface RecordNow {
  readonly record: string
  readonly hash: string
}

/** What made a row as it is now out of what it was; out of nothing where it was not there. */
export function changeTo({ record, hash }: RecordNow, before?: RecordNow): RecordChange {
  return { record, before: before?.hash ?? null, after: hash }
}

type Fields = Readonly<Record<string, JsonValue>>

function fieldsOf({ addresses, entry, ...person }: Voter): Fields {
  return {
    ...person,
    permanent: { ...addresses.permanent },
    temporary: addresses.temporary === null ? null : { ...addresses.temporary },
    posting: addresses.posting === null ? null : { ...addresses.posting },
    entry: entry === null ? null : { ...entry },
  }
}

/** Somebody whom a single act concerned. When row and salt are erased, name and fingerprint say nothing of anybody. */
export function voterRecord(voter: Voter, salt: Uint8Array): RecordNow {
  const name = hashRecord({ record: 'rolls.voter' }, salt).slice(0, 32)
  return { record: `rolls.voter:${name}`, hash: hashRecord(fieldsOf(voter), salt) }
}

/** A single action, with all that it says. */
export function actionRecord({ actedAt, before, after, ...row }: PastAction, salt: Uint8Array): RecordNow {
  const sides = {
    before: before === null ? null : fieldsOf(before),
    after: after === null ? null : fieldsOf(after),
  }
  return {
    record: `rolls.action:${row.actionId}`,
    hash: hashRecord({ ...row, actedAt: actedAt.toISOString(), ...sides }, salt),
  }
}

/** Changes applied together, e.g. a batch of the civil registry: how many, and the fingerprint of them all. */
export interface BatchRecord {
  readonly batch_id: number
  readonly cause: string
  readonly actions: number
  /** `batchDigest` over its actions. */
  readonly digest: string
  readonly account_id: string
  readonly applied_at: string
}

export function batchRecord(row: BatchRecord): RecordNow {
  return { record: `rolls.batch:${row.batch_id}`, hash: hashRecord({ ...row }) }
}

/** A feed that was taken in: how many voters, and the fingerprint of them all. */
export interface ImportRecord {
  readonly import_id: number
  readonly name: string
  readonly voters: number
  readonly digest: string
  readonly account_id: string
  readonly imported_at: string
}

export function importRecord(row: ImportRecord): RecordNow {
  return { record: `rolls.import:${row.import_id}`, hash: hashRecord({ ...row }) }
}

export function rollRecord(roll: Roll): RecordNow {
  const { resultsAnnouncedAt, ...fields } = roll
  return {
    record: `rolls.roll:${roll.id}`,
    hash: hashRecord({ ...fields, resultsAnnouncedAt: resultsAnnouncedAt?.toISOString() ?? null }),
  }
}

/** The districts and electoral areas, all together, each in the order of its code. */
export function placesRecord(districts: readonly RollDistrict[], areas: readonly ElectoralArea[]): RecordNow {
  const fields = {
    districts: districts.map((district): Fields => ({ ...district })),
    areas: areas.map((area): Fields => ({ ...area })),
  }
  return { record: 'rolls.places:all', hash: hashRecord(fields) }
}

/** An order by which a roll was frozen. */
export interface FreezeRecord {
  readonly roll_id: string
  readonly number: number
  readonly kind: 'general' | 'by-election'
  readonly day: string
  readonly delimitation_id: string | null
  readonly constituency: string | null
  readonly blocks: readonly number[]
  readonly reason: string
  readonly reason_salt: Uint8Array
  readonly account_id: string
  readonly approval_id: string
  readonly ordered_at: string
}

export function freezeRecord({ reason, reason_salt: salt, ...row }: FreezeRecord): RecordNow {
  return {
    record: `rolls.freeze:${row.roll_id}/${row.number}`,
    hash: hashRecord({ ...row, reason_hash: hashReason(reason, salt) }),
  }
}
