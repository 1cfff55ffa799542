import type { ObjectionGround } from '../claims/claim-content.ts'
import type { SuspicionKind } from './suspicion.ts'

/**
 * What an officer makes of a suspicion. `no-fault`: there is none, and no later run brings it again. `objected`: an
 * objection is opened about some of the voters, with a hearing like any other; nobody is struck off here. `to-correct`:
 * the entry stands and something of it is to be corrected, by Form-23 or the civil registry.
 */
export const suspicionDecisions = ['no-fault', 'objected', 'to-correct'] as const
export type SuspicionDecision = (typeof suspicionDecisions)[number]

/** The ground of an objection that is opened upon a suspicion. */
export const groundOf: Readonly<Record<SuspicionKind, ObjectionGround>> = {
  'two-cards': 'twice',
  dead: 'dead',
  'crowded-house': 'not-resident',
  'one-age': 'not-resident',
  address: 'not-resident',
  gender: 'twice',
}

/** What somebody who looks may decide; a wrong gender is no ground to object, and a house is not corrected as a whole. */
export function mayDecide(kind: SuspicionKind): readonly SuspicionDecision[] {
  if (kind === 'gender') return ['no-fault', 'to-correct']
  return kind === 'crowded-house' ? ['no-fault', 'objected'] : suspicionDecisions
}
