import { expect, test } from 'vitest'
import { partings, readFindings } from './platform-findings.ts'

type Seats = Parameters<typeof readFindings>[0]['seats']

const line = (contestId: string, change: Partial<Seats[number]> = {}): Seats[number] => ({
  contestId,
  name: { en: contestId, ur: contestId },
  assembly: 'NA',
  province: 'punjab',
  state: 'declared',
  noCount: null,
  stations: { expected: 1, received: 1 },
  registered: 100,
  valid: 50,
  excluded: 1,
  polled: 51,
  leader: null,
  runnerUp: null,
  margin: 2,
  tied: false,
  excludedAboveMargin: false,
  findings: [],
  blocking: 0,
  warnings: 0,
  lastArrivedAt: null,
  ...change,
})
const warning = (code: string, figures: Record<string, number>) => ({ code, level: 'warn' as const, figures })

const summary = {
  seats: [
    line('NA-60', { state: 'no-count', noCount: 'postponed' }),
    line('NA-252', { findings: [warning('sum-of-candidates', { sum: 84_605, stated: 84_542 })] }),
    line('PP-123', {
      findings: [warning('sum-of-candidates', { sum: 128_167, stated: 128_404 })],
      excludedAboveMargin: true,
    }),
    line('PP-188', { findings: [warning('polled-above-registered', { polled: 1_171_249, registered: 193_193 })] }),
  ],
}

test('findings carry the size and the sign that the platform published', () => {
  expect(readFindings(summary)).toEqual({
    sourceDisagreements: [
      { contest: 'NA-252', difference: 63 },
      { contest: 'PP-123', difference: -237 },
    ],
    impossible: [{ contest: 'PP-188', field: 'polled' }],
    uncounted: ['NA-60'],
    rejectedAboveMargin: ['PP-123'],
  })
})

test('partings name what either side misses, the order of the seats aside', () => {
  const found = readFindings(summary)
  expect(partings(found, { ...found, uncounted: found.uncounted.toReversed() })).toEqual([])
  const [first, ...rest] = found.sourceDisagreements
  expect(partings({ ...found, sourceDisagreements: rest, rejectedAboveMargin: ['PP-1', 'PP-123'] }, found)).toEqual([
    `not found by the platform: ${first?.contest}: candidates' sum less stated valid votes is 63`,
    'found by the platform alone: PP-1: rejected votes above the margin',
  ])
})
