import { marginOf, sumOfVotes, type Source, type SourceSeat } from './source.ts'

/**
 * What the platform should find in the feed by itself, as read here by another road. The rehearsal compares the two;
 * it reports the platform's findings, never these.
 */
export interface Expectation {
  /** Seats in which the candidates' sum is not the stated valid votes; `difference` = sum − stated. */
  readonly sourceDisagreements: readonly { readonly contest: string; readonly difference: number }[]
  /** Seats with more polled than registered. */
  readonly impossible: readonly { readonly contest: string; readonly field: 'polled' }[]
  /** Seats without a count. */
  readonly uncounted: readonly string[]
  /** Seats in which the rejected votes are more than the margin. */
  readonly rejectedAboveMargin: readonly string[]
}

/** Reads the expectation off the feed; contests in the feed's order. */
export function expectFrom({ contested, uncounted }: Source): Expectation {
  const those = (test: (seat: SourceSeat) => boolean) => contested.filter(test).map(({ code }) => code)
  return {
    sourceDisagreements: contested
      .map((seat) => ({ contest: seat.code, difference: sumOfVotes(seat) - seat.statedValid }))
      .filter(({ difference }) => difference !== 0),
    impossible: those((seat) => seat.polled > seat.registered).map((contest) => ({ contest, field: 'polled' })),
    uncounted: uncounted.map(({ code }) => code),
    rejectedAboveMargin: those((seat) => seat.rejected > marginOf(seat)),
  }
}

/** Oddities of the feed that break no rule; for the record, not for the comparison. */
export interface Oddities {
  /** Everybody registered polled, to the last voter. */
  readonly everybodyPolled: readonly string[]
  /** More valid votes than votes polled. */
  readonly validAbovePolled: readonly string[]
  /** Seats by how valid + rejected compares with polled. */
  readonly ballotsAgainstPolled: { readonly above: number; readonly equal: number; readonly below: number }
  /** Seats in which the rejected votes equal the margin: where `≥` would differ from `>`. */
  readonly rejectedEqualMargin: readonly string[]
  /** Candidates of the same name in one seat, letters' case aside. */
  readonly sameName: readonly { readonly contest: string; readonly name: string }[]
  readonly ties: readonly string[]
  readonly candidatesWithoutVote: number
}

/** Looks for the feed's oddities. */
export function findOddities({ contested }: Source): Oddities {
  const those = (test: (seat: SourceSeat) => boolean) => contested.filter(test).map(({ code }) => code)
  const excess = contested.map((seat) => sumOfVotes(seat) + seat.rejected - seat.polled)
  return {
    everybodyPolled: those((seat) => seat.polled === seat.registered),
    validAbovePolled: those((seat) => sumOfVotes(seat) > seat.polled),
    ballotsAgainstPolled: {
      above: excess.filter((votes) => votes > 0).length,
      equal: excess.filter((votes) => votes === 0).length,
      below: excess.filter((votes) => votes < 0).length,
    },
    rejectedEqualMargin: those((seat) => seat.rejected === marginOf(seat)),
    sameName: contested.flatMap((seat) => {
      const names = seat.candidates.map(({ name }) => name.trim().toLowerCase())
      const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i))
      return [...twice].map((name) => ({ contest: seat.code, name }))
    }),
    ties: those((seat) => seat.candidates.length > 1 && marginOf(seat) === 0),
    candidatesWithoutVote: contested.flatMap(({ candidates }) => candidates).filter(({ votes }) => votes === 0).length,
  }
}
