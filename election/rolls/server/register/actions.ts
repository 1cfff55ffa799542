import { randomBytes } from 'node:crypto'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { sql, type Kysely } from 'kysely'
import type { RollsActName } from '../../core/acts.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { nameKey } from '../../core/names/name-key.ts'
import type { PastAction } from '../../core/register/past-action.ts'
import { changeVoter, type ChangeKind, type PlannedVoter, type VoterChange } from '../../core/register/change.ts'
import type { Voter } from '../../core/register/voter.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { nextHousehold, nextSerial } from './lists.ts'
import { rollsAct } from './ledger-act.ts'
import { actionRecord, changeTo, voterRecord } from './records.ts'
import {
  entryBlock,
  stateColumns,
  stateOf,
  voterOf,
  voterOfState,
  type VoterRow,
  type VoterStateRow,
} from './voter-row.ts'

/** On whose authority somebody's standing changes, and why. */
export interface ActionBy {
  readonly actor: LedgerActor
  readonly at: Date
  /** What led to it: `claim:<docket>`, `order:<number>`, `counter`. */
  readonly cause: string
  /** `21`, `22`, `23`, `15`, `16`, `17`; none where no form led to it. */
  readonly form?: string
  /** Section of the Act, e.g. `s.31`. */
  readonly section?: string
}

/** What an action left. */
export interface Acted {
  readonly before: Voter | undefined
  readonly voter: Voter
  readonly actionId: number
}

const actNames: Readonly<Record<ChangeKind, RollsActName>> = {
  enrolled: 'voter-enrolled',
  'to-verify': 'voter-to-verify',
  transferred: 'voter-transferred',
  corrected: 'voter-corrected',
  objected: 'voter-objected',
  deleted: 'voter-removed',
  restored: 'voter-restored',
  'death-noted': 'death-reported',
  blocked: 'voter-blocked',
  unblocked: 'voter-unblocked',
  'overseas-opted': 'overseas-opted',
  'overseas-withdrawn': 'overseas-withdrawn',
  'postal-ballot-issued': 'postal-ballot-issued',
}

/** The voter's row, locked until the transaction ends. */
async function lockVoter(tx: Kysely<unknown>, cnic: Cnic): Promise<Voter | undefined> {
  const { rows } = await sql<VoterRow>`select * from rolls.voter where cnic = ${Number(cnic)} for update`.execute(tx)
  return rows[0] === undefined ? undefined : voterOf(rows[0])
}

/**
 * Changes somebody's standing: row, action and ledger entry in the given transaction. Whoever enrols the same CNIC
 * elsewhere at this moment is waited for. Refuses what `changeVoter` refuses, and `unknown-area`.
 */
export async function actOn(
  tx: Kysely<unknown>,
  ledger: Pick<Ledger, 'append'> | undefined,
  cnic: Cnic,
  change: VoterChange,
  by: ActionBy,
): Promise<Outcome<Acted>> {
  const before = await lockVoter(tx, cnic)
  const planned = changeVoter(before, change)
  if (!planned.ok)
    return planned.refusal.kind === rollsRefusals['already-enrolled'] ? alreadyEnrolled(tx, cnic) : planned
  const placed = await place(tx, planned.value)
  if (!placed.ok) return placed
  const voter = placed.value
  if (before === undefined) {
    if (!(await insertVoter(tx, voter))) return alreadyEnrolled(tx, cnic)
  } else await updateVoter(tx, voter)
  const actionId = await enterAction(tx, ledger, change.kind, before, voter, by)
  return accept({ before, voter, actionId })
}

/** Gives out the numbers that a plan leaves open. */
async function place(tx: Kysely<unknown>, planned: PlannedVoter): Promise<Outcome<Voter>> {
  const { entry } = planned
  if (entry === null) return accept({ ...planned, entry: null })
  const { block } = entry
  const serial = entry.serial === 'next' ? await nextSerial(tx, block, planned.gender) : entry.serial
  const household = entry.household === 'new' ? await nextHousehold(tx, block) : entry.household
  if (serial === undefined || household === undefined) return refuse(rollsRefusals['unknown-area'], { field: 'block' })
  return accept({ ...planned, entry: { block, serial, household } })
}

/** Tells which form moves a vote and the district that holds it: nothing personal of another district. */
async function alreadyEnrolled(tx: Kysely<unknown>, cnic: Cnic): Promise<Outcome<never>> {
  const { rows } = await sql<{ name_en: string; name_ur: string }>`
    select d.name_en, d.name_ur from rolls.voter v join rolls.electoral_area a using (block)
    join rolls.district d on d.code = a.district where v.cnic = ${Number(cnic)}`.execute(tx)
  const [district] = rows
  return refuse(rollsRefusals['already-enrolled'], {
    field: 'cnic',
    detail: { form: '21', district: district?.name_en ?? '', districtUr: district?.name_ur ?? '' },
  })
}

const columns = sql.raw(['cnic', ...stateColumns, 'name_key'].join(', '))

/** The values of a state in the order of its columns. */
function values(state: VoterStateRow) {
  return sql.join(stateColumns.map((column) => sql`${state[column]}`))
}

async function insertVoter(tx: Kysely<unknown>, voter: Voter): Promise<boolean> {
  const { rows } = await sql`insert into rolls.voter (${columns})
    values (${Number(voter.cnic)}, ${values(stateOf(voter))}, ${nameKey(voter.nameUr)})
    on conflict (cnic) do nothing returning cnic`.execute(tx)
  return rows.length === 1
}

async function updateVoter(tx: Kysely<unknown>, voter: Voter): Promise<void> {
  await sql`update rolls.voter set (${sql.raw(stateColumns.join(', '))}, name_key) = (${values(stateOf(voter))}, ${nameKey(voter.nameUr)})
    where cnic = ${Number(voter.cnic)}`.execute(tx)
}

async function enterAction(
  tx: Kysely<unknown>,
  ledger: Pick<Ledger, 'append'> | undefined,
  kind: ChangeKind,
  before: Voter | undefined,
  after: Voter,
  by: ActionBy,
): Promise<number> {
  const { cnic } = after
  // One salt a person: the ledger can follow somebody without naming anybody, until row and salt are erased.
  const last = await sql<VoterStateRow & { salt: Buffer }>`
    select salt, (after).* from rolls.action where cnic = ${Number(cnic)} and salt is not null
    order by action_id desc limit 1`.execute(tx)
  const [known] = last.rows
  const salt = known?.salt ?? randomBytes(16)
  const place = after.entry?.block ?? before?.entry?.block ?? after.addresses[after.chosen]?.block ?? ''
  const next = await sql<{
    id: number
  }>`select nextval(pg_get_serial_sequence('rolls.action', 'action_id')) as id`.execute(tx)
  const actionId = next.rows[0]?.id ?? 0
  const grounds = { authority: by.actor.id, cause: by.cause, form: by.form ?? null, section: by.section ?? null }
  const action = { actionId, cnic, kind, actedAt: by.at, ...grounds, before: before ?? null, after }
  const was = known === undefined ? undefined : voterRecord(voterOfState(cnic, known), salt)
  const entries = await ledger?.append(tx, [
    rollsAct(actNames[kind], by.at.toISOString(), {
      subject: `block/${place}`,
      actor: by.actor,
      ...(by.section === undefined ? {} : { section: by.section }),
      detail: by.form === undefined ? {} : { form: by.form },
      changes: [changeTo(voterRecord(after, salt), was), changeTo(actionRecord(action, salt))],
    }),
  ])
  const state = (voter: Voter | undefined) =>
    voter === undefined ? sql`null` : sql`row(${values(stateOf(voter))})::rolls.voter_state`
  await sql`insert into rolls.action (action_id, cnic, from_block, to_block, acted_at, kind, authority, cause, form,
      section, before, after, salt, entry_id)
    values (${actionId}, ${Number(cnic)}, ${entryBlock(before)},
      ${entryBlock(after)}, ${by.at}, ${kind}, ${grounds.authority},
      ${grounds.cause}, ${grounds.form}, ${grounds.section}, ${state(before)}, ${state(after)}, ${salt},
      ${entries?.[0] ?? null})`.execute(tx)
  return actionId
}

export type ActionRow = { [K in keyof VoterStateRow as `before_${K}` | `after_${K}`]: VoterStateRow[K] | null } & {
  action_id: number
  cnic: number
  kind: ChangeKind
  acted_at: Date
  authority: string
  cause: string
  form: string | null
  section: string | null
}

const prefixed = (side: 'before' | 'after') =>
  stateColumns.map((column) => `(${side}).${column} as ${side}_${column}`).join(', ')

/** What an action says, as `actionOf` reads it. */
export const actionColumns = `action_id, cnic, kind, acted_at, authority, cause, form, section, ${prefixed('before')}, ${prefixed('after')}`

/** An action out of its row, read with `actionColumns`. */
export function actionOf(row: ActionRow): PastAction {
  return {
    actionId: row.action_id,
    cnic: String(row.cnic) as Cnic,
    kind: row.kind,
    actedAt: row.acted_at,
    authority: row.authority,
    cause: row.cause,
    form: row.form,
    section: row.section,
    before: sideOf(row, 'before'),
    after: sideOf(row, 'after'),
  }
}

/** What was done about somebody, the first first. */
export async function listActions(db: Kysely<unknown>, cnic: Cnic): Promise<readonly PastAction[]> {
  const { rows } = await sql<ActionRow>`
    select ${sql.raw(actionColumns)} from rolls.action where cnic = ${Number(cnic)} order by action_id`.execute(db)
  return rows.map(actionOf)
}

function sideOf(row: ActionRow, side: 'before' | 'after'): Voter | null {
  const state = Object.fromEntries(stateColumns.map((column) => [column, row[`${side}_${column}`]]))
  return state['status'] === null ? null : voterOfState(String(row.cnic) as Cnic, state as unknown as VoterStateRow)
}
