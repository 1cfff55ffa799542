import { sql } from 'kysely'
import type { Migration } from '@intikhab/kernel/database'

/** The ledger has a salted fingerprint of each reason; the salt lies beside the words. */
export const migration: Migration = {
  async up(db) {
    await sql`alter table polling_scheme.version
      add column reason_salt bytea not null default uuid_send(gen_random_uuid())`.execute(db)
  },
}
