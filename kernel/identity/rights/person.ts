/** The kinds of place over which an office is held or in which an act is done; an agency is a place of its own. */
export type ScopeKind = 'national' | 'province' | 'region' | 'district' | 'constituency' | 'station' | 'agency'

/**
 * Where an act is done, or over what an office reaches. A station is written `NA-21/17`. `electionId`: in that election
 * only; an office without one reaches every election, an act without one is of no election.
 */
export type Scope =
  | { readonly kind: 'national'; readonly electionId?: string }
  | { readonly kind: Exclude<ScopeKind, 'national'>; readonly code: string; readonly electionId?: string }

/** The offices of the commission and the roles of an election. */
export type Role =
  | 'secretariat'
  | 'provincial-officer'
  | 'regional-officer'
  | 'district-officer'
  | 'district-returning-officer'
  | 'returning-officer'
  | 'assistant-returning-officer'
  | 'presiding-officer'
  | 'data-entry'
  | 'supervisor'
  | 'observer'
  | 'agency'
  | 'tribunal'
  | 'auditor'
  | 'revising-authority'
  | 'assistant-registration-officer'

/** An office held over a place, for a time. */
export interface Grant {
  readonly role: Role
  readonly scope: Scope
  /** ISO 8601 in UTC: in force from this instant, and until just before that one; open where nothing is said. */
  readonly from?: string
  readonly until?: string
}

/** How somebody is signed in at this moment. */
export interface SessionFacts {
  /** Names the session to its owner and to supervisors; it opens nothing. */
  readonly id: string
  /** The device at which it was begun: the key id of an enrolled one, else the mark of the browser (`browser-…`). */
  readonly device: string
  /** ISO 8601 in UTC: when a second factor was last shown. */
  readonly secondFactorAt: string
  /** Begun by an invitation: the person has yet to choose a way to sign in, and holds no office until then. */
  readonly mustEnrol?: true
}

/** A signed-in member of staff. */
export interface Person {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly session: SessionFacts
}

/**
 * The place in which an act is done, for the permission check.
 * One scope, or the same place from narrow to wide (seat, district, province): a grant over any of them suffices.
 * `anywhere`: the person must hold the act over some place, and the handler itself narrows to `caller.person.grants`.
 */
export type Where = Scope | readonly Scope[] | 'anywhere'
