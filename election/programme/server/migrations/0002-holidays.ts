import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** The days that counted as holidays when a version was made. */
export const migration: Migration = {
  async up(db) {
    await sql`alter table programme.programme_version add column holidays text[] not null default '{}'`.execute(db)
  },
}
