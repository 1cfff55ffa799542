import type { ContestResult } from '@intikhab/results'
import { formatList, formatNumber } from '@intikhab/kernel/language'
import type { Difference } from './compare.ts'
import type { RehearsalReport } from './report.ts'
import type { SourceSeat } from './source.ts'

const number = (n: number) => formatNumber('en', n)
const signed = (n: number) => (n > 0 ? `+${number(n)}` : number(n))

/** A seat in one line: what was published, and everything about it that is worth a second look. */
export function seatLine(
  seat: SourceSeat,
  published: Pick<ContestResult, 'leader' | 'margin' | 'totals' | 'findings' | 'counters'>,
  differences: readonly Difference[],
): string {
  const { leader, margin, totals, findings, counters } = published
  const marks = [
    ...differences.map(({ what, source, published: found }) => `DIFFERS in ${what}: ${found} for ${source}`),
    ...(margin !== null && totals.excluded > margin ? ['rejected above margin'] : []),
    ...findings.map(({ code, figures }) => {
      const shown = Object.entries(figures).map(([name, figure]) => `${name} ${number(figure)}`)
      return `${code}: ${shown.join(', ')}`
    }),
  ]
  const cells = [
    differences.length === 0 ? '=' : '≠',
    seat.code.padEnd(7),
    seat.name.slice(0, 24).padEnd(24),
    `${number(counters.received)} stations`.padStart(13),
    `valid ${number(totals.valid)}`.padStart(14),
    `rejected ${number(totals.excluded)}`.padStart(15),
    `${leader?.name.en.slice(0, 28) ?? 'nobody'} ${number(leader?.votes ?? 0)}, margin ${number(margin ?? 0)}`,
  ]
  return [cells.join('  '), ...marks].join(' · ')
}

/** The closing table: two columns, each line within a terminal's width but for lists of seats. */
export function closingTable(report: RehearsalReport, seconds: number): string {
  const { ackMs, refusedByCode, sourceDisagreements, impossible, rejectedAboveMargin } = report
  const national = rejectedAboveMargin.filter((contest) => contest.startsWith('NA-')).length
  const refused = Object.entries(refusedByCode).sort(([, a], [, b]) => b - a)
  const rows: readonly (readonly [string, string])[] = [
    ['Seats compared with the source', number(report.contestsCompared)],
    ['  equal in every figure', number(report.contestsEqual)],
    ['  different', report.contestsDifferent.length === 0 ? '0' : formatList('en', report.contestsDifferent)],
    [
      'Source disagrees with itself',
      listed(sourceDisagreements.map((each) => `${each.contest} ${signed(each.difference)}`)),
    ],
    ['Impossible figures', listed(impossible.map(({ contest, field }) => `${contest} (${field})`))],
    ['Seats without a count', listed(report.uncounted)],
    [
      'Rejected above the margin',
      `${number(national)} National, ${number(rejectedAboveMargin.length - national)} provincial`,
    ],
    ['Forms sent', number(report.formsSent)],
    ['  taken in', number(report.formsAccepted)],
    ['  duplicates absorbed', number(report.duplicatesAbsorbed)],
    ['  refused', number(refused.reduce((sum, [, count]) => sum + count, 0))],
    ...refused.map(([code, count]): [string, string] => [`    ${code}`, number(count)]),
    ['  lost', number(report.lost)],
    ['Forms a second', number(Math.round(report.formsPerSecond))],
    [
      'Acknowledged after (p50 / p95 / p99)',
      `${[ackMs.p50, ackMs.p95, ackMs.p99].map((ms) => ms.toFixed(1)).join(' / ')} ms`,
    ],
    ['Last form to published edition', `${number(Math.round(report.publishLagMs))} ms`],
    ['Server memory, at most', `${number(Math.round(report.serverPeakRssBytes / 1024 ** 2))} MB`],
    ['Whole rehearsal', `${number(Math.round(seconds))} s`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : `${items.length}: ${items.join(', ')}`
}
