import { expect, test } from 'vitest'
import { closingTable, seatLine } from './closing-table.ts'
import type { RehearsalReport } from './report.ts'

const report: RehearsalReport = {
  contestsCompared: 840,
  contestsEqual: 839,
  contestsDifferent: ['PP-2'],
  sourceDisagreements: [
    { contest: 'NA-252', difference: 63 },
    { contest: 'PP-123', difference: -237 },
  ],
  impossible: [{ contest: 'PP-188', field: 'polled' }],
  uncounted: ['NA-60', 'NA-103'],
  rejectedAboveMargin: ['NA-21', 'PP-1', 'PB-9'],
  formsSent: 350_123,
  formsAccepted: 333_250,
  duplicatesAbsorbed: 9000,
  refusedByCode: { 'results.sum-of-candidates': 12, 'results.form-46-in-place-of-45': 3000 },
  lost: 0,
  formsPerSecond: 812.4,
  ackMs: { p50: 11.26, p95: 40, p99: 88.04 },
  publishLagMs: 1893.2,
  serverPeakRssBytes: 700 * 1024 ** 2,
}

test('the closing table names each figure, seats with size and sign, refusals by code from the most frequent', () => {
  const lines = closingTable(report, 431.6)
    .split('\n')
    .map((line) => line.trim())
  const value = (name: string) =>
    lines
      .find((line) => line.startsWith(name))
      ?.slice(name.length)
      .trim()
  expect(value('different')).toBe('PP-2')
  expect(value('Source disagrees with itself')).toBe('2: NA-252 +63, PP-123 -237')
  expect(value('Impossible figures')).toBe('1: PP-188 (polled)')
  expect(value('Rejected above the margin')).toBe('1 National, 2 provincial')
  expect(value('refused')).toBe('3,012')
  expect(lines.findIndex((line) => line.includes('form-46'))).toBeLessThan(
    lines.findIndex((line) => line.includes('sum-of')),
  )
  expect(value('Acknowledged after (p50 / p95 / p99)')).toBe('11.3 / 40.0 / 88.0 ms')
  expect(value('Whole rehearsal')).toBe('432 s')
})

test('a seat line shows what differs and what the checks found', () => {
  const seat = { code: 'NA-252', name: 'Karachi West-V' } as Parameters<typeof seatLine>[0]
  const published = {
    leader: { serial: 1, name: { en: 'Candidate One', ur: '' }, partyId: 'p', votes: 21_065 },
    margin: 1000,
    totals: { valid: 84_605, excluded: 2215 },
    findings: [{ code: 'sum-of-candidates', level: 'warn', figures: { sum: 84_605, stated: 84_542 } }],
    counters: { received: 176 },
  } as unknown as Parameters<typeof seatLine>[1]
  const line = seatLine(seat, published, [{ contest: 'NA-252', what: 'valid', source: 1, published: 84_605 }])
  expect(line.startsWith('≠  NA-252')).toBe(true)
  for (const part of [
    'DIFFERS in valid: 84605 for 1',
    'rejected above margin',
    'sum-of-candidates: sum 84,605, stated 84,542',
  ])
    expect(line).toContain(` · ${part}`)
})
