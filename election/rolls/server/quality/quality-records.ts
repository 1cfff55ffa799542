import { streamRows, type Database } from '@intikhab/kernel/database'
import { hashReason, hashRecord, type AuditedRecords } from '@intikhab/kernel/ledger'
import type { RecordNow } from '../register/records.ts'
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

/** Decisions on suspicions, as the register holds them now. */
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
  ]
}
