import type {
  ContestDocument,
  LegalTest,
  Photograph,
  PostalRow,
  RecountOrder,
  SetAside,
  SetAsideDecision,
} from '../core/edition.ts'
import { editionPaths } from '../core/edition.ts'
import type { ConsolidationDocument } from '../core/documents.ts'

/** A row of `results.postal_row` with its ledger entry. */
export interface PostalDbRow {
  readonly contest_id: string
  readonly version: number
  readonly votes: number[]
  readonly valid: number
  readonly excluded: number
  readonly issued: number
  readonly received_in_time: number
  readonly recorded_at: Date
  readonly entry_id: number
}

export function postalRowOf(row: PostalDbRow): PostalRow {
  return {
    votes: row.votes,
    valid: row.valid,
    excluded: row.excluded,
    issued: row.issued,
    receivedInTime: row.received_in_time,
    recordedAt: row.recorded_at.toISOString(),
    entryId: row.entry_id,
  }
}

/** A row of `results.set_aside` with its ledger entry. */
export interface SetAsideRow {
  readonly contest_id: string
  readonly station_number: number
  readonly form: '45' | '46'
  readonly bundle_id: string
  readonly device_key: string
  readonly code: string
  readonly arrived_at: Date
  readonly entry_id: number
}

export function setAsideOf(row: SetAsideRow): SetAside {
  return {
    stationNumber: row.station_number,
    form: row.form,
    bundleId: row.bundle_id,
    deviceKeyId: row.device_key,
    code: row.code,
    arrivedAt: row.arrived_at.toISOString(),
    entryId: row.entry_id,
    decision: null,
  }
}

/** A row of `results.decision` with its ledger entry. */
export interface DecisionRow {
  readonly contest_id: string
  readonly bundle_id: string
  readonly decision: 'count' | 'leave'
  readonly version: number | null
  readonly reason: string
  readonly decided_at: Date
  readonly entry_id: number
}

export function decisionOf(row: DecisionRow): SetAsideDecision {
  return {
    decision: row.decision,
    version: row.version,
    reason: row.reason,
    decidedAt: row.decided_at.toISOString(),
    entryId: row.entry_id,
  }
}

/** A row of `results.recount_order` with its ledger entry. */
export interface RecountRow {
  readonly contest_id: string
  readonly number: number
  readonly basis: 'request' | 'commission'
  readonly requested_by: number | null
  readonly requested_at: Date | null
  readonly tests: LegalTest[]
  readonly section: string | null
  readonly reason: string
  readonly ordered_at: Date
  readonly due_at: Date | null
  readonly entry_id: number
}

export function recountOf(row: RecountRow): RecountOrder {
  return {
    number: row.number,
    basis: row.basis,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at?.toISOString() ?? null,
    tests: row.tests,
    section: row.section,
    reason: row.reason,
    orderedAt: row.ordered_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    entryId: row.entry_id,
  }
}

/** A row of `results.evidence` with its ledger entry. */
export interface EvidenceRow {
  readonly contest_id: string
  readonly station_number: number
  readonly sha256: string
  readonly size: number
  readonly media_type: string
  readonly arrived_at: Date
  readonly entry_id: number
}

export function photographOf(row: EvidenceRow, leaf: number): Photograph {
  return {
    sha256: row.sha256,
    stationNumber: row.station_number,
    mediaType: row.media_type,
    size: row.size,
    arrivedAt: row.arrived_at.toISOString(),
    entryId: row.entry_id,
    leaf,
  }
}

/** A row of `results.document` with its ledger entry. */
export interface DocumentRow {
  readonly contest_id: string
  readonly form: '47' | '48' | '49'
  readonly version: number
  /** The document as its SHA-256 was taken. */
  readonly content: string
  readonly sha256: string
  readonly newest_entry: number
  readonly entry_id: number
}

/** What the seat's file says of a document; the document itself lies beside it. */
export function documentOf(row: DocumentRow): ContestDocument {
  const content = JSON.parse(row.content) as ConsolidationDocument
  return {
    form: row.form,
    version: row.version,
    madeAt: content.madeAt,
    entryId: row.entry_id,
    path: editionPaths.document(row.contest_id, row.form, row.version),
    sha256: row.sha256,
    reason: content.reason,
    candidates: content.candidates.map(({ serial, votes }) => ({ serial, votes })),
    valid: content.valid,
    excluded: content.excluded,
    stationsIncluded: stationsOf(content),
    stationsAwaited: content.form === '47' ? content.stationsAwaited : [],
    returned: content.form === '49' ? content.returned : null,
  }
}

function stationsOf(content: ConsolidationDocument): number {
  if (content.form === '47') return content.stationsIncluded
  return content.form === '48' ? content.rows.length - 1 : content.stationsIncluded
}
