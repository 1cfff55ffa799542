import type { VoterChange } from '../register/change.ts'
import { isEnrolled, type Voter } from '../register/voter.ts'
import type { ObjectionGround } from './claim-content.ts'

/** Why somebody is visited at the door. */
export type DoorReason = 'to-verify' | 'death-noted' | 'blocked'

/** What a verifying official finds there. */
export const doorFindings = ['found', 'moved', 'dead', 'unknown'] as const
export type DoorFinding = (typeof doorFindings)[number]

/** What an officer makes of a finding: a change of the roll, an objection to be heard, or nothing. */
export type DoorEffect =
  | { readonly kind: 'change'; readonly change: VoterChange }
  | { readonly kind: 'objection'; readonly ground: ObjectionGround }
  | { readonly kind: 'nothing' }

/** Why this person has to be visited; undefined for anybody else. */
export function doorReasonOf({ status }: Pick<Voter, 'status'>): DoorReason | undefined {
  if (status === 'to-verify') return 'to-verify'
  if (status === 'deceased') return 'death-noted'
  return status === 'blocked' ? 'blocked' : undefined
}

/**
 * What follows from a finding. Whoever is not on the roll is put on it if found and else stays off; whoever is on it is
 * taken off if dead, and gets a hearing if nobody knows them there any more.
 */
export function doorEffect(voter: Voter, finding: DoorFinding): DoorEffect {
  if (!isEnrolled(voter)) {
    if (finding !== 'found' || voter.status !== 'to-verify') return { kind: 'nothing' }
    const { chosen, status: _status, entry: _entry, ...identity } = voter
    return { kind: 'change', change: { kind: 'enrolled', identity, chosen, household: 'new' } }
  }
  if (finding === 'dead') return { kind: 'change', change: { kind: 'deleted' } }
  if (finding !== 'found') return { kind: 'objection', ground: 'not-resident' }
  return voter.status === 'deceased' ? { kind: 'change', change: { kind: 'unblocked' } } : { kind: 'nothing' }
}
