import { emptyRoot, nodeHash } from '../tree-hash.ts'

/** A node that a tree of tiles keeps: hash number `index` of tile level `level`. */
export interface KeptNode {
  readonly level: number
  readonly index: number
  readonly hash: Buffer
}

/** A Merkle tree that is grown only to know its root: the complete subtrees at its right edge, and nothing else. */
export interface Frontier {
  readonly size: number
  /** Adds a leaf; calls `kept` for every node that a tile above level 0 holds. */
  add(leaf: Buffer): void
  /** Root in hex. */
  root(): string
}

/** A subtree of 256 entries or hashes is one hash of the level above. */
const heightOfTile = 8

/** An empty tree. */
export function growFrontier(kept: (node: KeptNode) => void): Frontier {
  // edge[h] is the subtree of 2^h leaves where the size has that bit.
  const edge: Buffer[] = []
  let size = 0
  return {
    get size() {
      return size
    },
    add(leaf) {
      let hash = leaf
      let height = 0
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
        hash = nodeHash(edge[height] as Buffer, hash)
        height++
        if (height % heightOfTile === 0)
          kept({ level: height / heightOfTile, index: (size + 1) / 2 ** height - 1, hash })
      }
      edge[height] = hash
      size++
    },
    root() {
      let root: Buffer | undefined
      for (let rest = size, height = 0; rest > 0; rest = Math.floor(rest / 2), height++) {
        if (rest % 2 === 0) continue
        const subtree = edge[height] as Buffer
        root = root === undefined ? subtree : nodeHash(subtree, root)
      }
      return (root ?? emptyRoot).toString('hex')
    },
  }
}
