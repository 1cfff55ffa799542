import { hashRecord, type JsonValue } from '@intikhab/kernel/ledger'
import {
  claimOf,
  eventJson,
  type Claim,
  type ClaimEvent,
  type LodgedClaim,
  type PastEvent,
} from '../../core/claims/claim.ts'
import type { Claimant, ClaimContent } from '../../core/claims/claim-content.ts'
import type { Docket } from '../../core/claims/docket.ts'
import type { Cnic } from '../../core/identifiers.ts'
import type { RecordNow } from '../register/records.ts'

/** A claim's row. Content and claimant are JSON, as they were lodged. */
export interface ClaimRow {
  readonly docket: string
  readonly district: string
  readonly period: LodgedClaim['period']
  readonly form: string
  readonly purpose: ClaimContent['purpose']
  readonly source: LodgedClaim['source']
  readonly lodged_at: Date
  readonly due_on: string
  readonly claimant_cnic: number | null
  readonly concerned_cnic: number | null
  readonly claimant: Claimant | null
  readonly content: ClaimContent
  readonly pin_hash: Buffer | null
  readonly salt: Buffer
  readonly state: Claim['state']
  readonly hearing_at: Date | null
  /** When it was decided, withdrawn or lapsed. */
  readonly closed_at: Date | null
}

export interface ClaimEventRow {
  readonly docket: string
  readonly number: number
  readonly kind: ClaimEvent['kind']
  readonly at: Date
  readonly account_id: string
  readonly detail: Readonly<Record<string, JsonValue>>
}

/** A claim with everything that happened to it, the first first. */
export interface KnownClaim {
  readonly row: ClaimRow
  readonly past: readonly PastEvent[]
  readonly claim: Claim
}

export function pastOf({ kind, detail, at, account_id: by }: ClaimEventRow): PastEvent {
  return { event: { kind, ...detail } as unknown as ClaimEvent, at, by }
}

export function knownClaim(row: ClaimRow, past: readonly PastEvent[]): KnownClaim {
  return { row, past, claim: claimOf(lodgedOf(row), past) }
}

function lodgedOf(row: ClaimRow): LodgedClaim {
  return {
    docket: row.docket as Docket,
    district: row.district,
    period: row.period,
    form: row.form,
    source: row.source,
    lodgedAt: row.lodged_at,
    claimant: row.claimant,
    concerned: row.concerned_cnic === null ? null : (String(row.concerned_cnic) as Cnic),
    content: row.content,
    dueOn: row.due_on,
  }
}

/**
 * A claim as the ledger knows it: what was lodged, where it stands, and every event. Salted: the fingerprint says
 * nothing of anybody once the row is gone.
 */
export function claimRecord(row: ClaimRow, past: readonly PastEvent[]): RecordNow {
  const { salt, pin_hash: pin, lodged_at: lodgedAt, hearing_at: hearingAt, closed_at: _closed, ...fields } = row
  const events = past.map(({ event, at, by }) => ({ ...eventJson(event), kind: event.kind, at: at.toISOString(), by }))
  const record = {
    ...(fields as unknown as Readonly<Record<string, JsonValue>>),
    pin_hash: pin?.toString('hex') ?? null,
    lodged_at: lodgedAt.toISOString(),
    hearing_at: hearingAt?.toISOString() ?? null,
    events,
  }
  return { record: `rolls.claim:${row.docket}`, hash: hashRecord(record, salt) }
}
