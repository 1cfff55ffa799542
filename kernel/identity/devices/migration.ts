import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/**
 * `device` learns what it is, where it stands, whose it is and why it was revoked; `enrolment`: one-time codes, as their
 * hashes; `device_challenge`: what a device has to sign to prove itself, good once.
 */
export const fieldDevices: Migration = {
  async up(db) {
    await sql`alter table identity.device
      add column kind text not null default 'phone' check (kind in ('phone', 'laptop', 'kiosk')),
      add column scope_kind text not null default 'station'
        check (scope_kind in ('station', 'constituency', 'district', 'province', 'national')),
      add column holder_account text, add column holder_role text, add column salt bytea,
      add column revoked_by text,
      add column revoke_reason text check (revoke_reason in ('lost', 'stolen', 'broken', 'replaced', 'ended')),
      add column last_used_at timestamptz,
      add check ((holder_account is null) = (salt is null))`.execute(db)
    await sql`create index device_place on identity.device (election_id, scope)`.execute(db)
    await sql`create table identity.enrolment (
      enrolment_id text primary key, code_hash bytea not null unique, kind text not null, election_id text not null,
      scope_kind text not null, scope text not null, holder_account text, holder_role text,
      made_at timestamptz not null, made_by text not null, lapses_at timestamptz not null,
      used_at timestamptz, key_id text unique references identity.device, withdrawn_at timestamptz, withdrawn_by text,
      check ((used_at is null) = (key_id is null)))`.execute(db)
    await sql`create index enrolment_place on identity.enrolment (election_id, scope)`.execute(db)
    await sql`create table identity.device_challenge (
      challenge_id text primary key, lapses_at timestamptz not null)`.execute(db)
    await sql`create index device_challenge_lapses on identity.device_challenge (lapses_at)`.execute(db)
  },
}
