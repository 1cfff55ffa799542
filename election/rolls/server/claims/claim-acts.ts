import type { LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import type { ClaimEvent, ClaimEventKind, PastEvent } from '../../core/claims/claim.ts'
import type { RollsActName } from '../../core/acts.ts'
import { rollsAct } from '../register/ledger-act.ts'
import type { ClaimRow } from './claim-row.ts'

const actNames: Readonly<Record<ClaimEventKind, RollsActName>> = {
  lodged: 'claim-lodged',
  'evidence-added': 'claim-evidence-added',
  completed: 'claim-completed',
  'hearing-set': 'claim-hearing-set',
  'notice-served': 'claim-notice-served',
  adjourned: 'claim-adjourned',
  heard: 'claim-heard',
  decided: 'claim-decided',
  withdrawn: 'claim-withdrawn',
  lapsed: 'claim-lapsed',
  'appeal-noted': 'claim-appeal-noted',
}

function actOf(
  kind: ClaimEventKind,
  docket: string,
  at: Date,
  actor: LedgerActor,
  detail: LedgerAct['detail'],
): LedgerAct {
  return rollsAct(actNames[kind], at.toISOString(), { subject: `claim/${docket}`, actor, detail })
}

/** The entry of a claim that comes in. It says the form and nothing of anybody. */
export function actOfLodging({ docket, form, source, lodged_at: at }: ClaimRow, actor: LedgerActor): LedgerAct {
  return actOf('lodged', docket, at, actor, { form, source })
}

/** The entry of what happened to a claim; reasons stay in the register, held by the fingerprint of the claim. */
export function actOfEvent({ docket, form }: ClaimRow, { event, at }: PastEvent, actor: LedgerActor): LedgerAct {
  return actOf(event.kind, docket, at, actor, detailOf(event, form, actor))
}

function detailOf(event: ClaimEvent, form: string, actor: LedgerActor): LedgerAct['detail'] {
  if (event.kind === 'hearing-set' || event.kind === 'adjourned') return { at: event.hearing.at }
  if (event.kind === 'withdrawn') return { source: actor.kind === 'system' ? 'web' : 'counter' }
  if (event.kind !== 'decided') return {}
  const { outcome, order, under } = event
  return { form, outcome, order, under }
}
