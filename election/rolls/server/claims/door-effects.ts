import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import type { Kysely } from 'kysely'
import { doorEffect, type DoorEffect, type DoorFinding } from '../../core/claims/door.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { latestBirth } from '../../core/register/roll.ts'
import type { Voter } from '../../core/register/voter.ts'
import { findDistrictOf, findOfficeObjection } from './claim-store.ts'
import type { Claims, ClaimsParts } from './claims.ts'
import type { WaitingPerson } from './door-waiting.ts'
import { findNews } from './registry-news.ts'

/** What follows for one person on a list, and the person as the register has them. */
export interface PlannedVisit {
  readonly voter: Voter | undefined
  readonly effect: DoorEffect
}

/** What an officer of the district would make of a finding, as everything stands now. */
export async function planVisit(
  { rolls, now }: Pick<ClaimsParts, 'rolls' | 'now'>,
  db: Kysely<unknown>,
  district: string,
  { cnic, record }: WaitingPerson,
  finding: DoorFinding,
): Promise<PlannedVisit> {
  const voter = await rolls.store.findVoter(cnic)
  if (voter === undefined) return { voter, effect: { kind: 'nothing' } }
  const news = await findNews(db, cnic)
  const isOutrun = (news?.number ?? null) !== record
  const effect = doorEffect(voter, finding, {
    asked: isOutrun ? null : news,
    isOutrun,
    isOwn: voter.entry === null || (await findDistrictOf(db, voter.entry.block)) === district,
    latestBirth: latestBirth(await rolls.store.listRolls(), karachiDate(now())),
  })
  return { voter, effect }
}

/** Where an effect is carried out, and by whom. */
export interface VisitPlace {
  readonly district: string
  /** Number of the list, and of the line on it. */
  readonly id: number
  readonly line: number
  readonly actor: LedgerActor
}

/** What an effect left: the last of its actions, or the objection. */
interface VisitTrace {
  readonly actionId: number | null
  readonly docket: string | null
}

const noTrace: VisitTrace = { actionId: null, docket: null }

/**
 * Carries an effect out in the given transaction. Refuses what a change refuses, and `voter-elsewhere` where a vote would
 * go to another district, whose officer grants that.
 */
export async function carryOutVisit(
  parts: ClaimsParts & { readonly claims: Claims },
  tx: Kysely<unknown>,
  { voter, effect }: PlannedVisit,
  place: VisitPlace,
): Promise<Outcome<VisitTrace>> {
  if (voter === undefined || effect.kind === 'nothing') return accept(noTrace)
  return effect.kind === 'change'
    ? changeRoll(parts, tx, voter, effect.changes, place)
    : openObjection(parts, tx, voter, effect.ground, place)
}

async function changeRoll(
  { rolls, law }: ClaimsParts,
  tx: Kysely<unknown>,
  voter: Voter,
  changes: Extract<DoorEffect, { kind: 'change' }>['changes'],
  { district, id, line, actor }: VisitPlace,
): Promise<Outcome<VisitTrace>> {
  const { pack } = await law()
  const by = { actor, cause: `door:${id}/${line}`, section: pack.values.rolls.orderSection.value }
  let actionId: number | null = null
  for (const change of changes) {
    if (change.kind === 'transferred') {
      const block = (change.addresses ?? voter.addresses)[change.chosen]?.block
      const other = block === undefined ? undefined : await findDistrictOf(tx, block)
      if (other !== undefined && other !== district)
        return refuse(rollsRefusals['voter-elsewhere'], { detail: { district: other } })
    }
    const done = await rolls.change(voter.cnic, change, by, tx)
    if (!done.ok) return done
    ;({ actionId } = done.value)
  }
  return accept({ actionId, docket: null })
}

/** Opens the office's objection in the district of the entry; one that is open already is enough. */
async function openObjection(
  { claims }: { readonly claims: Claims },
  tx: Kysely<unknown>,
  { cnic, entry, gender, nameUr }: Voter,
  ground: Extract<DoorEffect, { kind: 'objection' }>['ground'],
  { district, actor }: VisitPlace,
): Promise<Outcome<VisitTrace>> {
  if (entry === null) return accept(noTrace)
  const open = await findOfficeObjection(tx, cnic)
  if (open !== undefined) return accept({ actionId: null, docket: open })
  const { block, serial } = entry
  const content = { purpose: 'objection', ground, block, gender, serial, name: nameUr, statement: '' } as const
  const lodged = await claims.lodge({ district, source: 'door', claimant: null, content, actor }, tx)
  return lodged.ok ? accept({ actionId: null, docket: lodged.value.claim.docket }) : lodged
}
