import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * The door, for those of whom the civil registry says otherwise than the roll: a finding of their own, and the ways to find
 * by person the lists on which somebody stands and what the registry told last.
 */
export const door: Migration = {
  async up(db) {
    await sql`alter table rolls.door_return drop constraint door_return_finding_check`.execute(db)
    await sql`alter table rolls.door_return add constraint door_return_finding_check
      check (finding in ('found', 'as-card', 'moved', 'dead', 'unknown'))`.execute(db)
    // Lists are made seldom and searched for everybody who waits: nothing is left to be put into the index later.
    await sql`create index people_of_door_lists on rolls.door_list using gin (people jsonb_path_ops)
      with (fastupdate = off)`.execute(db)
    await sql`create index registry_to_verify_of on rolls.registry_outcome (cnic, number)
      where outcome = 'to-verify'`.execute(db)
  },
}
