import { addUp, type Sums } from './block-counts.ts'

/**
 * Blocks so small that their own count would tell of a few people are counted with the next ones. `rows` are the blocks
 * of one overlap in the order of their codes; as a whole they are safe. Gives the place of the first block of each one's
 * group: its own where it is counted by itself.
 */
export function groupBlocks(rows: readonly Sums[], isSafe: (sums: Sums) => boolean): number[] {
  const groups: { members: number[]; sums: Sums }[] = []
  let open: { members: number[]; sums: Sums } | undefined
  for (const [i, row] of rows.entries()) {
    // A block that counts nobody adds nothing to one that counts a few.
    if ((open === undefined && isSafe(row)) || row.every((count) => count === 0)) {
      groups.push({ members: [i], sums: row })
      continue
    }
    open =
      open === undefined
        ? { members: [i], sums: row }
        : { members: [...open.members, i], sums: addUp([open.sums, row]) }
    if (!isSafe(open.sums)) continue
    groups.push(open)
    open = undefined
  }
  // What is left over at the end goes to the groups before it.
  while (open !== undefined) {
    const before = isSafe(open.sums) ? undefined : groups.pop()
    if (before === undefined) {
      if (!isSafe(open.sums)) throw new RangeError('these blocks are too few people even together')
      groups.push(open)
      break
    }
    open = { members: [...before.members, ...open.members], sums: addUp([before.sums, open.sums]) }
  }
  const first = rows.map((_, i) => i)
  for (const { members } of groups) {
    const lowest = Math.min(...members)
    for (const i of members) first[i] = lowest
  }
  return first
}
