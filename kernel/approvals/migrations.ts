import type { SystemMigrations } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/** `proposal`: each weighty act that was proposed, as it stands. `step`: what happened to it, added to and never changed. */
export const approvalsMigrations: SystemMigrations = {
  schema: 'approvals',
  appendOnly: ['step'],
  migrations: {
    '0001-approvals': {
      async up(db) {
        await sql`create table approvals.proposal (
          id text primary key, kind text not null, act text not null, place jsonb not null, payload jsonb not null,
          preview jsonb not null, reason text not null, proposed_by jsonb not null, proposer_id text not null,
          session text not null, proposed_at timestamptz not null, lapses_at timestamptz not null,
          state text not null check (state in ('proposed', 'approved', 'carried-out', 'failed', 'returned', 'withdrawn', 'lapsed')),
          decided_by jsonb, decided_at timestamptz, decision_reason text not null default '', approved_preview jsonb,
          result jsonb, salt bytea not null,
          check ((state = 'proposed') = (decided_at is null)),
          check ((state in ('carried-out', 'failed')) = (result is not null)))`.execute(db)
        await sql`create index proposal_open on approvals.proposal (state) where state in ('proposed', 'approved')`.execute(
          db,
        )
        await sql`create index proposal_at on approvals.proposal (proposed_at)`.execute(db)
        await sql`create table approvals.step (
          id bigint generated always as identity primary key,
          proposal_id text not null references approvals.proposal, state text not null, at timestamptz not null,
          by jsonb, reason text not null, entry_id bigint not null)`.execute(db)
        await sql`create index step_proposal on approvals.step (proposal_id)`.execute(db)
      },
    },
  },
}
