/** When something was seen to hold so many forms. */
export interface Sighting {
  /** Milliseconds of the machine's clock. */
  readonly at: number
  readonly forms: number
}

/**
 * How long each acknowledged form took to be seen in an edition, in milliseconds, in the order of the receipts. The
 * ledger gives forms their places in the order in which they are acknowledged, so the n-th receipt is seen with the
 * first edition of `before` + n forms. Forms never seen are left out.
 */
export function waitsToBeSeen(
  receiptsAt: readonly number[],
  sightings: readonly Sighting[],
  before: number,
): Float64Array<ArrayBuffer> {
  const inOrder = receiptsAt.toSorted((a, b) => a - b)
  const waits: number[] = []
  let next = 0
  for (const [i, at] of inOrder.entries()) {
    while (next < sightings.length && (sightings[next]?.forms ?? 0) < before + i + 1) next++
    const seen = sightings[next]
    if (seen === undefined) break
    waits.push(Math.max(0, seen.at - at))
  }
  return Float64Array.from(waits)
}

/**
 * The fewest receipts in any whole window of `seconds`, a second: what was sustained. The rate over all of it where it
 * lasted less than a window.
 */
export function sustainedRate(receiptsAt: readonly number[], seconds: number): number {
  const inOrder = receiptsAt.toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [inOrder[0], inOrder.at(-1)]
  const width = seconds * 1000
  if (last - first < width) return inOrder.length / Math.max(0.001, (last - first) / 1000)
  let fewest = Infinity
  let [from, to] = [0, 0]
  for (let start = first; start + width <= last; start += 100) {
    while ((inOrder[from] ?? Infinity) < start) from++
    while ((inOrder[to] ?? Infinity) < start + width) to++
    fewest = Math.min(fewest, to - from)
  }
  return fewest / seconds
}
