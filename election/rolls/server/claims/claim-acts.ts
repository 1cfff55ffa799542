import type { LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import type { ClaimEventKind, PastEvent } from '../../core/claims/claim.ts'
import type { RollsActName } from '../../core/acts.ts'
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

type Head = Pick<LedgerAct, 'system' | 'subject' | 'actor' | 'madeAt' | 'arrivedAt'>

function headOf(docket: string, actor: LedgerActor, at: Date): Head {
  const instant = at.toISOString()
  return { system: 'rolls', subject: `claim/${docket}`, actor, madeAt: instant, arrivedAt: instant }
}

/** The entry of a claim that comes in. It says the form and nothing of anybody. */
export function actOfLodging({ docket, form, source, lodged_at: at }: ClaimRow, actor: LedgerActor): LedgerAct {
  return { ...headOf(docket, actor, at), act: actNames.lodged, detail: { form, source } }
}

/** The entry of what happened to a claim; reasons stay in the register, held by the fingerprint of the claim. */
export function actOfEvent({ docket, form }: ClaimRow, { event, at }: PastEvent, actor: LedgerActor): LedgerAct {
  const head = { ...headOf(docket, actor, at), act: actNames[event.kind] }
  if (event.kind === 'hearing-set' || event.kind === 'adjourned') return { ...head, detail: { at: event.hearing.at } }
  if (event.kind !== 'decided') return { ...head, detail: {} }
  const { outcome, order, under } = event
  return { ...head, detail: { form, outcome, order, under } }
}
