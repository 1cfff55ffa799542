import type { Text } from '@intikhab/kernel/language'
import type { Person, Role, Scope, Where } from './person.ts'

/** The offices, as people see them named. */
export const roleNames: Readonly<Record<Role, Text>> = {
  secretariat: { en: 'Election Commission Secretariat', ur: 'الیکشن کمیشن سیکریٹریٹ' },
  'provincial-officer': { en: 'Provincial Election Commissioner', ur: 'صوبائی الیکشن کمشنر' },
  'district-officer': { en: 'District Election Commissioner', ur: 'ضلعی الیکشن کمشنر' },
  'returning-officer': { en: 'Returning Officer', ur: 'ریٹرننگ افسر' },
  'data-entry': { en: 'Data Entry Operator', ur: 'ڈیٹا انٹری آپریٹر' },
  auditor: { en: 'Auditor', ur: 'آڈیٹر' },
}

/** The columns of the table below. */
const columns: readonly Role[] = [
  'secretariat',
  'provincial-officer',
  'district-officer',
  'returning-officer',
  'data-entry',
  'auditor',
]

/**
 * Which office may do which act, always within the place over which the office is held. A new act is one new line.
 * A returning officer writes the results of the own seat and nobody above does; the secretariat publishes and cannot
 * edit what it publishes; a data-entry operator keys and cannot approve; an auditor reads everything and writes nothing.
 */
// prettier-ignore
const table = {
  //                               secretariat
  //                               | provincial
  //                               | | district
  //                               | | | returning officer
  //                               | | | | data entry
  //                               | | | | | auditor
  'accounts.manage':              'x . . . . .',
  'accounts.read':                'x . . . . x',
  'devices.enrol':                'x . . . . .',
  'devices.revoke':               'x x x x . .',
  'devices.read':                 'x x x x . x',
  'programme.read':               'x x x x x x',
  'programme.change':             'x . . . . .',
  'import.run':                   'x . . . . .',
  'import.read':                  'x x x x . x',
  'delimitation.read':            'x x x x x x',
  'delimitation.change':          'x . . . . .',
  'rolls.read':                   'x x x x . x',
  'rolls.change':                 '. . x . . .',
  'rolls.freeze':                 'x . . . . .',
  'polling-scheme.read':          'x x x x x x',
  'polling-scheme.change':        '. . . x . .',
  'polling-scheme.finalise':      'x . x . . .',
  'nominations.read':             'x x x x . x',
  'nominations.change':           '. . . x . .',
  'results.read-desk':            'x x x x x x',
  'results.enter':                '. . . x x .',
  'results.correct':              '. . . x . .',
  'results.accept-late':          '. . . x . .',
  'results.postal':               '. . . x . .',
  'results.recount':              'x . . x . .',
  'results.consolidate':          '. . . x . .',
  'publish.edition':              'x . . . . .',
  'ledger.read':                  'x x x x x x',
  'evidence.read':                'x x x x . x',
  'rehearsal.run':                'x . . . . .',
} as const

/** An act of the table. */
export type Act = keyof typeof table

const holders = new Map<string, ReadonlySet<Role>>(
  Object.entries(table).map(([act, marks]) => [act, new Set(columns.filter((_, i) => marks[i * 2] === 'x'))]),
)

/** Every act that exists; a route may name no other. */
export const acts: ReadonlySet<string> = new Set(holders.keys())

/** The offices that include an act; empty for an act that does not exist. */
export function rolesFor(act: string): readonly Role[] {
  return [...(holders.get(act) ?? [])]
}

function covers(held: Scope, place: Scope): boolean {
  if (held.kind === 'national') return true
  return place.kind === held.kind && place.code === held.code
}

/**
 * Whether a person may do an act in a place. Without a place the act must be held nationally. A list is the same place
 * from narrow to wide: `[{constituency NA-21}, {province khyber-pakhtunkhwa}]`; any of them suffices.
 */
export function may(person: Person, act: string, where: Where = { kind: 'national' }): boolean {
  const roles = holders.get(act)
  if (roles === undefined) return false
  const places =
    where === 'anywhere' ? undefined : Array.isArray(where) ? (where as readonly Scope[]) : [where as Scope]
  return person.grants.some(
    (grant) => roles.has(grant.role) && (places === undefined || places.some((place) => covers(grant.scope, place))),
  )
}

/** The acts that a person may do somewhere: what a console offers. */
export function actsOf(person: Person): string[] {
  return [...acts].filter((act) => may(person, act, 'anywhere'))
}
