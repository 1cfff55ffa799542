import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * The register: districts, electoral areas, voters, and the named states of the rolls that are published from it.
 * Codes of one letter keep a national register narrow: 128 million rows.
 */
export const migration: Migration = {
  async up(db) {
    await sql`create table rolls.district (
      code text primary key,
      name_en text not null,
      name_ur text not null,
      province text not null,
      office_phone text not null)`.execute(db)
    await sql`create table rolls.electoral_area (
      block integer primary key check (block between 0 and 999999999),
      name_en text not null,
      name_ur text not null,
      district text not null references rolls.district)`.execute(db)
    // The block has no foreign key: checked row by row it would double the time of an import, which checks it itself.
    await sql`create table rolls.voter (
      cnic bigint not null check (cnic between 1000000000000 and 9999999999999),
      block integer not null,
      household integer not null check (household > 0),
      serial integer not null check (serial > 0),
      date_of_birth date not null,
      gender "char" not null check (gender in ('m', 'f', 'o')),
      relation "char" not null check (relation in ('s', 'd', 'w')),
      status "char" not null check (status in ('a', 'b', 'd', 'o', 'r')),
      name_ur text not null,
      name_en text not null,
      relation_name_ur text not null,
      address_ur text not null)`.execute(db)
    // One CNIC, one vote: over everybody on the roll, wherever in the country, at commit.
    await sql`create unique index one_cnic_one_vote on rolls.voter (cnic) where status <> 'r'`.execute(db)
    await sql`create unique index one_voter_a_line on rolls.voter (block, gender, serial) where status <> 'r'`.execute(
      db,
    )
    await sql`create table rolls.roll (
      id text primary key,
      name_en text not null,
      name_ur text not null,
      rule_pack text not null,
      qualifying_date date not null,
      term_ends_on date,
      results_announced_at timestamptz)`.execute(db)
  },
}
