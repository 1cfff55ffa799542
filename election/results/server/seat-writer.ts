import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { JsonValue, Ledger, LedgerAct, RecordChange } from '@intikhab/kernel/ledger'
import type { ResultsActName } from '../core/acts.ts'
import type { Form } from '../core/bundle.ts'
import type { PostalFigures } from '../core/documents.ts'
import type { CorrectionCause, Finding, LegalTest } from '../core/edition.ts'
import {
  decisionRecord,
  documentRecord,
  formRecord,
  postalRecord,
  reasonHashOf,
  recountRecord,
  type FormRecord,
  type RecordNow,
} from './records.ts'
import type { StoredSetAside } from './seat-reader.ts'
import type { OfficerAct } from './seat-store.ts'

/** A correction or confirmation of a station's form. */
interface CorrectionToAdd {
  readonly form: Form
  readonly version: number
  readonly cause: CorrectionCause
  readonly reason: string
  readonly confirmed: boolean
  readonly findings: readonly Finding[]
  readonly section: string
}

interface DocumentToAdd {
  readonly form: '47' | '48' | '49'
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly reason: string | null
  readonly newestEntry: number
  readonly section: string
}

/** What was decided on a set-aside form: the version as which it counts, with the findings it has; or null. */
interface DecisionToAdd {
  readonly setAside: StoredSetAside
  readonly counts: { readonly version: number; readonly findings: readonly Finding[]; readonly form: Form } | null
  readonly reason: string
  readonly section: string
}

/** An order of recount with the figures and tests on which it rests. */
interface RecountToAdd {
  readonly number: number
  readonly basis: 'request' | 'commission'
  readonly requestedBy: number | null
  readonly requestedAt: string | null
  readonly figures: Readonly<Record<string, JsonValue>>
  readonly tests: readonly LegalTest[]
  readonly dueAt: string | null
  readonly reason: string
  readonly section: string
}

/** What is done in a seat; each writes its row and its ledger entry, and returns the entry. */
export interface SeatWriter {
  addCorrection(correction: CorrectionToAdd): Promise<number>
  addPostal(
    row: PostalFigures & { readonly valid: number; readonly reason: string | null; readonly section: string },
  ): Promise<number>
  addDocument(document: DocumentToAdd): Promise<number>
  addDecision(decision: DecisionToAdd): Promise<number>
  addRecount(order: RecountToAdd): Promise<number>
}

/** The approval without which an act of two may not be done. Throws where there is none: that is a bug. */
function approvalIdOf({ approval }: OfficerAct): string {
  if (approval === undefined) throw new Error('an act of two people has no approval')
  return approval.id
}

const saltOf = (reason: string | null) => (reason === null ? null : randomBytes(16))

/** Writes on a client whose transaction holds the seat's lock. */
export function writeSeat(client: pg.PoolClient, ledger: Pick<Ledger, 'appendOn'>, act: OfficerAct): SeatWriter {
  const seat = [act.electionId, act.contestId]
  const inSeat = { election_id: act.electionId, contest_id: act.contestId, account_id: act.actor.id }

  /** Enters one act with the rows that it made, each by its kind and id. */
  async function record(
    name: ResultsActName,
    about: { readonly subject: string; readonly section: string; readonly reasonHash: string | null },
    rows: readonly { readonly kind: string; readonly id: number; readonly now: RecordNow }[],
    detail: LedgerAct['detail'],
  ): Promise<number> {
    const { subject, section, reasonHash } = about
    const changes = rows.map(({ now: { record, hash } }): RecordChange => ({ record, before: null, after: hash }))
    const [entryId = 0] = await ledger.appendOn(client, [
      {
        system: 'results',
        act: name,
        subject: `${act.electionId}/${subject}`,
        actor: act.actor,
        madeAt: act.at,
        arrivedAt: act.at,
        section,
        ...(reasonHash === null ? {} : { reasonHash }),
        ...(act.approval === undefined ? {} : { approval: act.approval }),
        changes,
        detail,
      },
    ])
    for (const { kind, id } of rows)
      await client.query(
        'insert into results.recorded (entry_id, election_id, contest_id, kind, ref_id) values ($1, $2, $3, $4, $5)',
        [entryId, ...seat, kind, id],
      )
    return entryId
  }

  async function insert(table: string, id: string, row: object): Promise<number> {
    const columns = Object.keys(row)
    const { rows } = await client.query<Record<string, number>>(
      `insert into results.${table} (${columns.join(', ')})
       values (${columns.map((_, place) => `$${place + 1}`).join(', ')}) returning ${id}`,
      Object.values(row),
    )
    return rows[0]?.[id] ?? 0
  }

  async function insertForm(row: FormRecord): Promise<{ kind: string; id: number; now: RecordNow }> {
    const id = await insert('form', 'form_id', { ...row, findings: JSON.stringify(row.findings) })
    return { kind: 'form', id, now: formRecord(row) }
  }

  return {
    async addCorrection({ form, version, cause, reason, confirmed, findings, section }) {
      const row: FormRecord = {
        ...inSeat,
        station_number: form.stationNumber,
        form: form.form,
        version,
        bundle_id: null,
        device_key: null,
        signature: null,
        cause,
        reason,
        reason_salt: saltOf(reason),
        confirmed,
        made_at: act.at,
        arrived_at: act.at,
        payload: JSON.stringify(form),
        image_sha256: null,
        findings,
        approval_id: approvalIdOf(act),
      }
      const added = await insertForm(row)
      const subject = `${form.stationId}/form-${form.form}`
      const name = confirmed ? 'form-confirmed' : 'form-corrected'
      return record(name, { subject, section, reasonHash: reasonHashOf(row) }, [added], { version, cause })
    },

    async addPostal({ votes, valid, excluded, issued, receivedInTime, reason, section }) {
      const last = await client.query<{ version: number | null }>(
        'select max(version) as version from results.postal_row where election_id = $1 and contest_id = $2',
        seat,
      )
      const row = {
        ...inSeat,
        version: (last.rows[0]?.version ?? 0) + 1,
        votes,
        valid,
        excluded,
        issued,
        received_in_time: receivedInTime,
        reason,
        reason_salt: saltOf(reason),
        recorded_at: act.at,
      }
      const id = await insert('postal_row', 'postal_row_id', row)
      const about = { subject: act.contestId, section, reasonHash: reasonHashOf(row) }
      const detail = { version: row.version, votes, excluded, issued, receivedInTime }
      return record('postal-row-recorded', about, [{ kind: 'postal', id, now: postalRecord(row) }], detail)
    },

    async addDocument({ form, version, content, sha256, reason, newestEntry, section }) {
      const row = {
        ...inSeat,
        form,
        version,
        content,
        sha256,
        reason,
        reason_salt: saltOf(reason),
        made_at: act.at,
        newest_entry: newestEntry,
      }
      const id = await insert('document', 'document_id', row)
      const about = { subject: `${act.contestId}/form-${form}`, section, reasonHash: reasonHashOf(row) }
      return record('document-made', about, [{ kind: 'document', id, now: documentRecord(row) }], { version, sha256 })
    },

    async addDecision({ setAside, counts, reason, section }) {
      const approvalId = approvalIdOf(act)
      const reasoned = { reason, reason_salt: saltOf(reason) }
      const { station_number: stationNumber, form, bundle_id: bundleId } = setAside
      const row = {
        ...inSeat,
        ...reasoned,
        station_number: stationNumber,
        form,
        bundle_id: bundleId,
        decision: counts === null ? ('leave' as const) : ('count' as const),
        version: counts?.version ?? null,
        approval_id: approvalId,
        decided_at: act.at,
      }
      const id = await insert('decision', 'decision_id', row)
      const rows = [{ kind: 'decision', id, now: decisionRecord(row) }]
      if (counts !== null)
        rows.push(
          await insertForm({
            ...inSeat,
            ...reasoned,
            station_number: stationNumber,
            form,
            version: counts.version,
            bundle_id: bundleId,
            device_key: setAside.device_key,
            signature: setAside.signature,
            cause: 'decision',
            confirmed: false,
            made_at: setAside.made_at.toISOString(),
            arrived_at: setAside.arrived_at.toISOString(),
            payload: setAside.payload,
            image_sha256: counts.form.imageSha256 ?? null,
            findings: counts.findings,
            // The decision is the act; its form follows from it.
            approval_id: null,
          }),
        )
      const about = {
        subject: `${act.contestId}/${stationNumber}/form-${form}`,
        section,
        reasonHash: reasonHashOf(row),
      }
      const { decision, version } = row
      return record('set-aside-decided', about, rows, { bundleId, decision, version })
    },

    async addRecount({ number, basis, requestedBy, requestedAt, figures, tests, dueAt, reason, section }) {
      const row = {
        ...inSeat,
        number,
        basis,
        requested_by: requestedBy,
        requested_at: requestedAt,
        figures,
        tests: tests as unknown as readonly JsonValue[],
        section,
        reason,
        reason_salt: saltOf(reason),
        approval_id: approvalIdOf(act),
        ordered_at: act.at,
        due_at: dueAt,
      }
      const json = { figures: JSON.stringify(figures), tests: JSON.stringify(tests) }
      const id = await insert('recount_order', 'recount_order_id', { ...row, ...json })
      const about = { subject: act.contestId, section, reasonHash: reasonHashOf(row) }
      const detail = { number, basis, requestedBy, requestedAt, dueAt, figures }
      return record('recount-ordered', about, [{ kind: 'recount', id, now: recountRecord(row) }], detail)
    },
  }
}
