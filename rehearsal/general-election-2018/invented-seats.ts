import type { Random } from '../country/random.ts'
import { allot } from './allotment.ts'
import type { SourceSeat } from './source.ts'

/** Invented seats of ordinary size, with candidates who are only numbers: where the real feed is not at hand. */
export function inventSeats(count: number, votersEach: number, random: Random): SourceSeat[] {
  return Array.from({ length: count }, (_, i): SourceSeat => {
    const registered = Math.round(votersEach * (0.9 + 0.2 * random.unit()))
    const polled = Math.round(registered * (0.45 + 0.1 * random.unit()))
    const rejected = Math.round(polled * 0.03)
    const weights = Array.from({ length: 8 + random.below(6) }, (_, rank) => Math.exp(-0.5 * rank))
    const votes = allot(
      polled - rejected,
      weights,
      weights.map(() => polled),
      random,
    )
    return {
      code: `NA-${i + 1}`,
      assembly: 'NA',
      name: `Invented seat ${i + 1}`,
      province: 'Punjab',
      registered,
      polled,
      statedValid: polled - rejected,
      rejected,
      candidates: votes.map((each, j) => ({ name: `Candidate ${j + 1}`, party: 'Independent', votes: each })),
    }
  })
}
