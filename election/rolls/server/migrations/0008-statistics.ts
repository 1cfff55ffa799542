import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * The stored count: everybody on the roll by block and gender, and which actions are in it. Statistics add the actions
 * since. It can be made again out of the register at any time.
 */
export const statistics: Migration = {
  async up(db) {
    await sql`create table rolls.counted (
      qualifying_date date primary key, last_action bigint not null, gaps jsonb not null, imports integer not null,
      voters bigint not null, counted_at timestamptz not null, from_the_register_at timestamptz not null)`.execute(db)
    await sql`create table rolls.counted_line (
      qualifying_date date not null references rolls.counted on delete cascade,
      block integer not null, gender "char" not null,
      age_18 integer not null, age_26 integer not null, age_36 integer not null,
      age_46 integer not null, age_56 integer not null, age_66 integer not null,
      disabled integer not null, blocked integer not null, death_noted integer not null, overseas integer not null,
      primary key (qualifying_date, block, gender))`.execute(db)
  },
}
