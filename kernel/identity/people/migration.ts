import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/** The tree of offices, invitations, and what an account and its offices need to be entered in the ledger. */
export const peopleMigration: Migration = {
  async up(db) {
    await sql`create table identity.office (
      id text primary key, kind text not null, name_en text not null, name_ur text not null,
      parent text references identity.office, scope_kind text not null, scope_code text not null default '',
      election_id text not null default '', opened_at timestamptz not null, closed_at timestamptz,
      changed_at timestamptz not null)`.execute(db)
    await sql`create unique index office_open on identity.office (kind, scope_kind, scope_code, election_id)
      where closed_at is null`.execute(db)

    // An account that was accepted has no password yet; one that was erased has none any more.
    await sql`alter table identity.account alter password_hash drop not null, alter totp_secret drop not null,
      add column salt bytea, add column close_reason text, add column erased_at timestamptz`.execute(db)
    await sql`alter table identity.account_grant drop constraint account_grant_pkey, add column id text,
      add column election_id text not null default '', add column valid_from timestamptz,
      add column valid_until timestamptz, add column made_at timestamptz, add column ended_at timestamptz,
      add column end_reason text, add column salt bytea`.execute(db)
    const salt = sql`substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) for 16)`
    await sql`update identity.account set salt = ${salt}`.execute(db)
    await sql`update identity.account_grant g set id = gen_random_uuid()::text, salt = ${salt}, made_at = a.made_at
      from identity.account a where a.id = g.account_id`.execute(db)
    await sql`alter table identity.account_grant add primary key (id), alter made_at set not null`.execute(db)
    await sql`create unique index account_grant_open on identity.account_grant
      (account_id, role, scope_kind, scope_code, election_id, valid_from, valid_until) nulls not distinct
      where ended_at is null`.execute(db)
    await sql`create index account_grant_place on identity.account_grant (scope_kind, scope_code)`.execute(db)

    await sql`create table identity.invitation (
      id text primary key, token_hash bytea unique, name text not null, grants jsonb not null, salt bytea,
      made_at timestamptz not null, made_by text not null, lapses_at timestamptz not null,
      accepted_at timestamptz, account_id text references identity.account,
      withdrawn_at timestamptz, withdrawn_by text)`.execute(db)
    await sql`create index invitation_account on identity.invitation (account_id)`.execute(db)
  },
}
