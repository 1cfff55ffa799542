import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** Censuses with their tree of places; delimitations with their seats, boundaries and blocks; what importers reported. */
export const places: Migration = {
  async up(db) {
    await sql`create table delimitation.census (
      id text primary key, name_en text not null, name_ur text not null,
      population bigint not null, households bigint not null, imported_at timestamptz not null)`.execute(db)
    await sql`create table delimitation.place (
      census_id text not null references delimitation.census, id int not null, parent int,
      level text not null, province text not null, name_en text not null, name_ur text,
      population int not null check (population >= 0), households int not null check (households >= 0),
      source_line int,
      primary key (census_id, id),
      foreign key (census_id, parent) references delimitation.place)`.execute(db)
    await sql`create index place_parent on delimitation.place (census_id, parent)`.execute(db)
    await sql`create table delimitation.block (
      census_id text not null references delimitation.census, code text not null check (code ~ '^[0-9]{9}$'),
      place_id int not null,
      population int not null check (population >= 0), households int not null check (households >= 0),
      primary key (census_id, code),
      foreign key (census_id, place_id) references delimitation.place)`.execute(db)
    await sql`create index block_place on delimitation.block (census_id, place_id)`.execute(db)

    await sql`create table delimitation.delimitation (
      id text primary key, name_en text not null, name_ur text not null,
      census_id text references delimitation.census, made_at timestamptz not null)`.execute(db)
    await sql`create table delimitation.constituency (
      delimitation_id text not null references delimitation.delimitation, code text not null,
      name_en text not null, name_ur text not null, province text not null,
      seats int not null default 1 check (seats > 0),
      primary key (delimitation_id, code))`.execute(db)
    await sql`create table delimitation.boundary (
      delimitation_id text not null, code text not null,
      geometry jsonb not null, square_kilometres double precision not null check (square_kilometres >= 0),
      source text not null, label text not null, approximate boolean not null, error_kilometres double precision,
      doubts jsonb not null, attribution text not null,
      primary key (delimitation_id, code),
      foreign key (delimitation_id, code) references delimitation.constituency)`.execute(db)
    // A block belongs to one seat of each assembly: the prefix of the seat's code is the assembly.
    await sql`create table delimitation.block_assignment (
      delimitation_id text not null, assembly text not null, block_code text not null, code text not null,
      primary key (delimitation_id, assembly, block_code),
      foreign key (delimitation_id, code) references delimitation.constituency,
      check (assembly = split_part(code, '-', 1)))`.execute(db)
    await sql`create index block_assignment_seat on delimitation.block_assignment (delimitation_id, code)`.execute(db)

    await sql`create table delimitation.import_report (
      id bigint generated always as identity primary key, kind text not null, subject text not null,
      imported_at timestamptz not null, imported_by text not null, report jsonb not null)`.execute(db)
  },
}
