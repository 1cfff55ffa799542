import { createContext, useContext } from 'react'
import type { Grant } from '../identity/rights/person.ts'

/** Who is signed in, as `/api/identity/me` tells it. */
export interface SignedIn {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly Grant[]
  /** What this person may do somewhere. */
  readonly acts: readonly string[]
  /** Invited, and yet to choose a way to sign in. */
  readonly mustEnrol: boolean
}

export const SessionContext = createContext<SignedIn | undefined>(undefined)

/** The person at this console, and whether an act is theirs somewhere; the server asks again, with the place. */
export function useSession(): SignedIn & { may(act: string): boolean } {
  const person = useContext(SessionContext)
  if (person === undefined) throw new Error('a staff screen was opened without a session')
  return { ...person, may: (act) => person.acts.includes(act) }
}

/** Whether the person holds the seat itself: the acts of a returning officer are done in one seat. */
export function holdsSeat(person: SignedIn, contestId: string): boolean {
  return person.grants.some(
    ({ role, scope }) =>
      role === 'returning-officer' &&
      (scope.kind === 'national' || (scope.kind === 'constituency' && scope.code === contestId)),
  )
}
