import { copyRow } from '@intikhab/kernel/database'
import { nameKey } from '../../core/names/name-key.ts'
import type { TakenAction, TakenOutcome } from '../../core/registry-feed/take-in.ts'
import type { Voter } from '../../core/register/voter.ts'
import { entryBlock, stateColumns, stateOf } from '../register/voter-row.ts'
import type { BatchLine } from './batch-lines.ts'

type Field = string | number | boolean | null

function stateFields(voter: Voter): Field[] {
  const state = stateOf(voter)
  return stateColumns.map((column) => {
    const value = state[column]
    return typeof value === 'object' && value !== null ? `\\x${value.toString('hex')}` : value
  })
}

/** A value of a composite type in its text form: fields split by commas, texts in quotes, nothing for null. */
function composite(fields: readonly Field[]): string {
  return `(${fields.map((field) => (typeof field === 'string' ? `"${field.replaceAll(/["\\]/g, '\\$&')}"` : (field ?? ''))).join(',')})`
}

export const actionCopyColumns = [
  'cnic',
  'batch_id',
  'from_block',
  'to_block',
  'acted_at',
  'kind',
  'authority',
  'cause',
  'section',
  'before',
  'after',
] as const

/** An action of a batch for COPY. */
export function actionCopyRow({ number, kind, before, after }: TakenAction, batchId: number, at: string): string {
  return copyRow([
    Number(after.cnic),
    batchId,
    entryBlock(before),
    entryBlock(after),
    at,
    kind,
    'civil-registry',
    `feed:${number}`,
    's.25',
    before === undefined ? null : composite(stateFields(before)),
    composite(stateFields(after)),
  ])
}

/** A row of `rolls.voter` for COPY, in the order of `voterColumns`, of anybody, on the roll or not. */
export function anyVoterCopyRow(voter: Voter): string {
  return copyRow([Number(voter.cnic), ...stateFields(voter), nameKey(voter.nameUr)])
}

export const outcomeCopyColumns = [
  'number',
  'cnic',
  'registry_batch_id',
  'block',
  'decided_at',
  'outcome',
  'reason',
  'field',
  'card',
  'line_sha256',
] as const

export function outcomeCopyRow(taken: TakenOutcome, batchId: number, at: string, sha256: Buffer): string {
  return copyRow([
    taken.number,
    taken.cnic === null ? null : Number(taken.cnic),
    batchId,
    taken.block === null ? null : Number(taken.block),
    at,
    taken.outcome,
    taken.reason,
    taken.field,
    taken.card === null ? null : JSON.stringify(taken.card),
    `\\x${sha256.toString('hex')}`,
  ])
}

export const heldCopyColumns = ['number', 'cnic', 'registry_batch_id', 'until', 'blocks', 'due_on', 'line'] as const

/** A line that waits, for COPY; undefined for one that does not. */
export function heldCopyRow(taken: TakenOutcome, batchId: number, { line }: BatchLine): string | undefined {
  if (taken.cnic === null || (taken.outcome !== 'held' && taken.dueOn === null)) return undefined
  const blocks = `{${taken.heldFor.map(Number).join(',')}}`
  const until = taken.outcome === 'held' ? 'freeze' : 'eighteen'
  return copyRow([taken.number, Number(taken.cnic), batchId, until, blocks, taken.dueOn, line])
}
