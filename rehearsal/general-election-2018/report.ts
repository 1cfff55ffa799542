import type { Percentiles } from '../figures/latencies.ts'

/** What `--json FILE` writes. Contests by their code, as `NA-21`; times in milliseconds, memory in bytes. */
export interface RehearsalReport {
  /** Contested seats whose published result was compared with the source. */
  readonly contestsCompared: number
  readonly contestsEqual: number
  readonly contestsDifferent: readonly string[]
  /** Candidates' sum less the stated valid votes, as the platform's own check found it. */
  readonly sourceDisagreements: readonly { readonly contest: string; readonly difference: number }[]
  /** Figures that cannot be, as the platform's own check found them. */
  readonly impossible: readonly { readonly contest: string; readonly field: string }[]
  readonly uncounted: readonly string[]
  readonly rejectedAboveMargin: readonly string[]
  /** Times a form was sent, faulty and repeated ones included. */
  readonly formsSent: number
  /** Forms taken in, each once. */
  readonly formsAccepted: number
  readonly duplicatesAbsorbed: number
  readonly refusedByCode: Readonly<Record<string, number>>
  /** Right forms that are not in the published edition at the end. */
  readonly lost: number
  readonly formsPerSecond: number
  readonly ackMs: Percentiles
  /** From the acknowledgement of the last form to the edition that holds every form. */
  readonly publishLagMs: number
  readonly serverPeakRssBytes: number
}
