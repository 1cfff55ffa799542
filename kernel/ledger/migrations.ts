import { sql } from 'kysely'
import type { SystemMigrations } from '@intikhab/kernel/database'
import { longestEntry } from './act.ts'

/**
 * `entry`: what was done, in the transaction that did it. `pending`: which entries have no place in the tree yet,
 * whatever the order in which their transactions committed. `leaf`: the place of each.
 */
export const ledgerMigrations: SystemMigrations = {
  schema: 'ledger',
  appendOnly: ['entry', 'leaf'],
  migrations: {
    '0001-ledger': {
      async up(db) {
        await sql`create table ledger.entry (
          id bigint generated always as identity primary key,
          body text not null check (octet_length(body) between 1 and ${sql.lit(longestEntry)}))`.execute(db)
        await sql`create table ledger.pending (entry_id bigint primary key)`.execute(db)
        await sql`create table ledger.leaf (
          leaf bigint primary key check (leaf >= 0),
          entry_id bigint not null unique references ledger.entry)`.execute(db)
      },
    },
  },
}
