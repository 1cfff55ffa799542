import { sql, type Kysely } from 'kysely'
import { noOutcomes, type OutcomeCounts } from '../../core/registry-feed/reasons.ts'
import { advanceBatch, countsOf, getBatch, type BatchRow, type Road } from './batch-row.ts'
import { changeOf, countsDetail, enter, type TakingIn } from './feed-acts.ts'

/** Numbers from … to, both included. */
interface NumberRange {
  readonly from: number
  readonly to: number
}

/** Where the feed stands. */
export interface FeedState {
  /** The last number that was taken in; 0 before the first. */
  readonly last: number
  /** The number from which the registry is to send. */
  readonly sendFrom: number
  /** What is missing before batches that wait. */
  readonly missing: readonly NumberRange[]
  /** Since when every roll is frozen (s.39(1)), ISO 8601; null while they are open. */
  readonly frozenSince: string | null
  /** Records held back by freezes of single constituencies, and those that wait for a birthday. */
  readonly held: number
  readonly tooYoung: number
  /** The newest thirty, the newest first. */
  readonly batches: readonly ListedBatch[]
}

/** A batch as it is listed, with its report: what it was, and how its records ended. */
export interface ListedBatch extends NumberRange {
  readonly id: number
  readonly records: number
  readonly madeAt: string
  readonly arrivedAt: string
  readonly finishedAt: string | null
  readonly road: Road
  readonly key: string
  readonly sha256: string
  readonly state: 'waiting' | 'applied' | 'refused'
  readonly contradictions: readonly number[]
  /** Records that an earlier batch had brought already. */
  readonly skipped: number
  readonly counts: OutcomeCounts
}

export function listedBatch(row: BatchRow): ListedBatch {
  return {
    id: row.registry_batch_id,
    from: row.from_number,
    to: row.to_number,
    records: row.records,
    madeAt: row.made_at.toISOString(),
    arrivedAt: row.arrived_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    road: row.road,
    key: row.signing_key,
    sha256: row.sha256,
    state: row.state,
    contradictions: row.contradictions.map(Number),
    skipped: row.skipped,
    counts: countsOf(row),
  }
}

/** The number of the last record that was taken in. */
export async function lastNumber(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from rolls.registry_outcome`.execute(
    db,
  )
  return rows[0]?.last ?? 0
}

export async function readFeedState(db: Kysely<unknown>, frozenSince: Date | undefined): Promise<FeedState> {
  const last = await lastNumber(db)
  const held = await sql<{ held: number; young: number }>`
    select count(*) filter (where until = 'freeze') as held, count(*) filter (where until = 'eighteen') as young
    from rolls.registry_held`.execute(db)
  const newest = await sql<BatchRow>`
    select * from rolls.registry_batch order by registry_batch_id desc limit 30`.execute(db)
  const waiting = await sql<{ from_number: number; to_number: number }>`
    select from_number, to_number from rolls.registry_batch where state = 'waiting' order by from_number`.execute(db)
  const missing: NumberRange[] = []
  let reached = last
  for (const { from_number: from, to_number: to } of waiting.rows) {
    if (from > reached + 1) missing.push({ from: reached + 1, to: from - 1 })
    reached = Math.max(reached, to)
  }
  return {
    last,
    sendFrom: missing[0]?.from ?? reached + 1,
    missing,
    frozenSince: frozenSince?.toISOString() ?? null,
    held: held.rows[0]?.held ?? 0,
    tooYoung: held.rows[0]?.young ?? 0,
    batches: newest.rows.map(listedBatch),
  }
}

/** The next batch that can be taken in, and from which number on; undefined where there is none or a number is missing. */
export async function nextWaiting(
  db: Kysely<unknown>,
): Promise<{ id: number; sha256: string; from: number; to: number; start: number } | undefined> {
  const last = await lastNumber(db)
  const { rows } = await sql<BatchRow>`select * from rolls.registry_batch where state = 'waiting'
    and from_number <= ${last + 1} order by from_number, registry_batch_id limit 1`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { registry_batch_id: id, sha256, from_number: from, to_number: to } = row
  return { id, sha256, from, to, start: last + 1 }
}

/** Ends a batch of which every record was brought by others, equal to the letter: a replay is harmless. */
export async function finishSkipped(basis: TakingIn, id: number): Promise<void> {
  await basis.database.transaction(async (tx) => {
    const before = await getBatch(tx, id)
    if (before.state !== 'waiting') return
    const own = countsOf(before)
    const counted = Object.values(own).reduce((sum, count) => sum + count, before.skipped)
    const progress = { counts: noOutcomes, skipped: before.records - counted, finishedAt: basis.now() }
    const after = await advanceBatch(tx, id, progress)
    const detail = { from: before.from_number, to: before.to_number, ...countsDetail(own) }
    await enter(basis, tx, 'registry-records-taken-in', `registry-batch/${id}`, detail, [changeOf(after, before)])
  })
}
