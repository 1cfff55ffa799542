import type pg from 'pg'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { openContestBook, takeAccount, takeCount, type ContestBook } from '../core/contest-book.ts'
import type { Form } from '../core/bundle.ts'
import type { CorrectionCause, Finding } from '../core/edition.ts'
import type { ContestFacts } from '../core/facts.ts'
import type { PostalFigures } from '../core/documents.ts'
import {
  documentOf,
  postalRowOf,
  setAsideOf,
  type DocumentRow,
  type PostalDbRow,
  type SetAsideRow,
} from './stored-acts.ts'
import { accountVersionOf, countVersionOf, formColumns, formOf, type FormRow } from './stored-forms.ts'

/** Who acts in a seat and when. */
export interface OfficerAct {
  readonly electionId: string
  readonly contestId: string
  readonly accountId: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** A seat under its lock: nobody else corrects, records or consolidates there until the transaction ends. */
export interface LockedSeat {
  /** Everything that is in for the seat; leaves are not known here and stand as −1. */
  readBook(facts: ContestFacts, stationsExpected: number): Promise<ContestBook>
  /** The last version of a station's form; undefined while it is awaited. */
  findLast(stationNumber: number, form: '45' | '46'): Promise<{ version: number; form: Form } | undefined>
  /** Newest ledger entry that changed a figure of the seat; 0 where there is none. */
  newestEntry(): Promise<number>
  /** The last version of a document; undefined where it was never made. */
  findDocument(form: '47' | '48' | '49'): Promise<{ version: number; newestEntry: number } | undefined>
  hasPostal(): Promise<boolean>
  /** These three return the ledger entry. */
  addCorrection(correction: CorrectionToAdd): Promise<number>
  addPostal(row: PostalFigures & { readonly valid: number; readonly reason: string | null }): Promise<number>
  addDocument(document: DocumentToAdd): Promise<number>
}

interface CorrectionToAdd {
  readonly form: Form
  readonly version: number
  readonly cause: CorrectionCause
  readonly reason: string
  readonly confirmed: boolean
  readonly findings: readonly Finding[]
}

interface DocumentToAdd {
  readonly form: '47' | '48' | '49'
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly reason: string | null
  readonly newestEntry: number
}

/** Runs `decide` in one transaction that holds the seat's lock; what it throws rolls everything back. */
export async function withSeat<T>(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'appendOn'> },
  act: OfficerAct,
  decide: (seat: LockedSeat) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `results ${act.electionId} ${act.contestId}`,
    ])
    const made = await decide(lockedSeat(client, ledger, act))
    await client.query('commit')
    return made
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      () => error as Error,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

function lockedSeat(client: pg.PoolClient, ledger: Pick<Ledger, 'appendOn'>, act: OfficerAct): LockedSeat {
  const seat = [act.electionId, act.contestId]

  async function record(
    kind: string,
    refId: number,
    name: string,
    subject: string,
    madeAt: string,
    detail: LedgerAct['detail'],
  ): Promise<number> {
    const [entryId = 0] = await ledger.appendOn(client, [
      {
        system: 'results',
        act: name,
        subject: `${act.electionId}/${subject}`,
        actor: { kind: 'account', id: act.accountId },
        madeAt,
        arrivedAt: act.at,
        detail,
      },
    ])
    await client.query(
      'insert into results.recorded (entry_id, election_id, contest_id, kind, ref_id) values ($1, $2, $3, $4, $5)',
      [entryId, ...seat, kind, refId],
    )
    return entryId
  }

  async function rowsOf<R extends pg.QueryResultRow>(
    kind: string,
    table: string,
    id: string,
    columns: string,
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
      const postal = await rowsOf<PostalDbRow>('postal', 'results.postal_row', 'postal_row_id', 'f.*, r.entry_id')
      const last = postal.at(-1)
      if (last !== undefined) book.postal = postalRowOf(last)
      const documents = await rowsOf<DocumentRow>('document', 'results.document', 'document_id', 'f.*, r.entry_id')
      book.documents.push(...documents.map(documentOf))
      const setAside = await rowsOf<SetAsideRow>('set-aside', 'results.set_aside', 'set_aside_id', 'f.*, r.entry_id')
      book.setAside.push(...setAside.map(setAsideOf))
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

    async addCorrection({ form, version, cause, reason, confirmed, findings }) {
      const { rows } = await client.query<{ form_id: number }>(
        `insert into results.form (election_id, contest_id, station_number, form, version, account_id, cause, reason,
           confirmed, made_at, arrived_at, payload, findings)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12) returning form_id`,
        [
          ...seat,
          form.stationNumber,
          form.form,
          version,
          act.accountId,
          cause,
          reason,
          confirmed,
          act.at,
          JSON.stringify(form),
          JSON.stringify(findings),
        ],
      )
      const name = confirmed ? 'form-confirmed' : 'form-corrected'
      const subject = `${form.stationId}/form-${form.form}`
      return record('form', rows[0]?.form_id ?? 0, name, subject, act.at, { version, cause, reason })
    },

    async addPostal({ votes, valid, excluded, issued, receivedInTime, reason }) {
      const { rows } = await client.query<{ postal_row_id: number; version: number }>(
        `insert into results.postal_row (election_id, contest_id, version, votes, valid, excluded, issued, received_in_time,
           account_id, reason, recorded_at)
         select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from results.postal_row
         where election_id = $1 and contest_id = $2 returning postal_row_id, version`,
        [...seat, votes, valid, excluded, issued, receivedInTime, act.accountId, reason, act.at],
      )
      const version = rows[0]?.version ?? 1
      const detail = { version, votes, excluded, issued, receivedInTime, reason }
      return record('postal', rows[0]?.postal_row_id ?? 0, 'postal-row-recorded', act.contestId, act.at, detail)
    },

    async addDocument({ form, version, content, sha256, reason, newestEntry }) {
      const { rows } = await client.query<{ document_id: number }>(
        `insert into results.document (election_id, contest_id, form, version, content, sha256, reason, account_id, made_at,
           newest_entry)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning document_id`,
        [...seat, form, version, content, sha256, reason, act.accountId, act.at, newestEntry],
      )
      const subject = `${act.contestId}/form-${form}`
      return record('document', rows[0]?.document_id ?? 0, 'document-made', subject, act.at, {
        version,
        sha256,
        reason,
      })
    },
  }
}
