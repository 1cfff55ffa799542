import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** The approval under which a version was made; one approval makes one version, also when it is carried out twice. */
export const migration: Migration = {
  async up(db) {
    await sql`alter table programme.programme_version add column approval_id text unique`.execute(db)
  },
}
