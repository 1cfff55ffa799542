import { actorOf, type Caller } from '@intikhab/kernel/http'
import type { Grant, Person, Where } from '../identity/rights/person.ts'
import type { Party } from './proposal.ts'

/** What the room asks of identity. */
export interface ApprovalGate {
  grantFor(person: Person, act: string, where?: Where): Grant | undefined
  approvingGrantFor(person: Person, act: string, where?: Where): Grant | undefined
  wantsFreshFactor(person: Person, act: string): boolean
}

/** Who asks, signed in. Throws where a public route asks: that is a bug. */
export function personOf({ person }: Caller): Person {
  if (person === null) throw new Error('nobody proposes or decides without signing in')
  return person
}

/** The account with the office by which it proposes or decides. */
export function partyOf(caller: Caller, { role, scope }: Grant): Party {
  const office = scope.kind === 'national' ? 'national' : `${scope.kind}/${scope.code}`
  return { actor: { ...actorOf(caller), role, office }, name: personOf(caller).name }
}
