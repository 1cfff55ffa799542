import { nodeHash, rootOf, splitPoint } from './tree-hash.ts'
import { tileWidth } from './tile.ts'
import { consistencyRanges, inclusionRanges, type Range } from './ranges.ts'

/** Gives the first `width` hashes, or more, of a tile. Throws if the log has lost it. */
export type ReadHashes = (level: number, index: number, width: number) => Promise<readonly Buffer[]>

/** Hash of the complete subtree of `width` = 2ⁿ entries that begins at `from`, out of one tile. */
async function subtree(read: ReadHashes, from: number, width: number): Promise<Buffer> {
  let level = 0
  let start = from
  let count = width
  for (; count > tileWidth; level++) {
    start /= tileWidth
    count /= tileWidth
  }
  const at = start % tileWidth
  const hashes = await read(level, Math.floor(start / tileWidth), at + count)
  return rootOf(hashes, at, at + count)
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
  return size === 0 ? rootOf([]).toString('hex') : (await rangeHash(read, { from: 0, to: size })).toString('hex')
}
