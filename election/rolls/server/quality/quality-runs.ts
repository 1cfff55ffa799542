import { sql, type Kysely } from 'kysely'
import type { Findings } from './find-suspicions.ts'

/** A look through the whole register. */
export interface QualityRun {
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** From 0 to 1. */
  readonly progress: number
  readonly asked_at: Date
  readonly finished_at: Date | null
  readonly cards: number | null
}

/** Enters a run that waits, and gives its number; undefined while another is under way. */
export async function enterRun(tx: Kysely<unknown>, accountId: string, askedAt: Date): Promise<number | undefined> {
  const { rows } = await sql<{ run_id: number }>`insert into rolls.quality_run (account_id, asked_at, state)
    values (${accountId}, ${askedAt}, 'waiting') on conflict do nothing returning run_id`.execute(tx)
  return rows[0]?.run_id
}

/** How far a run is, from 0 to 1; one that has ended stays as it is. */
export async function advanceRun(db: Kysely<unknown>, runId: number, progress: number): Promise<void> {
  await sql`update rolls.quality_run set state = 'running', progress = ${progress}
    where run_id = ${runId} and state in ('waiting', 'running')`.execute(db)
}

export async function endRun(tx: Kysely<unknown>, runId: number, found: Findings, at: Date): Promise<void> {
  const counts = Object.fromEntries(
    [...Map.groupBy(found.suspicions, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  )
  await sql`update rolls.quality_run set state = 'done', progress = 1, cards = ${found.cards},
    found = ${JSON.stringify(counts)}, finished_at = ${at} where run_id = ${runId}`.execute(tx)
}

export async function failRun(db: Kysely<unknown>, runId: number, at: Date): Promise<void> {
  await sql`update rolls.quality_run set state = 'failed', finished_at = ${at}
    where run_id = ${runId} and state <> 'done'`.execute(db)
}

export async function latestRun(db: Kysely<unknown>): Promise<QualityRun | undefined> {
  const { rows } = await sql<QualityRun>`select state, progress, asked_at, finished_at, cards from rolls.quality_run
    order by run_id desc limit 1`.execute(db)
  return rows[0]
}
