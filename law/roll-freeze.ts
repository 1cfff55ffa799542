import { addDays, karachiInstant } from './legal-date.ts'
import type { LegalDate } from './legal-date.ts'
import type { RulePack } from './rule-pack.ts'

/** What freezes a roll: an Assembly's term that ends, or a constituency called upon to elect at a by-election. */
export type FreezeCause =
  | { readonly kind: 'general'; readonly termEndsOn: LegalDate }
  | { readonly kind: 'by-election'; readonly calledOn: LegalDate }

/** A time in which the Commission opened frozen rolls again, `until` not included. */
export interface Reopening {
  readonly from: Date
  readonly until: Date
}

export interface RollFreeze {
  readonly from: Date
  /** The announcement of the results; null while it is still to come. */
  readonly until: Date | null
  readonly reopenings: readonly Reopening[]
  readonly section: string
  readonly unconfirmed: boolean
}

/**
 * The time in which no roll may be revised or corrected and no vote transferred (s.39).
 *
 * General election: from 30 days before the term is due to expire, whether or not the Assembly is dissolved earlier,
 * until the results. By-election: from the day the constituency is called upon to elect.
 */
export function rollFreeze(
  pack: RulePack,
  cause: FreezeCause,
  events: { readonly resultsAnnouncedAt: Date | null; readonly reopenings?: readonly Reopening[] },
): RollFreeze {
  const days = pack.values.rolls.freezeDaysBeforeTermEnd
  const firstDay = cause.kind === 'general' ? addDays(cause.termEndsOn, -days.value) : cause.calledOn
  return {
    from: karachiInstant(firstDay, 0),
    until: events.resultsAnnouncedAt,
    reopenings: events.reopenings ?? [],
    section: cause.kind === 'general' ? 's.39(1)' : 's.39(2)',
    unconfirmed: days.unconfirmed,
  }
}

/** Whether rolls are frozen at an instant. The first instant of the freeze counts, the announcement does not. */
export function isFrozen(freeze: RollFreeze, at: Date): boolean {
  const begun = at >= freeze.from
  const over = freeze.until !== null && at >= freeze.until
  const reopened = freeze.reopenings.some(({ from, until }) => at >= from && at < until)
  return begun && !over && !reopened
}
