import type { Role, Term, TermOf } from '@intikhab/kernel/identity'
import { addDays, getRulePack, karachiInstant, type LegalDate, type RulePack } from '@intikhab/law'
import type { Programme } from '@intikhab/programme'

/** Who answers for the result of a seat or a district. */
const returning: ReadonlySet<Role> = new Set<Role>([
  'district-returning-officer',
  'returning-officer',
  'assistant-returning-officer',
])

/**
 * How long a role of an election is held after the poll. The Act gives no such number; these follow from what the role
 * is there for, with the days of the election's own rule pack: whoever counts and watches, until the forms must be
 * published (s.95(10)); whoever returns the candidate, until petitions can be filed no more, because recounts and papers
 * are asked of them until then (s.142); a tribunal, until the last petition must be decided (s.148).
 */
function daysAfterPoll(role: Role, { values: { results, petition } }: RulePack): number {
  if (role === 'tribunal') return petition.fileWithinDays.value + petition.decideWithinDays.value
  return (returning.has(role) ? petition.fileWithinDays : results.publishWithinDays).value
}

/** The term of a role: from the first moment of the day of the notification to the end of its last day, in Karachi. */
export function officeTerm(
  role: Role,
  pack: RulePack,
  { notification, poll }: { readonly notification: LegalDate; readonly poll: LegalDate },
): Term {
  const lastDay = addDays(poll, daysAfterPoll(role, pack))
  return { from: karachiInstant(notification, 0).toISOString(), until: karachiInstant(lastDay, 24).toISOString() }
}

/** The terms of every election in memory, as its programme stands. */
export function openOfficeTerms({ store }: Pick<Programme, 'store'>): {
  readonly termOf: TermOf
  /** Reads every programme anew; call it at the start and whenever one changed. */
  refresh(): Promise<void>
} {
  let known = new Map<string, (role: Role) => Term>()
  return {
    termOf: (electionId, role) => known.get(electionId)?.(role),
    async refresh() {
      const read: typeof known = new Map()
      for (const { id, packId } of await store.listElections()) {
        const current = await store.findCurrentVersion(id)
        if (current !== undefined) read.set(id, (role) => officeTerm(role, getRulePack(packId), current.stages))
      }
      known = read
    },
  }
}
