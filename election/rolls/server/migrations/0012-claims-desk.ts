import type { Migration } from '@intikhab/kernel/database'
import { sql } from 'kysely'

/**
 * When a claim was decided, withdrawn or lapsed, for the lists of the desk; like its state it follows from the events. A
 * desk shows what ended last without reading through all that ever did.
 */
export const claimsDesk: Migration = {
  async up(db) {
    await sql`alter table rolls.claim add column closed_at timestamptz`.execute(db)
    await sql`update rolls.claim c set closed_at = e.at from rolls.claim_event e
      where e.docket = c.docket and e.kind in ('decided', 'withdrawn', 'lapsed')`.execute(db)
    await sql`alter table rolls.claim add constraint closed_when_ended
      check ((closed_at is null) = (state in ('lodged', 'hearing-set', 'heard')))`.execute(db)
    await sql`create index claims_closed on rolls.claim (district, closed_at) where closed_at is not null`.execute(db)
    await sql`create index hearings_of_district on rolls.claim (district, hearing_at) where hearing_at is not null`.execute(
      db,
    )
  },
}
