import type { Grant, Role, Scope } from '@intikhab/kernel/identity'
import type { Text } from '@intikhab/kernel/language'
import type { ListedOffice } from './people-data.ts'

/** What the form of an invitation offers. The server judges again: nothing here keeps anybody out. */

interface Facts {
  readonly over: readonly Scope['kind'][]
  readonly isOfElection: boolean
  readonly rank: number
}

/** The table of roles, and who may invite: handed in, so that this runs anywhere. */
export interface Rules {
  readonly roles: Readonly<Record<Role, Facts>>
  /** The roles that include `accounts.invite`. */
  readonly inviting: ReadonlySet<Role>
}

/** A role that may be given, and whether that takes a second person. */
export interface RoleChoice {
  readonly role: Role
  readonly byTwo: boolean
}

/** A place over which a role can be given. */
export interface PlaceChoice {
  readonly key: string
  /** The name of the office that stands over it. */
  readonly name: Text
  readonly scope: Scope
}

/** The roles below the highest of one's own; those of one's own rank and above where one may propose them. */
export function roleChoices(grants: readonly Grant[], { roles, inviting }: Rules, mayPropose: boolean): RoleChoice[] {
  const own = grants.filter(({ role }) => inviting.has(role)).map(({ role }) => roles[role].rank)
  const rank = Math.min(...own)
  const all = Object.keys(roles) as Role[]
  const below = all.filter((role) => roles[role].rank > rank).map((role) => ({ role, byTwo: false }))
  if (!mayPropose || own.length === 0) return below
  return [...below, ...all.filter((role) => roles[role].rank <= rank).map((role) => ({ role, byTwo: true }))]
}

const placeKey = (scope: Scope) => (scope.kind === 'national' ? 'national' : `${scope.kind}/${scope.code}`)

/** Whether an office stands over this place or below such a one. */
function isWithin(office: ListedOffice, held: Scope, byId: ReadonlyMap<string, ListedOffice>): boolean {
  if (held.electionId !== undefined && office.scope.electionId !== held.electionId) return false
  for (let at: ListedOffice | undefined = office; at !== undefined; at = byId.get(at.parent ?? ''))
    if (placeKey(at.scope) === placeKey(held)) return true
  return held.kind === 'national'
}

/**
 * The places of the tree over which a role can be given by these offices, in an election where the role is of one. A
 * station has no office: its seat is offered, and its number is typed.
 */
export function placeChoices(
  role: Role,
  electionId: string | undefined,
  offices: readonly ListedOffice[],
  grants: readonly Grant[],
  { roles, inviting }: Rules,
): PlaceChoice[] {
  const { over, isOfElection } = roles[role]
  const byId = new Map(offices.map((office) => [office.id, office]))
  const held = grants.filter((grant) => inviting.has(grant.role)).map(({ scope }) => scope)
  const kinds = new Set<Scope['kind']>(over.map((kind) => (kind === 'station' ? 'constituency' : kind)))
  const found = new Map<string, PlaceChoice>()
  for (const office of offices) {
    const { scope, name } = office
    const isOther = scope.electionId !== undefined && scope.electionId !== electionId
    const key = placeKey(scope)
    if (isOther || !kinds.has(scope.kind) || found.has(key) || office.kind === 'tribunal') continue
    // Standing offices lie in every election; a person of one election gives places in that election.
    const seen = isOfElection && electionId !== undefined ? { ...office, scope: { ...scope, electionId } } : office
    if (!held.some((each) => isWithin(seen, each, byId))) continue
    const inElection = isOfElection && electionId !== undefined ? { electionId } : {}
    const place: Scope = scope.kind === 'national' ? { kind: 'national' } : { kind: scope.kind, code: scope.code }
    found.set(key, { key, name, scope: { ...place, ...inElection } })
  }
  return [...found.values()]
}
