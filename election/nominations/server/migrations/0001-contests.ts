import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** Parties with the spellings of their names, symbols, seats and their candidates. */
export const contests: Migration = {
  async up(db) {
    await sql`create table nominations.party (
      id text primary key, name_en text not null, name_ur text not null)`.execute(db)
    await sql`create table nominations.party_alias (
      key text primary key, party_id text not null references nominations.party, as_written text not null)`.execute(db)
    await sql`create table nominations.symbol (
      id text primary key, name_en text not null, name_ur text not null)`.execute(db)
    await sql`create table nominations.contest (
      election_id text not null, contest_id text not null, name_en text not null, name_ur text not null,
      province text not null, district_code text, registered int check (registered >= 0),
      status text not null check (status in ('contested', 'uncontested', 'postponed')),
      primary key (election_id, contest_id))`.execute(db)
    await sql`create table nominations.candidate (
      election_id text not null, contest_id text not null, serial int not null check (serial > 0),
      name_en text not null, name_ur text not null,
      party_id text not null references nominations.party, symbol_id text references nominations.symbol,
      primary key (election_id, contest_id, serial),
      foreign key (election_id, contest_id) references nominations.contest)`.execute(db)
    await sql`create table nominations.import_report (
      id bigint generated always as identity primary key, election_id text not null,
      imported_at timestamptz not null, report jsonb not null)`.execute(db)
  },
}
