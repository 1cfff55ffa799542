import type { Database } from '@intikhab/kernel/database'
import type { JsonValue, Ledger, LedgerActor, RecordChange } from '@intikhab/kernel/ledger'
import type { Kysely } from 'kysely'
import type { OutcomeCounts } from '../../core/registry-feed/reasons.ts'
import { registryAuthority } from '../../core/register/past-action.ts'
import { rollsAct } from '../register/ledger-act.ts'
import { changeTo } from '../register/records.ts'
import { batchRowRecord, type BatchRow } from './batch-row.ts'

/** What taking records in stands on. */
export interface TakingIn {
  readonly database: Database
  readonly ledger?: Pick<Ledger, 'append'>
  readonly now: () => Date
}

/** The registry, as the ledger names it. */
export const civilRegistry: LedgerActor = { kind: 'system', id: registryAuthority }

/** Counts as the ledger says them. */
export function countsDetail({ 'to-verify': toVerify, ...counts }: OutcomeCounts): Record<string, number> {
  return { ...counts, toVerify }
}

export function changeOf(after: BatchRow, before?: BatchRow): RecordChange {
  return changeTo(batchRowRecord(after), before === undefined ? undefined : batchRowRecord(before))
}

export async function enter(
  { ledger, now }: Pick<TakingIn, 'ledger' | 'now'>,
  tx: Kysely<unknown>,
  act: 'registry-batch-kept' | 'registry-batch-refused' | 'registry-records-taken-in' | 'registry-records-released',
  subject: string,
  detail: Readonly<Record<string, JsonValue>>,
  changes: readonly RecordChange[],
  actor: LedgerActor = civilRegistry,
): Promise<void> {
  const about = { subject, actor, section: 's.25', detail, changes }
  await ledger?.append(tx, [rollsAct(act, now().toISOString(), about)])
}
