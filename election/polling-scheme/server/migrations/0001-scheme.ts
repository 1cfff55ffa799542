import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** Versions of polling schemes with their stations; none is ever changed. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table polling_scheme.version (
        election_id text not null,
        version int not null check (version >= 1),
        status text not null check (status in ('draft', 'final')),
        reason text not null,
        made_at timestamptz not null,
        stations int not null,
        voters int not null,
        report jsonb,
        primary key (election_id, version)
      )`.execute(db)
    await sql`
      create table polling_scheme.station (
        election_id text not null,
        version int not null,
        constituency text not null,
        number int not null check (number >= 1),
        name_en text not null,
        name_ur text not null,
        kind text not null check (kind in ('male', 'female', 'combined')),
        male_booths int not null check (male_booths >= 0),
        female_booths int not null check (female_booths >= 0),
        male_voters int not null check (male_voters >= 0),
        female_voters int not null check (female_voters >= 0),
        latitude double precision,
        longitude double precision,
        primary key (election_id, version, constituency, number)
      )`.execute(db)
    await sql`
      create table polling_scheme.part (
        election_id text not null,
        version int not null,
        constituency text not null,
        number int not null,
        block text not null check (block ~ '^[0-9]{9}$'),
        gender text not null check (gender in ('male', 'female')),
        from_serial int not null check (from_serial >= 1),
        to_serial int not null,
        check (to_serial >= from_serial)
      )`.execute(db)
    await sql`create index part_of_station on polling_scheme.part (election_id, version, constituency, number)`.execute(
      db,
    )
  },
}
