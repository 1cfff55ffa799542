import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** `evidence`: which photographs of signed papers have arrived. The index finds the form that promised one. */
export const evidence: Migration = {
  async up(db) {
    await sql`create table results.evidence (
      evidence_id bigint generated always as identity primary key,
      election_id text not null, sha256 text not null, contest_id text not null, station_number int not null,
      size int not null, media_type text not null, arrived_at timestamptz not null,
      unique (election_id, sha256))`.execute(db)
    await sql`create index on results.form (election_id, image_sha256) where image_sha256 is not null`.execute(db)
    await sql`alter table results.recorded drop constraint recorded_kind_check`.execute(db)
    await sql`alter table results.recorded add check
      (kind in ('form', 'set-aside', 'postal', 'document', 'evidence'))`.execute(db)
  },
}
