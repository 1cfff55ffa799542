import { hash } from 'node:crypto'

/** Merkle tree hashing of RFC 6962 §2.1 (RFC 9162 §2.1.1) with SHA-256. */

/** Root of a tree without entries. */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer')

const pair = Buffer.alloc(65)
pair[0] = 1

/** Hash of an entry: SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(entry.length + 1)
  bytes[0] = 0
  bytes.set(entry, 1)
  return hash('sha256', bytes, 'buffer')
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 33)
  return hash('sha256', pair, 'buffer')
}

/** The largest power of two below `size` (`size` ≥ 2): where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

/** Root over a row of subtree hashes of one height, as RFC 6962 folds them. */
export function rootOf(hashes: readonly Uint8Array[], from = 0, to = hashes.length): Buffer {
  if (to - from === 0) return emptyRoot
  if (to - from === 1) return Buffer.from(hashes[from] as Uint8Array)
  const middle = from + splitPoint(to - from)
  return nodeHash(rootOf(hashes, from, middle), rootOf(hashes, middle, to))
}
