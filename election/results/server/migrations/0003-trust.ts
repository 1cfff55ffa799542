import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/**
 * What two people decide. `decision`: whether a form that was set aside counts. `recount_order`: a recount under s.95(5)
 * or (6). A form that counts by decision is a version like any other, with the station's signature and the officers'
 * reason. Reasons have a salt, so that the ledger can hold their fingerprints. One act may now change two records.
 */
export const trust: Migration = {
  async up(db) {
    await sql`alter table results.form add column reason_salt bytea, add column approval_id text,
      drop constraint form_check, drop constraint form_check1,
      add constraint form_of_a_station check (version > 1 or bundle_id is not null),
      add constraint form_of_an_officer check
        (version = 1 or (account_id is not null and cause is not null and reason is not null)),
      add constraint signed_as_a_whole check
        ((bundle_id is null) = (device_key is null) and (bundle_id is null) = (signature is null))`.execute(db)
    await sql`create unique index on results.form (approval_id) where approval_id is not null`.execute(db)
    await sql`alter table results.postal_row add column reason_salt bytea`.execute(db)
    await sql`alter table results.document add column reason_salt bytea`.execute(db)
    await sql`create table results.decision (
      decision_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, station_number int not null, form text not null,
      bundle_id text not null, decision text not null check (decision in ('count', 'leave')), version int,
      reason text not null, reason_salt bytea not null, account_id text not null, approval_id text not null unique,
      decided_at timestamptz not null,
      check ((decision = 'count') = (version is not null)),
      unique (election_id, bundle_id))`.execute(db)
    await sql`create table results.recount_order (
      recount_order_id bigint generated always as identity primary key,
      election_id text not null, contest_id text not null, number int not null,
      basis text not null check (basis in ('request', 'commission')), requested_by int, requested_at timestamptz,
      figures jsonb not null, tests jsonb not null, section text, reason text not null, reason_salt bytea not null,
      account_id text not null, approval_id text not null unique, ordered_at timestamptz not null, due_at timestamptz,
      check ((basis = 'request') = (requested_by is not null and requested_at is not null)),
      unique (election_id, contest_id, number))`.execute(db)
    await sql`alter table results.recorded drop constraint recorded_kind_check, drop constraint recorded_pkey,
      add constraint recorded_kind_check check
        (kind in ('form', 'set-aside', 'postal', 'document', 'evidence', 'decision', 'recount')),
      add primary key (entry_id, kind)`.execute(db)
  },
}
