import type { ResultsSummary } from '@intikhab/results'

/** What the platform's own checks found, read off its published summary. */
export interface PlatformFindings {
  /** Seats whose candidates' sum is not the stated valid votes; `difference` = sum − stated. */
  readonly sourceDisagreements: readonly { readonly contest: string; readonly difference: number }[]
  /** Seats with a figure that cannot be, and which. */
  readonly impossible: readonly { readonly contest: string; readonly field: string }[]
  readonly uncounted: readonly string[]
  readonly rejectedAboveMargin: readonly string[]
}

const impossibleFields: Readonly<Record<string, string>> = {
  'polled-above-registered': 'polled',
  'ballots-above-registered': 'ballots',
}

/** Reads the findings off a published `summary.json`, in its order of seats. */
export function readFindings(summary: Pick<ResultsSummary, 'seats'>): PlatformFindings {
  const { seats } = summary
  return {
    sourceDisagreements: seats.flatMap(({ contestId, findings }) =>
      findings
        .filter(({ code }) => code === 'sum-of-candidates')
        .map(({ figures }) => ({ contest: contestId, difference: (figures.sum ?? 0) - (figures.stated ?? 0) })),
    ),
    impossible: seats.flatMap(({ contestId, findings }) =>
      findings.flatMap(({ code }) => {
        const field = impossibleFields[code]
        return field === undefined ? [] : [{ contest: contestId, field }]
      }),
    ),
    uncounted: seats.filter(({ state }) => state === 'no-count').map(({ contestId }) => contestId),
    rejectedAboveMargin: seats.filter((seat) => seat.excludedAboveMargin).map(({ contestId }) => contestId),
  }
}

/** Where the platform's findings and the rehearsal's own reading part: empty where they agree. One line each. */
export function partings(found: PlatformFindings, expected: PlatformFindings): string[] {
  const lines = (findings: PlatformFindings): Set<string> =>
    new Set([
      ...findings.sourceDisagreements.map(
        ({ contest, difference }) => `${contest}: candidates' sum less stated valid votes is ${difference}`,
      ),
      ...findings.impossible.map(({ contest, field }) => `${contest}: ${field} cannot be`),
      ...findings.uncounted.map((contest) => `${contest}: no count`),
      ...findings.rejectedAboveMargin.map((contest) => `${contest}: rejected votes above the margin`),
    ])
  const [platform, reading] = [lines(found), lines(expected)]
  return [
    ...[...reading.difference(platform)].map((line) => `not found by the platform: ${line}`),
    ...[...platform.difference(reading)].map((line) => `found by the platform alone: ${line}`),
  ]
}
