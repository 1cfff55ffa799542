import { bulkLoad } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import type { OutcomeCounts } from '../../core/registry-feed/reasons.ts'
import type { ReadLine } from '../../core/registry-feed/take-in.ts'
import { advanceBatch, getBatch, type BatchRow } from './batch-row.ts'
import { changeOf, countsDetail, enter, type TakingIn } from './feed-acts.ts'
import { lastNumber } from './feed-state.ts'
import type { RulesNow } from './rules-now.ts'
import { countOutcomes, lineToApply, writeLines, type LineToApply } from './write-lines.ts'

/** Any number that everybody who takes records in agrees on: records are taken in one after the other. */
const feedLock = 2500

/**
 * Takes lines of a batch in, the next ones of the feed: everything they lead to in one transaction, or nothing. False where
 * somebody else has taken them in meanwhile. `finishes`: with them the batch is done.
 */
export async function applyBatchLines(
  basis: TakingIn,
  lines: readonly LineToApply[],
  rules: RulesNow,
  batchId: number,
  finishes: boolean,
): Promise<boolean> {
  return bulkLoad(basis.database, async (load) => {
    const { tx } = load
    await sql`select pg_advisory_xact_lock(${feedLock})`.execute(tx)
    const [first] = lines
    if (first?.number !== (await lastNumber(tx)) + 1) return false
    const before = await getBatch(tx, batchId)
    const skipped = first.number === before.from_number ? 0 : skippedBefore(before, first.number)
    const taken = await writeLines(basis, load, lines, rules)
    const finishedAt = finishes ? { finishedAt: basis.now() } : {}
    const after = await advanceBatch(tx, batchId, { counts: taken.counts, skipped, ...finishedAt })
    const detail = { from: first.number, to: first.number + lines.length - 1, ...countsDetail(taken.counts) }
    await enter(basis, tx, 'registry-records-taken-in', `registry-batch/${batchId}`, detail, [
      ...taken.changes,
      changeOf(after, before),
    ])
    return true
  })
}

/** Records before `number` that an earlier batch brought, as far as they were not counted yet. */
function skippedBefore(row: BatchRow, number: number): number {
  const { skipped, enrolled, changed, deleted, to_verify, refused, held } = row
  return number - row.from_number - skipped - enrolled - changed - deleted - to_verify - refused - held
}

/**
 * Takes in up to `most` lines that waited for the end of a freeze or for a birthday, after number `after`. The number of the
 * last one; undefined where none is left.
 */
export async function applyHeldLines(
  basis: TakingIn,
  read: (line: { readonly number: number; readonly line: string }) => ReadLine,
  rules: RulesNow,
  after: number,
  most: number,
): Promise<number | undefined> {
  return bulkLoad(basis.database, async (load) => {
    const { tx } = load
    await sql`select pg_advisory_xact_lock(${feedLock})`.execute(tx)
    const { rows } = await sql<{ number: number; line: string; registry_batch_id: number }>`
      delete from rolls.registry_held where number in (select number from rolls.registry_held
        where number > ${after} and ((until = 'freeze' and not blocks && ${rules.frozenBlocks.map(Number)}::int[])
          or due_on <= ${rules.qualifyingDate}::date)
        order by number limit ${most})
      returning number, line, registry_batch_id`.execute(tx)
    if (rows.length === 0) return undefined
    const { rows: former } = await sql<{
      number: number
      registry_batch_id: number
      outcome: keyof OutcomeCounts
      line_sha256: Buffer
    }>`delete from rolls.registry_outcome where number = any(${rows.map(({ number }) => number)}::bigint[])
      returning number, registry_batch_id, outcome, line_sha256`.execute(tx)
    const sha256Of = new Map(former.map(({ number, line_sha256 }) => [number, line_sha256]))
    const lines = rows
      .sort((a, b) => a.number - b.number)
      .map(({ number, line, registry_batch_id: id }) => {
        const sha256 = sha256Of.get(number) ?? Buffer.of()
        return lineToApply({ number, line, sha256 }, read({ number, line }), id)
      })
    const taken = await writeLines(basis, load, lines, rules)
    const changes = [...taken.changes]
    for (const id of new Set(rows.map(({ registry_batch_id }) => registry_batch_id))) {
      const before = await getBatch(tx, id)
      const own = former.filter(({ registry_batch_id }) => registry_batch_id === id)
      const counts = difference(taken.countsOf(id), countOutcomes(own))
      const finished = before.finished_at === null ? {} : { finishedAt: before.finished_at }
      changes.push(changeOf(await advanceBatch(tx, id, { counts, skipped: 0, ...finished }), before))
    }
    const detail = { records: lines.length, ...countsDetail(taken.counts) }
    await enter(basis, tx, 'registry-records-released', 'registry-feed', detail, changes)
    return lines.at(-1)?.number
  })
}

function difference(now: OutcomeCounts, before: OutcomeCounts): OutcomeCounts {
  const counts = { ...now }
  for (const outcome of Object.keys(counts) as (keyof OutcomeCounts)[]) counts[outcome] -= before[outcome]
  return counts
}
