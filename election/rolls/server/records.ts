import { hashReason, hashRecord, type JsonValue } from '@intikhab/kernel/ledger'
import type { Roll } from '../core/roll.ts'
import type { ElectoralArea, RollDistrict, VoterEntry } from '../core/voter.ts'

/**
 * The rows of the register as the ledger knows them: a name, and a fingerprint. Whatever changes a row and the audit
 * make it of the same fields. Nobody's CNIC reaches the ledger: a person's record is named after its salt.
 */

/** A row's name and fingerprint. */
export interface RecordNow {
  readonly record: string
  readonly hash: string
}

type Fields = Readonly<Record<string, JsonValue>>

/** Somebody whom a single act concerned. When row and salt are erased, name and fingerprint say nothing of anybody. */
export function voterRecord(voter: VoterEntry, salt: Uint8Array): RecordNow {
  const name = hashRecord({ record: 'rolls.voter' }, salt).slice(0, 32)
  const { cnic, nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addressUr } = voter
  const { block, household, serial, status } = voter
  const person = { cnic, nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addressUr }
  return { record: `rolls.voter:${name}`, hash: hashRecord({ ...person, block, household, serial, status }, salt) }
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
