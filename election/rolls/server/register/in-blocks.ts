import type { FeedEntry } from './import-voters.ts'
import { inKeyOrder } from './import-digest.ts'

/** A feed in which a block comes again after others: it must be sorted before it can be loaded block by block. */
export class ScatteredFeed extends Error {}

/** The voters of a feed block by block, each block once and in its key order. Throws `ScatteredFeed`. */
export function* inBlocks(voters: Iterable<FeedEntry>): Generator<readonly FeedEntry[]> {
  const seen = new Set<string>()
  let block: FeedEntry[] = []
  for (const voter of voters) {
    if (block[0] !== undefined && block[0].entry.block !== voter.entry.block) {
      yield block.sort(inKeyOrder)
      block = []
    }
    if (block.length === 0) {
      if (seen.has(voter.entry.block)) throw new ScatteredFeed()
      seen.add(voter.entry.block)
    }
    block.push(voter)
  }
  if (block.length > 0) yield block.sort(inKeyOrder)
}

/** The same of a feed in any order, which is held in memory for it. */
export function sorted(voters: Iterable<FeedEntry>): readonly FeedEntry[] {
  let line = 0
  // A voter keeps the line on which problems name it.
  const numbered = Array.from(voters, (voter) => Object.assign(voter, { line: (line = voter.line ?? line + 1) }))
  return numbered.sort((a, b) => (a.entry.block === b.entry.block ? 0 : a.entry.block < b.entry.block ? -1 : 1))
}
