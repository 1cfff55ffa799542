import type { Person } from '../rights/person.ts'

/** How long a second factor counts as fresh. */
const freshMilliseconds = 10 * 60_000

/** Whether the second factor was shown within the last ten minutes. */
export function isFresh(person: Person, at: Date): boolean {
  return at.getTime() - Date.parse(person.session.secondFactorAt) <= freshMilliseconds
}
