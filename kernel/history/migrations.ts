import { sql } from 'kysely'
import type { SystemMigrations } from '@intikhab/kernel/database'

/**
 * An index over the ledger's own files, no evidence itself: it can be emptied at any time and is made anew. `mention`:
 * under which names the entry at each leaf is found. `followed`: how many entries are in it.
 */
export const historyMigrations: SystemMigrations = {
  schema: 'history',
  migrations: {
    '0001-history': {
      async up(db) {
        await sql`create table history.mention (
          key text collate "C" not null, leaf bigint not null, primary key (key, leaf))`.execute(db)
        await sql`create table history.followed (is_one boolean primary key default true check (is_one), size bigint not null)`.execute(
          db,
        )
        await sql`insert into history.followed (size) values (0)`.execute(db)
      },
    },
  },
}
