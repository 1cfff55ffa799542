import { acts, marks, type Mark } from './acts.ts'
import type { Grant, Person, Scope, Where } from './person.ts'

/** Whether an office reaches a place: over the country, or over this very place; and in its own election only. */
export function covers(held: Scope, place: Scope): boolean {
  if (held.electionId !== undefined && held.electionId !== place.electionId) return false
  if (held.kind === 'national') return true
  return place.kind === held.kind && place.code === held.code
}

/** Whether an office is held at an instant (ISO 8601 in UTC, as `Date.toISOString` writes it). */
export function isInForce({ from, until }: Pick<Grant, 'from' | 'until'>, at: string): boolean {
  return (from === undefined || from <= at) && (until === undefined || at < until)
}

const doing: ReadonlySet<Mark> = new Set<Mark>(['x', 'p', 'b'])
const approving: ReadonlySet<Mark> = new Set<Mark>(['a', 'b'])

/** The first office of a person that has one of these marks for an act, in that place, at that instant. */
function findWith(
  among: ReadonlySet<Mark>,
  person: Pick<Person, 'grants'>,
  act: string,
  where: Where,
  at: Date,
): Grant | undefined {
  const marked = marks(act)
  const places =
    where === 'anywhere' ? undefined : Array.isArray(where) ? (where as readonly Scope[]) : [where as Scope]
  const instant = at.toISOString()
  return person.grants.find((grant) => {
    const mark = marked.get(grant.role)
    if (mark === undefined || !among.has(mark) || !isInForce(grant, instant)) return false
    return places === undefined || places.some((place) => covers(grant.scope, place))
  })
}

/**
 * The office by which a person may do an act in a place at an instant, or propose it where it takes two; undefined
 * where they may not. Without a place the act must be held nationally. A list is the same place from narrow to wide:
 * `[{constituency NA-21}, {province khyber-pakhtunkhwa}]`; any of them suffices.
 */
export function findGrant(
  person: Pick<Person, 'grants'>,
  act: string,
  where: Where = { kind: 'national' },
  at: Date,
): Grant | undefined {
  return findWith(doing, person, act, where, at)
}

/** The office by which a person may approve an act that another has proposed; undefined where they may not. */
export function findApprovingGrant(
  person: Pick<Person, 'grants'>,
  act: string,
  where: Where = { kind: 'national' },
  at: Date,
): Grant | undefined {
  return findWith(approving, person, act, where, at)
}

/** The acts that a person may do somewhere: what a console offers. */
export function actsOf(person: Pick<Person, 'grants'>, at: Date): string[] {
  return [...acts].filter((act) => findGrant(person, act, 'anywhere', at) !== undefined)
}
