import type { SystemMigrations } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { fieldDevices } from './devices/migration.ts'
import { peopleMigration } from './people/migration.ts'
import { signInMigration } from './sign-in/migration.ts'

export const identityMigrations: SystemMigrations = {
  schema: 'identity',
  migrations: {
    '0001-accounts': {
      async up(db) {
        await sql`create table identity.account (
          id text primary key, sign_in_name text not null unique, name text not null, password_hash text not null,
          totp_secret text not null, last_totp_step bigint not null default 0,
          made_at timestamptz not null, disabled_at timestamptz)`.execute(db)
        await sql`create table identity.account_grant (
          account_id text not null references identity.account, role text not null, scope_kind text not null,
          scope_code text not null default '', primary key (account_id, role, scope_kind, scope_code))`.execute(db)
        await sql`create table identity.session (
          token_hash bytea primary key, account_id text not null references identity.account,
          begun_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null)`.execute(db)
        await sql`create index session_account on identity.session (account_id)`.execute(db)
        await sql`create table identity.failed_sign_in (
          key text primary key, failures int not null, last_at timestamptz not null)`.execute(db)
      },
    },
    '0002-devices': {
      async up(db) {
        await sql`create table identity.device (
          key_id text primary key, public_key text not null, election_id text not null, scope text not null,
          enrolled_at timestamptz not null, enrolled_by text not null, revoked_at timestamptz, changed_at timestamptz not null)`.execute(
          db,
        )
        await sql`create index device_changed on identity.device (changed_at)`.execute(db)
      },
    },
    '0003-sessions-at-devices': {
      async up(db) {
        // Whoever was signed in before signs in again: nobody knows at which device.
        await sql`delete from identity.session`.execute(db)
        await sql`alter table identity.session add column id text not null unique, add column device text not null,
          add column second_factor_at timestamptz not null`.execute(db)
      },
    },
    '0004-people': peopleMigration,
    '0005-sign-in': signInMigration,
    '0006-devices': fieldDevices,
  },
}
