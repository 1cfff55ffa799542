import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/**
 * `form`: every version of every station's Form-45 and 46, the first as signed by the station's device, later ones by the
 * returning officer. `set_aside`: signed forms that are kept but not counted. `recorded`: which ledger entry records what.
 */
export const forms: Migration = {
  async up(db) {
    await sql`create table results.form (
      form_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, station_number int not null,
      form text not null check (form in ('45', '46')), version int not null check (version > 0),
      bundle_id text, device_key text, signature text,
      account_id text, cause text, reason text, confirmed boolean not null default false,
      made_at timestamptz not null, arrived_at timestamptz not null,
      payload text not null, image_sha256 text, findings jsonb not null,
      unique (election_id, contest_id, station_number, form, version),
      check ((version = 1) = (bundle_id is not null and device_key is not null and signature is not null)),
      check ((version > 1) = (account_id is not null and cause is not null and reason is not null)))`.execute(db)
    await sql`create table results.set_aside (
      set_aside_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, station_number int not null, form text not null,
      bundle_id text not null, device_key text not null, signature text not null, code text not null,
      made_at timestamptz not null, arrived_at timestamptz not null, payload text not null,
      unique (election_id, bundle_id))`.execute(db)
    await sql`create table results.refusal (
      refusal_id bigint generated always as identity primary key,
      election_id text, contest_id text, code text not null, bundle_id text, arrived_at timestamptz not null)`.execute(
      db,
    )
    await sql`create table results.postal_row (
      postal_row_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, version int not null, votes int[] not null,
      valid int not null, excluded int not null, issued int not null, received_in_time int not null,
      account_id text not null, reason text, recorded_at timestamptz not null,
      unique (election_id, contest_id, version))`.execute(db)
    await sql`create table results.document (
      document_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, form text not null check (form in ('47', '48', '49')),
      version int not null, content text not null, sha256 text not null, reason text,
      account_id text not null, made_at timestamptz not null, newest_entry bigint not null,
      unique (election_id, contest_id, form, version))`.execute(db)
    await sql`create table results.recorded (
      entry_id bigint primary key, election_id text not null, contest_id text not null,
      kind text not null check (kind in ('form', 'set-aside', 'postal', 'document')), ref_id bigint not null)`.execute(
      db,
    )
    await sql`create index on results.recorded (kind, ref_id)`.execute(db)
    await sql`create index on results.recorded (election_id, contest_id, entry_id) where kind <> 'form'`.execute(db)
  },
}
