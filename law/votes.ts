/** Votes are whole and never negative. @throws RangeError otherwise, naming the figure. */
export function assertVotes(figures: Readonly<Record<string, number>>): void {
  for (const [name, votes] of Object.entries(figures))
    if (!Number.isSafeInteger(votes) || votes < 0) throw new RangeError(`${name} is not a number of votes: ${votes}`)
}

/** Whether `part` is less than `percent` % of `whole`, compared as a ratio of integers. */
export function isBelowPercent(part: number, percent: number, whole: number): boolean {
  return part * 100 < whole * percent
}
