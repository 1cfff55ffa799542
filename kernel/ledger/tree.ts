import { emptyRoot, nodeHash, rootOf } from './tree-hash.ts'
import { tileWidth } from './tile.ts'

/** A tile whose hashes have changed. */
export interface GrownTile {
  readonly level: number
  readonly index: number
  readonly hashes: readonly Buffer[]
}

/**
 * The right edge of a Merkle tree: for each level of tiles, the hashes of its last, unfinished tile. That is all that
 * is needed to add leaves (one node hash each, on average) and to know the root.
 */
export interface Tree {
  readonly size: number
  append(leaf: Buffer): void
  root(): Buffer
  /** The tiles that became full since the last call. */
  takeFull(): GrownTile[]
  /** The unfinished tile of each level that has one. */
  unfinished(): GrownTile[]
}

/** A tree of `size` entries with the given right edge (`edge[level]`: hashes of the unfinished tile). */
export function growTree(size = 0, edge: readonly (readonly Buffer[])[] = []): Tree {
  const levels = edge.map((hashes) => [...hashes])
  let count = size
  let full: GrownTile[] = []

  return {
    get size() {
      return count
    },
    append(leaf) {
      count++
      let carry = leaf
      for (let level = 0; ; level++) {
        const hashes = (levels[level] ??= [])
        hashes.push(carry)
        if (hashes.length < tileWidth) return
        full.push({ level, index: count / tileWidth ** (level + 1) - 1, hashes })
        levels[level] = []
        carry = rootOf(hashes)
      }
    },
    root() {
      let right: Buffer | undefined
      for (const hashes of levels) {
        // Complete subtrees inside the unfinished tile, from the smallest (rightmost) to the largest.
        let end = hashes.length
        for (let width = 1; width <= end; width *= 2) {
          if ((end & width) === 0) continue
          const subtree = rootOf(hashes, end - width, end)
          right = right === undefined ? subtree : nodeHash(subtree, right)
          end -= width
        }
      }
      return right ?? emptyRoot
    },
    takeFull() {
      const tiles = full
      full = []
      return tiles
    },
    unfinished: () =>
      levels.flatMap((hashes, level): GrownTile[] =>
        hashes.length === 0
          ? []
          : [{ level, index: Math.floor(count / tileWidth ** (level + 1)), hashes: [...hashes] }],
      ),
  }
}
