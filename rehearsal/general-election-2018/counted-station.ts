import type { CountedStation } from '@intikhab/results/sim'
import type { Random } from '../country/random.ts'
import type { StationCount } from './counts.ts'

export const electionId = 'general-election-2018'

/** Close of the poll on 25 July 2018: 18:00 in Karachi. */
const closeOfPoll = Date.parse('2018-07-25T13:00:00Z')

/** Counting takes two to five hours; in minutes. */
const shortestCount = 120
const longestCount = 300

/**
 * What the station writes on its forms. `serials[i]` is the ballot serial of the feed's candidate `i`. A count that
 * cannot be right is marked as being so on paper: nobody may change what was signed, and the platform must say so.
 */
export function countedStation(
  contestId: string,
  { station, votes, validTotal, excluded, polled }: StationCount,
  serials: readonly number[],
  random: Random,
): CountedStation {
  const { male, female } = station
  const sum = votes.reduce((total, each) => total + each, 0)
  const inBallotOrder = votes.map(() => 0)
  for (const [i, each] of votes.entries()) inBallotOrder[(serials[i] ?? 0) - 1] = each
  const cannotBe = validTotal !== sum || polled.male + polled.female > male + female || sum + excluded > male + female
  const minutes = shortestCount + random.below(longestCount - shortestCount)
  const present = 1 + random.below(4)
  return {
    electionId,
    contestId,
    stationNumber: station.number,
    registered: { male, female, total: male + female },
    votes: inBallotOrder,
    validTotal,
    excluded,
    polled,
    madeAt: new Date(closeOfPoll + minutes * 60_000).toISOString(),
    agents: { present, signed: random.unit() < 0.06 ? present - 1 : present },
    ...(cannotBe ? { asOnPaper: true as const } : {}),
  }
}
