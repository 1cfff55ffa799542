import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashReason, hashRecord, type AuditedRecords } from '@intikhab/kernel/ledger'
import type { RecordNow } from '../register/records.ts'
import { reopeningColumns, type Reopening } from './reopenings.ts'
import type { KeptSuspicion } from './suspicion-store.ts'

export type DecidedSuspicion = Pick<
  KeptSuspicion,
  'suspicion_id' | 'kind' | 'subject' | 'decision' | 'account_id' | 'dockets'
> & { readonly decided_at: string; readonly reason: string; readonly salt: Uint8Array }

/** A decision as the ledger vouches for it; whom it concerns and why is salted. */
export function suspicionRecord({ subject, reason, salt, ...row }: DecidedSuspicion): RecordNow {
  return {
    record: `rolls.suspicion:${row.suspicion_id}`,
    hash: hashRecord({
      ...row,
      dockets: [...(row.dockets ?? [])],
      subject_hash: hashReason(subject, salt),
      reason_hash: hashReason(reason, salt),
    }),
  }
}

/** A decision that was taken back, with why it was made and why it holds no longer. */
export function reopeningRecord({ salt, decided_for, reason, decided_at, reopened_at, ...row }: Reopening): RecordNow {
  return {
    record: `rolls.reopening:${row.suspicion_id}/${row.number}`,
    hash: hashRecord({
      ...row,
      dockets: [...row.dockets],
      decided_at: decided_at.toISOString(),
      reopened_at: reopened_at.toISOString(),
      decided_for_hash: hashReason(decided_for, salt),
      reason_hash: hashReason(reason, salt),
    }),
  }
}

/** Decisions on suspicions, as the register holds them now, and those that were taken back. */
export function auditedQuality(database: Database): AuditedRecords[] {
  return [
    {
      kind: 'rolls.suspicion',
      async *read() {
        for await (const { decided_at: at, ...row } of streamRows<DecidedSuspicion & { decided_at: Date }>(
          database,
          `select suspicion_id, kind, subject, decision, account_id, dockets, decided_at, reason, salt
             from rolls.suspicion where decision is not null`,
        ))
          yield suspicionRecord({ ...row, decided_at: at.toISOString() })
      },
    },
    {
      kind: 'rolls.reopening',
      async *read() {
        for await (const row of streamRows<Reopening>(database, `select ${reopeningColumns} from rolls.reopening`))
          yield reopeningRecord(row)
      },
    },
  ]
}
