import type { BulkLoad } from '@intikhab/kernel/database'
import type { RecordChange } from '@intikhab/kernel/ledger'
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
import { batchDigest } from '../register/batch-digest.ts'
import { batchRecord, changeTo } from '../register/records.ts'
import { stateColumns, voterColumns } from '../register/voter-row.ts'
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
import { civilRegistry, type TakingIn } from './feed-acts.ts'
import type { RulesNow } from './rules-now.ts'

/** A line that was read, and where it belongs. */
export type LineToApply = ReadLine & BatchLine & { readonly batchId: number }

export function lineToApply({ number, line, sha256 }: BatchLine, { read }: ReadLine, batchId: number): LineToApply {
  return { number, line, sha256, read, batchId }
}

interface Written {
  readonly counts: OutcomeCounts
  countsOf(batchId: number): OutcomeCounts
  readonly changes: readonly RecordChange[]
}

/** Decides the lines and writes what follows: voters, actions, lists, outcomes, lines that wait. */
export async function writeLines(
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

export function countOutcomes(outcomes: Iterable<Pick<TakenOutcome, 'outcome'>>): OutcomeCounts {
  const counts = { ...noOutcomes }
  for (const { outcome } of outcomes) counts[outcome]++
  return counts
}
