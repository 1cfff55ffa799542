import { createHash } from 'node:crypto'

/** RFC 6962 §2.1 copied as it stands, over the whole list of entries: slow, and the measure of everything else. */

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

function largestPowerBelow(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}

/** MTH(D[n]) */
export function naiveRoot(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return sha256()
  if (entries.length === 1) return sha256(Buffer.of(0), entries[0] as Buffer)
  const k = largestPowerBelow(entries.length)
  return sha256(Buffer.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)))
}

/** PATH(m, D[n]) */
export function naivePath(m: number, entries: readonly Buffer[]): Buffer[] {
  if (entries.length <= 1) return []
  const k = largestPowerBelow(entries.length)
  return m < k
    ? [...naivePath(m, entries.slice(0, k)), naiveRoot(entries.slice(k))]
    : [...naivePath(m - k, entries.slice(k)), naiveRoot(entries.slice(0, k))]
}

/** PROOF(m, D[n]) */
export function naiveProof(m: number, entries: readonly Buffer[]): Buffer[] {
  return subproof(m, entries, true)
}

function subproof(m: number, entries: readonly Buffer[], isWhole: boolean): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [naiveRoot(entries)]
  const k = largestPowerBelow(entries.length)
  return m <= k
    ? [...subproof(m, entries.slice(0, k), isWhole), naiveRoot(entries.slice(k))]
    : [...subproof(m - k, entries.slice(k), false), naiveRoot(entries.slice(0, k))]
}
