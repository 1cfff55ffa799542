import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { SuspicionDecision } from '../../core/quality/decision.ts'
import type { DecidedRow } from './suspicion-store.ts'

/** A decision on a suspicion that was taken back. */
export interface Reopening {
  readonly suspicion_id: number
  /** 1 first, within the suspicion. */
  readonly number: number
  readonly decision: SuspicionDecision
  readonly decided_at: Date
  readonly decided_by: string
  /** The reason of the decision. */
  readonly decided_for: string
  readonly dockets: readonly string[]
  readonly reopened_at: Date
  readonly account_id: string
  readonly reason: string
  readonly salt: Buffer
}

/** The columns of a `Reopening`. */
export const reopeningColumns =
  'suspicion_id, number, decision, decided_at, decided_by, decided_for, dockets, reopened_at, account_id, reason, salt'

/** What was taken back of a suspicion, the first first. */
export async function listReopenings(db: Kysely<unknown>, suspicionId: number): Promise<readonly Reopening[]> {
  const { rows } = await sql<Reopening>`select ${sql.raw(reopeningColumns)} from rolls.reopening
    where suspicion_id = ${suspicionId} order by number`.execute(db)
  return rows
}

/**
 * Takes a decision back. The suspicion is open again as if the last run had found it, until another run finds it or finds
 * it gone.
 */
export async function takeBack(
  tx: Kysely<unknown>,
  decided: DecidedRow,
  by: Pick<Reopening, 'reopened_at' | 'account_id' | 'reason'>,
): Promise<Reopening> {
  const { suspicion_id, decision, decided_at, account_id: decided_by, reason: decided_for } = decided
  const number = (await listReopenings(tx, suspicion_id)).length + 1
  const made = { suspicion_id, number, decision, decided_at, decided_by, decided_for, dockets: decided.dockets ?? [] }
  const reopening: Reopening = { ...made, ...by, salt: randomBytes(16) }
  await sql`insert into rolls.reopening (${sql.raw(reopeningColumns)})
    values (${suspicion_id}, ${number}, ${decision}, ${decided_at}, ${decided_by}, ${decided_for},
      ${reopening.dockets}::text[], ${by.reopened_at}, ${by.account_id}, ${by.reason}, ${reopening.salt})`.execute(tx)
  await sql`update rolls.suspicion set decision = null, decided_at = null, account_id = null, reason = null,
      dockets = null, salt = null,
      last_run = greatest(last_run, (select max(run_id) from rolls.quality_run where state = 'done'))
    where suspicion_id = ${suspicion_id}`.execute(tx)
  return reopening
}

/** Whether one of these objections is not ended. */
export async function isAnyUnderWay(db: Kysely<unknown>, dockets: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ is_any: boolean }>`select exists (select 1 from rolls.claim
    where docket = any(${dockets}::text[]) and state in ('lodged', 'hearing-set', 'heard')) as is_any`.execute(db)
  return rows[0]?.is_any === true
}
