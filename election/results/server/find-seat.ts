import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { ContestFacts, ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'

/** A seat of an open election with all that is known of it before the first form. */
export interface KnownSeat {
  readonly election: ElectionFacts
  readonly contest: ContestFacts
  /** Stations that will send a form. */
  readonly expected: number
}

/** Finds a seat. Refuses `unknown-election` and `unknown-contest`. */
export function findSeat(
  findElection: (electionId: string) => ElectionFacts | undefined,
  { electionId, contestId }: { readonly electionId: string; readonly contestId: string },
): Outcome<KnownSeat> {
  const election = findElection(electionId)
  if (election === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
  const contest = election.contests.find((each) => each.contestId === contestId)
  if (contest === undefined) return refuse(resultsRefusals['unknown-contest'], { field: '/contest' })
  return accept({ election, contest, expected: election.stations.get(contestId)?.length ?? 0 })
}
