import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** Elections, and every version of their programme. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table programme.election (
        id text primary key,
        name_en text not null,
        name_ur text not null,
        kind text not null check (kind in ('general', 'by-election')),
        pack_id text not null,
        assemblies text[] not null check (cardinality(assemblies) > 0)
      )`.execute(db)
    await sql`
      create table programme.programme_version (
        election_id text not null references programme.election,
        version integer not null check (version >= 1),
        stages jsonb not null,
        made_at timestamptz not null,
        arrived_at timestamptz not null default now(),
        reason text not null,
        order_reference text,
        primary key (election_id, version)
      )`.execute(db)
  },
}
