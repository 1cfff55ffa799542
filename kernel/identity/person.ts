/** Where an act is done, or over what an office reaches: the country, a province, a district or one seat. */
export type Scope =
  | { readonly kind: 'national' }
  | { readonly kind: 'province'; readonly code: string }
  | { readonly kind: 'district'; readonly code: string }
  | { readonly kind: 'constituency'; readonly code: string }

/** The offices of an election as the rights table knows them. */
export type Role =
  | 'secretariat'
  | 'provincial-officer'
  | 'district-officer'
  | 'returning-officer'
  | 'data-entry'
  | 'auditor'

/** An office held over a place. */
export interface Grant {
  readonly role: Role
  readonly scope: Scope
}

/** A signed-in member of staff. */
export interface Person {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/**
 * The place in which an act is done, for the permission check.
 * One scope, or the same place from narrow to wide (seat, district, province): a grant over any of them suffices.
 * `anywhere`: the person must hold the act over some place, and the handler itself narrows to `caller.person.grants`.
 */
export type Where = Scope | readonly Scope[] | 'anywhere'
