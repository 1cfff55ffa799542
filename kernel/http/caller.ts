import type { Grant, Person } from '../identity/rights/person.ts'
import type { LedgerActor } from '../ledger/act.ts'

/** Who asks: a signed-in person, or nobody known, and from which address. */
export interface Caller {
  /** Null at a route whose act is `public`, even when the browser sends a session. */
  readonly person: Person | null
  /** The person as the ledger names them, with the office by which they were let in; null for the public. */
  readonly actor: LedgerActor | null
  readonly ip: string
}

/** Request headers as Node gives them: lower-case names. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** What `authenticate` may look at. */
export interface Asking {
  readonly headers: Headers
  readonly ip: string
}

/** A person as the ledger names them: account, device, and the office by which they act where there is one. */
export function ledgerActor(person: Person, grant?: Grant): LedgerActor {
  const by = { kind: 'account', id: person.accountId, device: person.session.device } as const
  if (grant === undefined) return by
  const { role, scope } = grant
  return { ...by, role, office: scope.kind === 'national' ? 'national' : `${scope.kind}/${scope.code}` }
}

/** The actor of a request that only signed-in staff can make. Throws where a public route asks: that is a bug. */
export function actorOf(caller: Caller): LedgerActor {
  if (caller.actor === null) throw new Error('a public route has no actor')
  return caller.actor
}
