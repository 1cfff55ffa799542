import { bulkLoad, type BulkLoad, type Database } from '@intikhab/kernel/database'
import type { JsonValue, Ledger, LedgerActor, RecordChange } from '@intikhab/kernel/ledger'
import { sql, type Kysely } from 'kysely'
import type { Cnic } from '../../core/identifiers.ts'
import { noOutcomes, type OutcomeCounts } from '../../core/registry-feed/reasons.ts'
import {
  takeIn,
  type ReadLine,
  type TakenAction,
  type TakenIn,
  type TakenOutcome,
} from '../../core/registry-feed/take-in.ts'
import type { Voter } from '../../core/register/voter.ts'
import { registryAuthority } from '../../core/register/past-action.ts'
import { batchDigest } from '../register/batch-digest.ts'
import { rollsAct } from '../register/ledger-act.ts'
import { batchRecord, changeTo } from '../register/records.ts'
import { stateColumns, voterColumns } from '../register/voter-row.ts'
import { advanceBatch, batchRowRecord, getBatch, type BatchRow } from './batch-row.ts'
import type { BatchLine } from './batch-lines.ts'
import { keepLists, lockConcerned } from './concerned.ts'
import {
  actionCopyColumns,
  actionCopyRow,
  anyVoterCopyRow,
  heldCopyColumns,
  heldCopyRow,
  outcomeCopyColumns,
  outcomeCopyRow,
} from './copy-rows.ts'
import type { RulesNow } from './rules-now.ts'

/** What taking records in stands on. */
export interface TakingIn {
  readonly database: Database
  readonly ledger?: Pick<Ledger, 'append'>
  readonly now: () => Date
}

/** The registry, as the ledger names it. */
export const civilRegistry: LedgerActor = { kind: 'system', id: registryAuthority }

/** Any number that everybody who takes records in agrees on: records are taken in one after the other. */
const feedLock = 2500

/** A line that was read, and where it belongs. */
export type LineToApply = ReadLine & BatchLine & { readonly batchId: number }

export function lineToApply({ number, line, sha256 }: BatchLine, { read }: ReadLine, batchId: number): LineToApply {
  return { number, line, sha256, read, batchId }
}

/** The number of the last record that was taken in. */
export async function lastNumber(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from rolls.registry_outcome`.execute(
    db,
  )
  return rows[0]?.last ?? 0
}

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

interface Written {
  readonly counts: OutcomeCounts
  countsOf(batchId: number): OutcomeCounts
  readonly changes: readonly RecordChange[]
}

/** Decides the lines and writes what follows: voters, actions, lists, outcomes, lines that wait. */
async function writeLines(
  basis: TakingIn,
  { tx, copy }: BulkLoad,
  lines: readonly LineToApply[],
  rules: RulesNow,
): Promise<Written> {
  const register = await lockConcerned(tx, lines, rules)
  const taken = takeIn(lines, register, rules)
  const at = basis.now().toISOString()
  const changes = await writeActions(tx, copy, taken.actions, lines, at)
  await keepLists(tx, register.lists)
  const lineOf = new Map(lines.map((line) => [line.number, line]))
  const getLine = (number: number) => {
    const line = lineOf.get(number)
    if (line === undefined) throw new Error(`no line has the number ${number}`)
    return line
  }
  const outcomeRow = (one: TakenOutcome) => {
    const { batchId, sha256 } = getLine(one.number)
    return outcomeCopyRow(one, batchId, at, sha256)
  }
  await copy('rolls.registry_outcome', outcomeCopyColumns, taken.outcomes.values().map(outcomeRow))
  await writeHeld(tx, copy, taken, getLine)
  return {
    counts: countOutcomes(taken.outcomes),
    countsOf: (id) => countOutcomes(taken.outcomes.filter(({ number }) => getLine(number).batchId === id)),
    changes,
  }
}

/** The voters as the actions left them, and the actions with one fingerprint for all. */
async function writeActions(
  tx: Kysely<unknown>,
  copy: BulkLoad['copy'],
  actions: readonly TakenAction[],
  lines: readonly LineToApply[],
  at: string,
): Promise<RecordChange[]> {
  if (actions.length === 0) return []
  const last = new Map<Cnic, { readonly voter: Voter; readonly isNew: boolean }>()
  for (const { before, after } of actions)
    last.set(after.cnic, { voter: after, isNew: last.get(after.cnic)?.isNew ?? before === undefined })
  const those = (isNew: boolean) =>
    last
      .values()
      .filter((one) => one.isNew === isNew)
      .map(({ voter }) => anyVoterCopyRow(voter))
  await sql`create temporary table registry_changed (like rolls.voter) on commit drop`.execute(tx)
  await copy('registry_changed', voterColumns, those(false))
  const columns = [...stateColumns, 'name_key']
  await sql`update rolls.voter v set (${sql.raw(columns.join(', '))}) = row(${sql.raw(columns.map((name) => `c.${name}`).join(', '))})
    from registry_changed c where v.cnic = c.cnic`.execute(tx)
  await copy('rolls.voter', voterColumns, those(true))

  const next = await sql<{ id: number; last: number }>`
    select nextval(pg_get_serial_sequence('rolls.batch', 'batch_id')) as id,
      (select coalesce(max(action_id), 0) from rolls.action) as last`.execute(tx)
  const { id, last: lastAction } = next.rows[0] ?? { id: 0, last: 0 }
  await copy(
    'rolls.action',
    actionCopyColumns,
    actions.values().map((action) => actionCopyRow(action, id, at)),
  )
  const digest = await sql<{ digest: string }>`select ${sql.raw(batchDigest)} as digest from rolls.action
    where batch_id = ${id} and action_id > ${lastAction}`.execute(tx)
  const row = {
    batch_id: id,
    cause: `feed:${lines[0]?.number}-${lines.at(-1)?.number}`,
    actions: actions.length,
    digest: digest.rows[0]?.digest ?? '',
    account_id: civilRegistry.id,
    applied_at: at,
  }
  await sql`insert into rolls.batch (batch_id, cause, actions, digest, account_id, applied_at)
    values (${id}, ${row.cause}, ${row.actions}, ${row.digest}, ${row.account_id}, ${at})`.execute(tx)
  return [changeTo(batchRecord(row))]
}

/** Keeps the lines that wait. Whoever waits for a birthday waits with the last card alone. */
async function writeHeld(
  tx: Kysely<unknown>,
  copy: BulkLoad['copy'],
  { outcomes }: TakenIn,
  getLine: (number: number) => LineToApply,
): Promise<void> {
  const frozen: string[] = []
  const young = new Map<Cnic, string>()
  const decided = new Set<Cnic>()
  for (const one of outcomes) {
    if (one.cnic === null) continue
    const line = getLine(one.number)
    const row = heldCopyRow(one, line.batchId, line)
    if (one.outcome === 'held') frozen.push(row ?? '')
    else if (line.read.ok) {
      decided.add(one.cnic)
      if (row === undefined) young.delete(one.cnic)
      else young.set(one.cnic, row)
    }
  }
  await sql`delete from rolls.registry_held where until = 'eighteen' and cnic = any(${[...decided].map(Number)}::bigint[])`.execute(
    tx,
  )
  await copy('rolls.registry_held', heldCopyColumns, [...frozen, ...young.values()])
}

function countOutcomes(outcomes: Iterable<Pick<TakenOutcome, 'outcome'>>): OutcomeCounts {
  const counts = { ...noOutcomes }
  for (const { outcome } of outcomes) counts[outcome]++
  return counts
}

function difference(now: OutcomeCounts, before: OutcomeCounts): OutcomeCounts {
  const counts = { ...now }
  for (const outcome of Object.keys(counts) as (keyof OutcomeCounts)[]) counts[outcome] -= before[outcome]
  return counts
}

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
