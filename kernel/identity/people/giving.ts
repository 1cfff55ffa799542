import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import { marks, type Act } from '../rights/acts.ts'
import type { Grant } from '../rights/person.ts'
import { isInForce } from '../rights/rights.ts'
import { roles } from '../rights/roles.ts'
import type { PlaceTree } from './place-tree.ts'
import { effectiveGrants, type TermOf } from './terms.ts'

/** What the rules of giving and taking offices look at. */
export interface Standing {
  readonly tree: PlaceTree
  readonly termOf: TermOf
  readonly at: Date
}

/**
 * Whether an office can be held at all as it is written: over a place of its kind at which an office is open, for an
 * election that was announced exactly where it is a role of one, and for a time that is not over.
 */
export function checkGrant(grant: Grant, { tree, termOf, at }: Standing): Outcome<void> {
  const { role, scope } = grant
  if (!roles[role].over.includes(scope.kind)) return refuse(identityRefusals['role-misplaced'], { field: '/scope' })
  if (roles[role].isOfElection !== (scope.electionId !== undefined))
    return refuse(identityRefusals['office-election'], { field: '/scope/electionId' })
  const [held] = effectiveGrants([grant], termOf)
  if (held === undefined) return refuse(identityRefusals['election-unknown'], { field: '/scope/electionId' })
  if (!tree.isKnown(scope)) return refuse(identityRefusals['place-unknown'], { field: '/scope/code' })
  const { from = '', until } = held
  if (until !== undefined && (until <= at.toISOString() || until <= from))
    return refuse(identityRefusals['term-over'], { field: '/until' })
  return accept(undefined)
}

/** The offices of a person that include an act and are in force. */
export function officesWith(act: Act, grants: readonly Grant[], at: Date): Grant[] {
  const marked = marks(act)
  return grants.filter((grant) => marked.has(grant.role) && isInForce(grant, at.toISOString()))
}

/**
 * The office by which a person may give another: it includes `accounts.invite`, the place of the other lies within its
 * own, and the other stands strictly below it. Refuses `place-outside`, and `rank-too-high` within the own place.
 */
export function giverOf(
  grants: readonly Grant[],
  given: Grant,
  { tree, at }: Omit<Standing, 'termOf'>,
): Outcome<Grant> {
  return below(officesWith('accounts.invite', grants, at), given, tree)
}

/** The office by which a person may take another back: the same rule; besides, the secretariat manages the secretariat. */
export function takerOf(
  grants: readonly Grant[],
  taken: Grant,
  { tree, at }: Omit<Standing, 'termOf'>,
): Outcome<Grant> {
  const managing = officesWith('accounts.manage', grants, at)
  const peer = managing.find(({ role }) => role === 'secretariat' && taken.role === 'secretariat')
  return peer === undefined ? below(managing, taken, tree) : accept(peer)
}

function below(held: readonly Grant[], other: Grant, tree: PlaceTree): Outcome<Grant> {
  const around = held.filter(({ scope }) => tree.lies(other.scope, scope))
  const higher = around.find(({ role }) => roles[role].rank < roles[other.role].rank)
  if (higher !== undefined) return accept(higher)
  return refuse(identityRefusals[around.length === 0 ? 'place-outside' : 'rank-too-high'])
}
