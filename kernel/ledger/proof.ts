import { emptyRoot, nodeHash, splitPoint } from './tree-hash.ts'
import { tileWidth } from './tile.ts'
import { consistencyRanges, inclusionRanges, type Range } from './ranges.ts'

/** Gives the first `width` hashes, or more, of a tile. Throws if the log has lost it. */
export type ReadHashes = (level: number, index: number, width: number) => Promise<readonly Buffer[]>

// A full tile's inner nodes are asked for again and again: they are hashed once for as long as the tile is in memory.
const pyramids = new WeakMap<readonly Buffer[], (readonly Buffer[])[]>()

/** The rows of inner nodes above a row of hashes, complete subtrees only: row n has subtrees of 2ⁿ hashes. */
function pyramidOf(hashes: readonly Buffer[]): (readonly Buffer[])[] {
  const known = pyramids.get(hashes)
  if (known !== undefined) return known
  const rows: (readonly Buffer[])[] = [hashes]
  for (let row = hashes; row.length > 1; rows.push(row)) {
    const below = row
    row = Array.from({ length: Math.floor(below.length / 2) }, (_, i) =>
      nodeHash(below[2 * i] as Buffer, below[2 * i + 1] as Buffer),
    )
  }
  pyramids.set(hashes, rows)
  return rows
}

/** Hash of the complete subtree of `width` = 2ⁿ entries that begins at `from`, out of one tile. */
async function subtree(read: ReadHashes, from: number, width: number): Promise<Buffer> {
  let level = 0
  let start = from
  let count = width
  // A subtree as wide as a whole tile is one hash of the level above.
  for (; count >= tileWidth; level++) {
    start /= tileWidth
    count /= tileWidth
  }
  const at = start % tileWidth
  const rows = pyramidOf(await read(level, Math.floor(start / tileWidth), at + count))
  const found = rows[Math.log2(count)]?.[at / count]
  if (found === undefined) throw new RangeError(`no complete subtree of ${width} at entry ${from}`)
  return found
}

async function rangeHash(read: ReadHashes, { from, to }: Range): Promise<Buffer> {
  const width = to - from
  if (Number.isInteger(Math.log2(width))) return subtree(read, from, width)
  const k = splitPoint(width)
  return nodeHash(await subtree(read, from, k), await rangeHash(read, { from: from + k, to }))
}

async function hashesOf(read: ReadHashes, ranges: readonly Range[]): Promise<string[]> {
  const hashes = await Promise.all(ranges.map((range) => rangeHash(read, range)))
  return hashes.map((hash) => hash.toString('hex'))
}

/** Inclusion proof of `leaf` in the tree of `size` entries: hex hashes from the leaf upwards. */
export function inclusionProof(read: ReadHashes, leaf: number, size: number): Promise<string[]> {
  return hashesOf(read, inclusionRanges(leaf, size))
}

/** Consistency proof between the trees of `first` and `second` entries: hex hashes. */
export function consistencyProof(read: ReadHashes, first: number, second: number): Promise<string[]> {
  return hashesOf(read, consistencyRanges(first, second))
}

/** Root (hex) of the tree of `size` entries, any size up to the log's. */
export async function rootAt(read: ReadHashes, size: number): Promise<string> {
  return size === 0 ? emptyRoot.toString('hex') : (await rangeHash(read, { from: 0, to: size })).toString('hex')
}
