import type { Database } from '@intikhab/kernel/database'
import { streamRows } from '@intikhab/kernel/database'
import type { AuditedRecords } from '@intikhab/kernel/ledger'
import { sql } from 'kysely'
import type { Docket } from '../../core/claims/docket.ts'
import { claimRecord } from './claim-row.ts'
import { findClaim } from './claim-store.ts'
import { orderRecord, type OrderRow } from './commission-order-store.ts'
import { doorRecord } from './door-store.ts'

/** Claims with their events, orders of the Commission, and lists for the door, as the register holds them now. */
export function auditedClaims(database: Database): AuditedRecords[] {
  return [
    {
      kind: 'rolls.claim',
      async *read() {
        for await (const { docket } of streamRows<{ docket: Docket }>(database, 'select docket from rolls.claim')) {
          const known = await findClaim(database.tables(), docket)
          if (known !== undefined) yield claimRecord(known.row, known.past)
        }
      },
    },
    {
      kind: 'rolls.order',
      async *read() {
        const { rows } = await sql<Omit<OrderRow, 'ordered_at'> & { ordered_at: Date }>`
          select number, docket, cnic_hash, cnic_salt, reason, reason_salt, section, account_id, approval_id, ordered_at
          from rolls.order`.execute(database.tables())
        for (const { ordered_at: at, ...row } of rows) yield orderRecord({ ...row, ordered_at: at.toISOString() })
      },
    },
    {
      kind: 'rolls.door-list',
      async *read() {
        for await (const { id } of streamRows<{ id: number }>(database, 'select list_id as id from rolls.door_list')) {
          const record = await doorRecord(database.tables(), id)
          if (record !== undefined) yield record
        }
      },
    },
  ]
}
