/** Numbers that are missing between 1 and the highest of a list. */
export interface Gaps {
  readonly missing: number
  readonly last: number
  /** As people write them: `1–3, 7, 20–21`. */
  readonly ranges: string
}

/** Finds the gaps in a list of numbers from 1; undefined where there is none. What is missing at the end cannot be seen. */
export function findGaps(numbers: Iterable<number>): Gaps | undefined {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const ranges: string[] = []
  let missing = 0
  let before = 0
  for (const number of sorted) {
    const [from, to] = [before + 1, number - 1]
    if (from <= to) {
      missing += to - from + 1
      ranges.push(from === to ? String(from) : `${from}–${to}`)
    }
    before = number
  }
  return missing === 0 ? undefined : { missing, last: before, ranges: ranges.join(', ') }
}
