import { expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { scaledFaults, usualFaults } from '../stations/faults.ts'
import { inventedElection } from './choose-seats.ts'
import { inventSeats } from './invented-seats.ts'
import { rehearse } from './rehearse.ts'
import type { SourceSeat } from './source.ts'

const [one, other] = inventSeats(2, 30_000, seeded('short night')) as [SourceSeat, SourceSeat]
const seats: SourceSeat[] = [
  { ...one, statedValid: one.statedValid - 63 },
  { ...other, polled: other.registered * 6 },
]

test(
  'two seats that contradict themselves, played with faults through a server of their own',
  { timeout: 300_000 },
  async () => {
    const compared: string[] = []
    const rehearsed = await rehearse(inventedElection(seats, 'short night'), {
      faults: scaledFaults(usualFaults, 20),
      accounts: true,
      threads: 1,
      atOnce: 16,
      onProgress: () => undefined,
      onSeat: ({ seat, differences }) => compared.push(`${seat.code} ${differences.length}`),
    })
    const { report } = rehearsed
    expect(compared).toEqual(['NA-1 0', 'NA-2 0'])
    expect(report).toMatchObject({
      contestsCompared: 2,
      contestsEqual: 2,
      contestsDifferent: [],
      sourceDisagreements: [{ contest: 'NA-1', difference: 63 }],
      impossible: [{ contest: 'NA-2', field: 'polled' }],
      lost: 0,
    })
    expect(rehearsed).toMatchObject({ verified: true, partings: [], missing: [], unexpected: [] })
    expect(rehearsed.confirmed.map((station) => station.split('/')[0])).toEqual(['NA-1', 'NA-2'])
    expect(Object.keys(report.refusedByCode).toSorted()).toEqual([
      'results.form-46-in-place-of-45',
      'results.made-in-future',
      'results.sum-of-candidates',
      'results.wrong-signature',
    ])
    expect(report.duplicatesAbsorbed).toBeGreaterThan(0)
    expect(report.formsAccepted % 2).toBe(0)
  },
)
