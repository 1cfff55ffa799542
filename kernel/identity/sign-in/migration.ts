import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * Ways to sign in get tables of their own. Secrets of authenticator apps stood in the clear: they are moved as they are
 * and sealed at the next start, because a migration has no key; until then nobody signs in with them.
 */
export const signInMigration: Migration = {
  async up(db) {
    await sql`create table identity.password (
      account_id text primary key references identity.account, hash text not null, set_at timestamptz not null)`.execute(
      db,
    )
    await sql`create table identity.authenticator (
      account_id text primary key references identity.account, sealed text, unsealed text,
      last_step bigint not null default 0, set_at timestamptz not null)`.execute(db)
    await sql`create table identity.passkey (
      credential_id text primary key, account_id text not null references identity.account, public_key bytea not null,
      counter bigint not null, transports text[] not null, name text not null, made_at timestamptz not null,
      used_at timestamptz)`.execute(db)
    await sql`create index passkey_account on identity.passkey (account_id)`.execute(db)
    await sql`create table identity.recovery_code (
      hash bytea primary key, account_id text not null references identity.account, made_at timestamptz not null)`.execute(
      db,
    )
    await sql`create index recovery_code_account on identity.recovery_code (account_id)`.execute(db)
    await sql`create table identity.directory_link (
      issuer text not null, subject text not null, account_id text not null references identity.account,
      linked_at timestamptz not null, primary key (issuer, subject), unique (account_id, issuer))`.execute(db)
    await sql`create table identity.challenge (
      id bytea primary key, purpose text not null, browser text not null, account_id text references identity.account,
      body jsonb not null, ends_at timestamptz not null)`.execute(db)
    await sql`create index challenge_ends on identity.challenge (ends_at)`.execute(db)
    await sql`create table identity.known_browser (
      account_id text not null references identity.account, browser text not null, seen_at timestamptz not null,
      primary key (account_id, browser))`.execute(db)
    await sql`insert into identity.password (account_id, hash, set_at)
      select id, password_hash, made_at from identity.account where password_hash is not null`.execute(db)
    await sql`insert into identity.authenticator (account_id, unsealed, last_step, set_at)
      select id, totp_secret, last_totp_step, made_at from identity.account where totp_secret is not null`.execute(db)
    await sql`alter table identity.account drop column password_hash, drop column totp_secret, drop column last_totp_step`.execute(
      db,
    )
    // Sessions of before do not know how they were begun; whoever was signed in signs in again.
    await sql`delete from identity.session`.execute(db)
    await sql`alter table identity.session add column method text not null, add column family text not null,
      add column former_hash bytea unique, add column former_until timestamptz`.execute(db)
  },
}
