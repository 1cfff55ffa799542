import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * Finding people and faults. `name`: each name of the register once, by the key under which voters carry it, for names
 * that are typed with mistakes. `search_log`: who searched for whom; a CNIC stands there as the house's own name for the
 * person. `suspicion`: what a run found and an officer decides; its subject stays the same from run to run, so that what
 * was decided does not come again.
 */
export const quality: Migration = {
  async up(db) {
    // Trusted since PostgreSQL 13: the owner of a database may add it.
    await sql`create extension if not exists pg_trgm`.execute(db)
    await sql`create table rolls.name (
      name_key integer primary key, skeleton text not null, example_ur text not null, example_en text not null)`.execute(
      db,
    )
    await sql`create index name_like on rolls.name using gin (skeleton gin_trgm_ops)`.execute(db)
    await sql`create table rolls.search_log (
      search_id bigint generated always as identity primary key,
      account_id text not null, searched_at timestamptz not null, district text not null,
      kind text not null check (kind in ('name', 'cnic', 'line')), asked jsonb not null, shown integer not null)`.execute(
      db,
    )
    await sql`create index searches_by on rolls.search_log (account_id, searched_at)`.execute(db)
    await sql`create table rolls.quality_run (
      run_id integer generated always as identity primary key,
      account_id text not null, asked_at timestamptz not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed')),
      progress real not null default 0, cards integer, found jsonb, finished_at timestamptz)`.execute(db)
    await sql`create unique index one_run_at_a_time on rolls.quality_run ((true))
      where state in ('waiting', 'running')`.execute(db)
    await sql`create table rolls.suspicion (
      suspicion_id bigint generated always as identity primary key,
      kind text not null check (kind in ('two-cards', 'dead', 'crowded-house', 'one-age', 'address', 'gender')),
      subject text not null, score real not null check (score between 0 and 1),
      reasons jsonb not null, cnics bigint[] not null, districts text[] not null,
      found_at timestamptz not null, last_run integer not null references rolls.quality_run,
      decision text check (decision in ('no-fault', 'objected', 'to-correct')),
      decided_at timestamptz, account_id text, reason text, dockets text[], salt bytea,
      unique (kind, subject),
      check ((decision is null) = (decided_at is null) and (decision is null) = (account_id is null)
        and (decision is null) = (reason is null) and (decision is null) = (salt is null)))`.execute(db)
    // An objection may be opened upon a suspicion, too; nobody stands behind it either.
    const { rows } = await sql<{ name: string }>`select conname as name from pg_constraint
      where conrelid = 'rolls.claim'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%source%'`.execute(
      db,
    )
    for (const { name } of rows) await sql`alter table rolls.claim drop constraint ${sql.id(name)}`.execute(db)
    await sql`alter table rolls.claim
      add constraint source check (source in ('web', 'counter', 'door', 'quality')),
      add constraint claimant_or_office check ((source in ('door', 'quality')) = (claimant is null))`.execute(db)
    await sql`create index suspicions_of_district on rolls.suspicion using gin (districts)`.execute(db)
    await sql`create index suspicions_open on rolls.suspicion (last_run, kind, score desc) where decision is null`.execute(
      db,
    )
  },
}
