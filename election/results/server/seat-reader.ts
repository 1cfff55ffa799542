import type pg from 'pg'
import { openContestBook, takeAccount, takeCount, takeDecision, type ContestBook } from '../core/contest-book.ts'
import type { Form } from '../core/bundle.ts'
import type { ContestFacts } from '../core/facts.ts'
import {
  decisionOf,
  documentOf,
  postalRowOf,
  recountOf,
  setAsideOf,
  type DecisionRow,
  type DocumentRow,
  type PostalDbRow,
  type RecountRow,
  type SetAsideRow,
} from './stored-acts.ts'
import { accountVersionOf, countVersionOf, formColumns, formOf, type FormRow } from './stored-forms.ts'

/** A form that is kept and not counted, in full. */
export interface StoredSetAside {
  readonly set_aside_id: number
  readonly station_number: number
  readonly form: '45' | '46'
  readonly bundle_id: string
  readonly device_key: string
  readonly signature: string
  readonly code: string
  readonly made_at: Date
  readonly arrived_at: Date
  readonly payload: string
}

/** What is in for a seat. */
export interface SeatReader {
  /** Everything that is in for the seat; leaves are not known here and stand as −1. */
  readBook(facts: ContestFacts, stationsExpected: number): Promise<ContestBook>
  /** The last version of a station's form; undefined while it is awaited. */
  findLast(stationNumber: number, form: '45' | '46'): Promise<{ version: number; form: Form } | undefined>
  /** Newest ledger entry that changed a figure of the seat; 0 where there is none. */
  newestEntry(): Promise<number>
  /** The last version of a document; undefined where it was never made. */
  findDocument(form: '47' | '48' | '49'): Promise<{ version: number; newestEntry: number } | undefined>
  hasPostal(): Promise<boolean>
  findSetAside(bundleId: string): Promise<StoredSetAside | undefined>
  isDecided(bundleId: string): Promise<boolean>
  /** Photographs of a station's papers that have arrived, the newest form's first. */
  photographsOf(stationNumber: number): Promise<readonly { readonly form: '45' | '46'; readonly sha256: string }[]>
  /** The ledger entry of what an approval has brought about already; undefined where it is still to be done. */
  findDone(approvalId: string): Promise<{ readonly entryId: number; readonly number: number | null } | undefined>
}

/** Reads a seat on a client that is in a transaction. */
export function readSeat(
  client: pg.PoolClient,
  { electionId, contestId }: { readonly electionId: string; readonly contestId: string },
): SeatReader {
  const seat = [electionId, contestId]

  async function rowsOf<R extends pg.QueryResultRow>(
    kind: string,
    table: string,
    id: string,
    columns = 'f.*, r.entry_id',
  ): Promise<R[]> {
    const { rows } = await client.query<R>(
      `select ${columns} from ${table} f join results.recorded r on r.kind = '${kind}' and r.ref_id = f.${id}
       where f.election_id = $1 and f.contest_id = $2 order by r.entry_id`,
      seat,
    )
    return rows
  }

  return {
    async readBook(facts, stationsExpected) {
      const book = openContestBook(facts, stationsExpected)
      for (const row of await rowsOf<FormRow>('form', 'results.form', 'form_id', formColumns)) {
        const form = formOf(row)
        if (form.form === '45') takeCount(book, row.station_number, countVersionOf(row, form, -1))
        else takeAccount(book, row.station_number, accountVersionOf(row, form, -1))
      }
      const postal = await rowsOf<PostalDbRow>('postal', 'results.postal_row', 'postal_row_id')
      const last = postal.at(-1)
      if (last !== undefined) book.postal = postalRowOf(last)
      const documents = await rowsOf<DocumentRow>('document', 'results.document', 'document_id')
      book.documents.push(...documents.map(documentOf))
      const setAside = await rowsOf<SetAsideRow>('set-aside', 'results.set_aside', 'set_aside_id')
      book.setAside.push(...setAside.map(setAsideOf))
      for (const row of await rowsOf<DecisionRow>('decision', 'results.decision', 'decision_id'))
        takeDecision(book, row.bundle_id, decisionOf(row))
      const recounts = await rowsOf<RecountRow>('recount', 'results.recount_order', 'recount_order_id')
      book.recounts.push(...recounts.map(recountOf))
      return book
    },

    async findLast(stationNumber, form) {
      const { rows } = await client.query<{ version: number; payload: string }>(
        `select version, payload from results.form where election_id = $1 and contest_id = $2 and station_number = $3
         and form = $4 order by version desc limit 1`,
        [...seat, stationNumber, form],
      )
      const [row] = rows
      return row === undefined ? undefined : { version: row.version, form: formOf(row) }
    },

    async newestEntry() {
      const { rows } = await client.query<{ newest: number | null }>(
        `select max(entry_id) as newest from results.recorded
         where election_id = $1 and contest_id = $2 and kind in ('form', 'postal')`,
        seat,
      )
      return rows[0]?.newest ?? 0
    },

    async findDocument(form) {
      const { rows } = await client.query<{ version: number; newest_entry: number }>(
        `select version, newest_entry from results.document where election_id = $1 and contest_id = $2 and form = $3
         order by version desc limit 1`,
        [...seat, form],
      )
      const [row] = rows
      return row === undefined ? undefined : { version: row.version, newestEntry: row.newest_entry }
    },

    async hasPostal() {
      const { rows } = await client.query(
        'select from results.postal_row where election_id = $1 and contest_id = $2 limit 1',
        seat,
      )
      return rows.length > 0
    },

    async findSetAside(bundleId) {
      const { rows } = await client.query<StoredSetAside>(
        `select set_aside_id, station_number, form, bundle_id, device_key, signature, code, made_at, arrived_at, payload
         from results.set_aside where election_id = $1 and contest_id = $2 and bundle_id = $3`,
        [...seat, bundleId],
      )
      return rows[0]
    },

    async isDecided(bundleId) {
      const { rows } = await client.query('select from results.decision where election_id = $1 and bundle_id = $2', [
        electionId,
        bundleId,
      ])
      return rows.length > 0
    },

    async photographsOf(stationNumber) {
      const { rows } = await client.query<{ form: '45' | '46'; sha256: string }>(
        `select f.form, f.image_sha256 as sha256 from results.form f
         join results.evidence e on e.election_id = f.election_id and e.sha256 = f.image_sha256
         where f.election_id = $1 and f.contest_id = $2 and f.station_number = $3 order by f.form, f.version desc`,
        [...seat, stationNumber],
      )
      return rows
    },

    async findDone(approvalId) {
      const { rows } = await client.query<{ entry_id: number; number: number | null }>(
        `select r.entry_id, done.number from (
           select 'form' as kind, form_id as id, version as number from results.form where approval_id = $1
           union all select 'decision', decision_id, version from results.decision where approval_id = $1
           union all select 'recount', recount_order_id, number from results.recount_order where approval_id = $1) done
         join results.recorded r on r.kind = done.kind and r.ref_id = done.id limit 1`,
        [approvalId],
      )
      const [row] = rows
      return row === undefined ? undefined : { entryId: row.entry_id, number: row.number }
    },
  }
}
