/** What may be measured; the names that `--only` takes. */
export const figureNames = [
  'permission',
  'ledger',
  'proof',
  'audit',
  'sign-in',
  'first-page',
  'enquiry',
  'import',
  'intake',
  'publication',
  'result-page',
  'rehearsal',
  'rolls',
  'printed-roll',
  'look-up',
  'quality',
] as const
export type FigureName = (typeof figureNames)[number]

/** `''` for what is counted. */
type Unit = 's' | 'ms' | 'µs' | '/s' | 'MB' | 'GB' | 'B' | '%' | ''

/** One number that was measured, and what it has to reach where anything is asked of it. */
export interface Measure {
  /** What the number is, e.g. `p99`; empty where the figure says it. */
  readonly of: string
  readonly value: number
  readonly unit: Unit
  readonly atLeast?: number
  readonly atMost?: number
}

/** A line of the table. */
export interface Figure {
  readonly name: FigureName
  readonly what: string
  readonly measures: readonly Measure[]
  /** How large the thing was that was measured, and how. */
  readonly sizes: string
  /** Why there is no measure. */
  readonly leftOut?: string
}

/** True where the measure is on the right side of what is asked; a measure of which nothing is asked always is. */
export function reaches({ value, atLeast = -Infinity, atMost = Infinity }: Measure): boolean {
  return value >= atLeast && value <= atMost
}

export function verdictOf({ measures, leftOut }: Figure): 'ok' | 'missed' | 'left out' {
  if (leftOut !== undefined) return 'left out'
  return measures.every(reaches) ? 'ok' : 'missed'
}
