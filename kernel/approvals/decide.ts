/** Who may decide on a proposal, and when. Pure: the clock, the office and the preview of this moment are given. */
import { httpRefusals } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Proposal, ProposalState } from './proposal.ts'
import { approvalRefusals } from './refusals.ts'

/** What the rules ask of a proposal. */
export interface Decidable {
  readonly state: ProposalState
  readonly lapsesAt: Date
  readonly proposedBy: { readonly actor: { readonly id: string; readonly device?: string } }
}

/** Who decides, as they are at this moment. */
export interface Decider {
  readonly accountId: string
  /** The enrolled device, or the mark of the browser, of their session. */
  readonly device: string
  /** Whether an office of theirs approves this act in this place, now. */
  readonly isApprover: boolean
  /** Whether their second factor has grown old. */
  readonly wantsFreshFactor: boolean
}

/** The state at an instant: a proposal lapses by time alone, whether or not anybody has written it down. */
export function stateAt({ state, lapsesAt }: Pick<Proposal, 'state' | 'lapsesAt'>, at: Date): ProposalState {
  return state === 'proposed' && at >= lapsesAt ? 'lapsed' : state
}

/** Refuses where the proposal is not open any more. */
function mustBeOpen(proposal: Decidable, at: Date): Outcome<void> {
  const state = stateAt(proposal, at)
  if (state === 'lapsed') return refuse(approvalRefusals.lapsed)
  return state === 'proposed' ? accept(undefined) : refuse(approvalRefusals.decided, { detail: { state } })
}

/**
 * Whether this person may decide on it at all, here and now. Refuses: decided or lapsed; one's own; no approving
 * office in that place; the device at which it was proposed.
 */
export function mayDecide(proposal: Decidable, by: Omit<Decider, 'wantsFreshFactor'>, at: Date): Outcome<void> {
  const open = mustBeOpen(proposal, at)
  if (!open.ok) return open
  const { actor } = proposal.proposedBy
  if (actor.id === by.accountId) return refuse(approvalRefusals['own-proposal'])
  if (!by.isApprover) return refuse(approvalRefusals['not-approver'])
  return actor.device === by.device ? refuse(approvalRefusals['same-device']) : accept(undefined)
}

/** Approves. Refuses as `mayDecide`; an old second factor; a preview other than the one that was shown. */
export function approve(
  proposal: Decidable,
  by: Decider,
  preview: { readonly shown: string; readonly now: string },
  at: Date,
): Outcome<'approved'> {
  const may = mayDecide(proposal, by, at)
  if (!may.ok) return may
  if (by.wantsFreshFactor) return refuse(httpRefusals['fresh-factor-required'])
  return preview.shown === preview.now ? accept('approved') : refuse(approvalRefusals.changed)
}

/** Gives it back to be mended. Refuses as `mayDecide`, an old second factor, and without a reason. */
export function giveBack(proposal: Decidable, by: Decider, reason: string, at: Date): Outcome<'returned'> {
  const may = mayDecide(proposal, by, at)
  if (!may.ok) return may
  if (by.wantsFreshFactor) return refuse(httpRefusals['fresh-factor-required'])
  return reason.trim() === '' ? refuse(approvalRefusals['reason-missing'], { field: '/reason' }) : accept('returned')
}

/** Takes one's own proposal back while it is open. Refuses anybody else's. */
export function withdraw(proposal: Decidable, accountId: string, at: Date): Outcome<'withdrawn'> {
  if (proposal.proposedBy.actor.id !== accountId) return refuse(approvalRefusals['not-proposer'])
  const open = mustBeOpen(proposal, at)
  return open.ok ? accept('withdrawn') : open
}
