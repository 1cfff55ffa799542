import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { parseContestId, type Contest, type ContestStatus, type ProvinceCode } from '../core/contest.ts'
import { partyKey, type Party } from '../core/party.ts'
import { nominationRefusals } from '../core/refusals.ts'
import type { ElectionSymbol } from '../core/symbols.ts'
import type { KeptReport } from './records.ts'

/** What is listed for an election: its seats, and the parties and symbols that its candidates name. */
export interface ContestList {
  readonly contests: readonly Contest[]
  readonly parties: readonly Party[]
  readonly symbols: readonly ElectionSymbol[]
}

/** Contests and candidates as stored. Made on a transaction, it takes part in it. */
export interface NominationsStore {
  /** Adds an election's seats, candidates and parties, all or nothing. Refuses `already-listed`. */
  addContests(electionId: string, list: ContestList): Promise<Outcome<void>>
  /** Keeps the report of an import; returns its number. */
  addReport(electionId: string, importedAt: Date, report: unknown): Promise<number>
  /** Every report that is kept, oldest first. */
  listReports(): Promise<readonly KeptReport[]>
  /** The elections that have a list. */
  listElections(): Promise<readonly string[]>
  /** In the order of seats; empty for an election without a list. */
  listContests(electionId: string): Promise<Contest[]>
  /** Every symbol known, by id. */
  listSymbols(): Promise<ElectionSymbol[]>
  /** Every party known, by id. */
  listParties(): Promise<Party[]>
}

interface ContestRow {
  readonly contest_id: string
  readonly name_en: string
  readonly name_ur: string
  readonly province: string
  readonly district_code: string | null
  readonly registered: number | null
  readonly status: string
}

interface CandidateRow {
  readonly contest_id: string
  readonly serial: number
  readonly name_en: string
  readonly name_ur: string
  readonly party_id: string
  readonly symbol_id: string | null
}

export function createNominationsStore(db: Kysely<unknown>): NominationsStore {
  return {
    async addContests(electionId, { contests, parties, symbols }) {
      const known = await sql`select from nominations.contest where election_id = ${electionId} limit 1`.execute(db)
      if (known.rows.length > 0) return refuse(nominationRefusals['already-listed'], { field: '/electionId' })
      await addParties(db, parties)
      await addSymbols(db, symbols)
      await addSeats(db, electionId, contests)
      await addCandidates(db, electionId, contests)
      return accept(undefined)
    },

    async addReport(electionId, importedAt, report) {
      const { rows } = await sql<{
        id: number
      }>`insert into nominations.import_report (election_id, imported_at, report)
        values (${electionId}, ${importedAt}, ${JSON.stringify(report)}::jsonb) returning id`.execute(db)
      return rows[0]?.id ?? 0
    },

    async listReports() {
      const { rows } = await sql<KeptReport>`select id, election_id as "electionId", imported_at as "importedAt", report
        from nominations.import_report order by id`.execute(db)
      return rows
    },

    async listElections() {
      const { rows } = await sql<{ id: string }>`select distinct election_id as id from nominations.contest
        order by election_id`.execute(db)
      return rows.map(({ id }) => id)
    },

    async listContests(electionId) {
      const seats = await sql<ContestRow>`select * from nominations.contest where election_id = ${electionId}
        order by array_position(array['NA', 'PP', 'PS', 'PK', 'PB'], left(contest_id, 2)), substr(contest_id, 4)::int`.execute(
        db,
      )
      const candidates = await sql<CandidateRow>`select * from nominations.candidate where election_id = ${electionId}
        order by contest_id, serial`.execute(db)
      const bySeat = Map.groupBy(candidates.rows, (row) => row.contest_id)
      return seats.rows.map((row) => contestOf(row, bySeat.get(row.contest_id) ?? []))
    },

    async listSymbols() {
      const { rows } = await sql<{ id: string; name_en: string; name_ur: string }>`
        select id, name_en, name_ur from nominations.symbol order by id`.execute(db)
      return rows.map(({ id, name_en: en, name_ur: ur }) => ({ id, name: { en, ur } }))
    },

    async listParties() {
      const { rows } = await sql<{ id: string; name_en: string; name_ur: string; aliases: string[] }>`
        select id, name_en, name_ur, array(select as_written from nominations.party_alias
          where party_id = id and as_written not in (name_en, name_ur) order by as_written) as aliases
        from nominations.party order by id`.execute(db)
      return rows.map(({ id, name_en: en, name_ur: ur, aliases }) => ({ id, name: { en, ur }, aliases }))
    },
  }
}

async function addParties(db: Kysely<unknown>, parties: readonly Party[]): Promise<void> {
  await sql`insert into nominations.party (id, name_en, name_ur)
    select * from unnest(${parties.map(({ id }) => id)}::text[], ${parties.map(({ name }) => name.en)}::text[],
      ${parties.map(({ name }) => name.ur)}::text[]) on conflict do nothing`.execute(db)
  const aliases = parties.flatMap(({ id, name, aliases }) =>
    [name.en, name.ur, ...aliases].map((written) => ({ id, written, key: partyKey(written) })),
  )
  await sql`insert into nominations.party_alias (key, party_id, as_written)
    select * from unnest(${aliases.map(({ key }) => key)}::text[], ${aliases.map(({ id }) => id)}::text[],
      ${aliases.map(({ written }) => written)}::text[]) on conflict do nothing`.execute(db)
}

async function addSymbols(db: Kysely<unknown>, symbols: readonly ElectionSymbol[]): Promise<void> {
  await sql`insert into nominations.symbol (id, name_en, name_ur)
    select * from unnest(${symbols.map(({ id }) => id)}::text[], ${symbols.map(({ name }) => name.en)}::text[],
      ${symbols.map(({ name }) => name.ur)}::text[]) on conflict do nothing`.execute(db)
}

async function addSeats(db: Kysely<unknown>, electionId: string, contests: readonly Contest[]): Promise<void> {
  const column = <T>(pick: (contest: Contest) => T): T[] => contests.map(pick)
  await sql`insert into nominations.contest
      (election_id, contest_id, name_en, name_ur, province, district_code, registered, status)
    select ${electionId}, * from unnest(${column(({ id }) => id)}::text[], ${column(({ name }) => name.en)}::text[],
      ${column(({ name }) => name.ur)}::text[], ${column(({ province }) => province)}::text[],
      ${column(({ districtCode }) => districtCode)}::text[], ${column(({ registered }) => registered)}::int[],
      ${column(({ status }) => status)}::text[])`.execute(db)
}

async function addCandidates(db: Kysely<unknown>, electionId: string, contests: readonly Contest[]): Promise<void> {
  const rows = contests.flatMap(({ id, candidates }) => candidates.map((candidate) => ({ contest: id, candidate })))
  const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick)
  await sql`insert into nominations.candidate
      (election_id, contest_id, serial, name_en, name_ur, party_id, symbol_id)
    select ${electionId}, * from unnest(${column(({ contest }) => contest)}::text[],
      ${column(({ candidate }) => candidate.serial)}::int[], ${column(({ candidate }) => candidate.name.en)}::text[],
      ${column(({ candidate }) => candidate.name.ur)}::text[], ${column(({ candidate }) => candidate.partyId)}::text[],
      ${column(({ candidate }) => candidate.symbolId)}::text[])`.execute(db)
}

function contestOf(row: ContestRow, candidates: readonly CandidateRow[]): Contest {
  const id = parseContestId(row.contest_id)
  if (id === undefined) throw new Error(`a stored seat has the name ${row.contest_id}`)
  return {
    id,
    name: { en: row.name_en, ur: row.name_ur },
    province: row.province as ProvinceCode,
    districtCode: row.district_code,
    registered: row.registered,
    status: row.status as ContestStatus,
    candidates: candidates.map(({ serial, name_en, name_ur, party_id, symbol_id }) => ({
      serial,
      name: { en: name_en, ur: name_ur },
      partyId: party_id,
      symbolId: symbol_id,
    })),
  }
}
