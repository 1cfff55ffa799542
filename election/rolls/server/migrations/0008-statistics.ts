import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * The stored count: everybody on the roll by block, and which actions are in it. Statistics add the actions since. It can
 * be made again out of the register at any time. `blocks` and `counts`: 32-bit numbers, the lowest byte first, a row of 23
 * counts a block (`core/statistics/block-counts.ts`). Half a million lines of a table would take longer to read than the
 * million actions since.
 */
export const statistics: Migration = {
  async up(db) {
    await sql`create table rolls.counted (
      qualifying_date date primary key, last_action bigint not null, gaps jsonb not null, imports integer not null,
      voters bigint not null, counted_at timestamptz not null, from_the_register_at timestamptz not null,
      blocks bytea not null, counts bytea not null, check (octet_length(counts) = 23 * octet_length(blocks)))`.execute(
      db,
    )
  },
}
