import { addUp, countColumns, genderCounts, type BlockCounts } from './block-counts.ts'
import { groupBlocks } from './block-groups.ts'
import { isPublishable } from './breakdowns.ts'
import type { Together } from './counted-together.ts'
import type { Cut } from './cut-country.ts'

/** Voters of a block, or of the few blocks that are counted together with it. */
export interface BlockLine {
  readonly block: string
  /** The block under which its voters are counted: itself for most. */
  readonly countedWith: string
  /** Voters, women, men and others; null where they stand under another block. */
  readonly counts: readonly number[] | null
}

/** Every overlap of the breakdown by gender published as far as its blocks can be told apart. */
export function blockLines(count: BlockCounts, { overlaps, overlapOf }: Cut, together: Together): BlockLine[] {
  const rows = count.blocks.map((_, i) => genderCounts(count.counts.subarray(i * countColumns, (i + 1) * countColumns)))
  const keys = overlaps.map(({ places }) => places.map((place, level) => together[level]?.[place]).join())
  const groups = Map.groupBy(overlapOf.keys(), (block) => keys[overlapOf[block] ?? -1])
  const firstOf = new Int32Array(rows.length)
  for (const members of groups.values()) {
    const firsts = groupBlocks(
      members.map((i) => rows[i] ?? []),
      (counts) => counts.every(isPublishable),
    )
    for (const [i, first] of firsts.entries()) firstOf[members[i] ?? 0] = members[first] ?? 0
  }
  const sums = rows.map((row) => [...row])
  for (const [i, first] of firstOf.entries()) if (first !== i) sums[first] = addUp([sums[first] ?? [], rows[i] ?? []])
  return count.blocks.map((block, i) => {
    const first = firstOf[i] ?? i
    return { block, countedWith: count.blocks[first] ?? block, counts: first === i ? (sums[i] ?? null) : null }
  })
}
