import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * The log of searches keeps whatever shows voters to somebody: a voter's page, a list as on a day, what changed in a list.
 * It is read by district and days.
 */
export const searchLog: Migration = {
  async up(db) {
    await sql`alter table rolls.search_log drop constraint search_log_kind_check`.execute(db)
    await sql`alter table rolls.search_log add constraint search_log_kind_check
      check (kind in ('name', 'cnic', 'line', 'voter', 'list', 'changes'))`.execute(db)
    await sql`create index searches_of_district on rolls.search_log (district, searched_at, search_id)`.execute(db)
  },
}
