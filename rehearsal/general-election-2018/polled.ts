import type { Random } from '../country/random.ts'
import { allot } from './allotment.ts'
import type { SourceSeat } from './source.ts'
import type { PlannedStation } from './stations.ts'

/** Share of a station's ballots by which its struck-off voters may differ from them before more stations must differ. */
const smallDifference = 0.03

/**
 * Voters struck off in each station, together the feed's votes polled.
 *
 * As many as ballots in the box, and the seat's difference (ballots issued against ballots counted, median 173) on a
 * few stations drawn at random. Where it is too large for small differences every station differs in proportion, as far
 * as its box or its roll allows. Where the feed has more polled than the seat has voters, that is one figure written
 * wrongly, and it stays so: one station's form carries all of the excess.
 */
export function struckOff(
  seat: Pick<SourceSeat, 'polled' | 'registered'>,
  stations: readonly Pick<PlannedStation, 'male' | 'female'>[],
  ballots: readonly number[],
  random: Random,
): number[] {
  const struck = [...ballots]
  const difference = seat.polled - struck.reduce((sum, n) => sum + n, 0)
  if (seat.polled > seat.registered) {
    const at = random.below(struck.length)
    struck[at] = (struck[at] ?? 0) + difference
    return struck
  }
  const rooms = stations.map(({ male, female }, i) => {
    const box = ballots[i] ?? 0
    return difference < 0 ? box : Math.max(0, male + female - box)
  })
  for (const [i, change] of spread(Math.abs(difference), ballots, rooms, random).entries())
    struck[i] = (struck[i] ?? 0) + Math.sign(difference) * change
  return struck
}

function spread(size: number, ballots: readonly number[], rooms: readonly number[], random: Random): number[] {
  const changes = rooms.map(() => 0)
  let left = size
  for (const i of shuffled(rooms.length, random)) {
    const change = Math.min(left, rooms[i] ?? 0, Math.ceil((ballots[i] ?? 0) * smallDifference))
    changes[i] = change
    left -= change
  }
  return left === 0 ? changes : allot(size, rooms, rooms, random)
}

function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const other = order[j] ?? 0
    order[j] = order[i] ?? 0
    order[i] = other
  }
  return order
}
