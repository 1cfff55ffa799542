import type { Grant, Role } from '../rights/person.ts'

/** The time for which an office is held: ISO 8601 in UTC, from the first instant until just before the second. */
export interface Term {
  readonly from: string
  readonly until: string
}

/** The term of a role in an election, out of its programme; undefined for an election that was never announced. From memory. */
export type TermOf = (electionId: string, role: Role) => Term | undefined

/**
 * The offices with the terms in which they are held: one of an election begins and ends with its programme, also when
 * that moves; dates of its own can only narrow it. One of an election that nobody announced is not held at all.
 */
export function effectiveGrants(grants: readonly Grant[], termOf: TermOf): Grant[] {
  return grants.flatMap((grant) => {
    const { electionId } = grant.scope
    if (electionId === undefined) return [grant]
    const term = termOf(electionId, grant.role)
    if (term === undefined) return []
    const from = grant.from === undefined || grant.from < term.from ? term.from : grant.from
    const until = grant.until === undefined || grant.until > term.until ? term.until : grant.until
    return [{ ...grant, from, until }]
  })
}
