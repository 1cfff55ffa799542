import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/** Decisions on suspicions that were taken back: each as it was made, and why it holds no longer. */
export const reopenings: Migration = {
  async up(db) {
    await sql`create table rolls.reopening (
      suspicion_id bigint not null references rolls.suspicion, number integer not null,
      decision text not null check (decision in ('no-fault', 'objected', 'to-correct')),
      decided_at timestamptz not null, decided_by text not null, decided_for text not null, dockets text[] not null,
      reopened_at timestamptz not null, account_id text not null, reason text not null, salt bytea not null,
      primary key (suspicion_id, number))`.execute(db)
  },
}
