import { streamRows, type Database } from '@intikhab/kernel/database'
import type { AuditedRecords } from '@intikhab/kernel/ledger'
import {
  decisionRecord,
  documentRecord,
  evidenceRecord,
  formRecord,
  postalRecord,
  recountRecord,
  setAsideRecord,
  type RecordNow,
} from './records.ts'

/** Each kind of record: its table, and the columns that its fingerprint is made of. */
const inStation = ['election_id', 'contest_id', 'station_number']
const inSeat = ['election_id', 'contest_id']
const bundle = ['bundle_id', 'device_key', 'signature']
const reason = ['reason', 'reason_salt']

/**
 * The records of the results as the register holds them now, streamed, with the fingerprints that their acts left in
 * the ledger. A row that anybody changed past the application has another.
 */
export function auditedResults(database: Pick<Database, 'pool'>): AuditedRecords[] {
  const audited = (
    kind: string,
    table: string,
    columns: readonly string[],
    recordOf: (row: never) => RecordNow,
  ): AuditedRecords => ({
    kind,
    async *read() {
      const query = `select ${columns.join(', ')} from results.${table}`
      // The row comes out of the database with the shape of the record as which it was written.
      for await (const row of streamRows<Record<string, unknown>>(database, query))
        yield recordOf(withInstants(row) as never)
    },
  })

  return [
    audited(
      'results.form',
      'form',
      [
        ...inStation,
        'form',
        'version',
        ...bundle,
        'account_id',
        'cause',
        ...reason,
        'confirmed',
        'made_at',
        'arrived_at',
      ].concat('payload', 'image_sha256', 'findings', 'approval_id'),
      formRecord,
    ),
    audited(
      'results.set-aside',
      'set_aside',
      [...inStation, 'form', ...bundle, 'code', 'made_at', 'arrived_at', 'payload'],
      setAsideRecord,
    ),
    audited(
      'results.postal',
      'postal_row',
      [
        ...inSeat,
        'version',
        'votes',
        'valid',
        'excluded',
        'issued',
        'received_in_time',
        'account_id',
        ...reason,
      ].concat('recorded_at'),
      postalRecord,
    ),
    audited(
      'results.document',
      'document',
      [...inSeat, 'form', 'version', 'content', 'sha256', ...reason, 'account_id', 'made_at', 'newest_entry'],
      documentRecord,
    ),
    audited(
      'results.evidence',
      'evidence',
      [...inStation, 'sha256', 'size', 'media_type', 'arrived_at'],
      evidenceRecord,
    ),
    audited(
      'results.decision',
      'decision',
      [...inStation, 'form', 'bundle_id', 'decision', 'version', ...reason, 'account_id', 'approval_id', 'decided_at'],
      decisionRecord,
    ),
    audited(
      'results.recount',
      'recount_order',
      [...inSeat, 'number', 'basis', 'requested_by', 'requested_at', 'figures', 'tests', 'section', ...reason].concat(
        'account_id',
        'approval_id',
        'ordered_at',
        'due_at',
      ),
      recountRecord,
    ),
  ]
}

/** Instants as the acts wrote them: ISO 8601 in UTC. */
function withInstants(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
}
