import type { Scope, ScopeKind } from '@intikhab/kernel/identity'
import type { Text } from '@intikhab/kernel/language'
import { clockStatus, getLegalDate, resultClocks, type ClockStatus } from '@intikhab/law'
import type { Deadline } from './edition.ts'
import type { ElectionFacts } from './facts.ts'

/** One seat on the results desk. */
export interface DeskSeat {
  readonly contestId: string
  readonly name: Text
  readonly province: string
  readonly expected: number
  readonly received: number
}

/** What an office sees while results come in: the clocks, and its seats, those that lack most first. */
export interface Desk {
  readonly electionId: string
  readonly now: string
  readonly deadlines: readonly (Deadline & { readonly status: ClockStatus })[]
  readonly expected: number
  readonly received: number
  readonly seats: readonly DeskSeat[]
}

/** The desk of whoever holds `scopes`. `received` tells the Forms-45 that are in for a seat. */
export function deskOf(
  facts: ElectionFacts,
  scopes: readonly Scope[],
  received: (contestId: string) => number,
  now: Date,
): Desk {
  const seats = facts.contests
    .filter((contest) => contest.noCount === null)
    .filter(({ contestId, province, districtCode }) =>
      scopes.some((scope) => {
        if (scope.electionId !== undefined && scope.electionId !== facts.id) return false
        if (scope.kind === 'national') return true
        const place: Partial<Record<ScopeKind, string | null>> = {
          province,
          district: districtCode,
          constituency: contestId,
        }
        return place[scope.kind] === scope.code
      }),
    )
    .map(({ contestId, name, province }): DeskSeat => ({
      contestId,
      name,
      province,
      expected: facts.stations.get(contestId)?.length ?? 0,
      received: received(contestId),
    }))
    .sort((a, b) => b.expected - b.received - (a.expected - a.received))
  const expected = seats.reduce((sum, seat) => sum + seat.expected, 0)
  const counted = seats.reduce((sum, seat) => sum + seat.received, 0)
  const clocks = resultClocks(facts.pack, { pollOn: getLegalDate(facts.pollDate) })
  return {
    electionId: facts.id,
    now: now.toISOString(),
    deadlines: clocks.map((clock) => ({
      code: clock.code,
      dueAt: clock.dueAt?.toISOString() ?? null,
      section: clock.section,
      unconfirmed: clock.unconfirmed,
      status: clockStatus(clock, { now }),
    })),
    expected,
    received: counted,
    seats,
  }
}
