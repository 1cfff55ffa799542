import { emptyRoot, nodeHash } from './tree-hash.ts'

/** What an inclusion proof claims: the entry with `leafHash` is number `leaf` in the tree of `size` with `root`. Hashes in hex. */
export interface InclusionClaim {
  readonly leafHash: string
  readonly leaf: number
  readonly size: number
  readonly proof: readonly string[]
  readonly root: string
}

/** What a consistency proof claims: the tree of `first` entries is the beginning of the tree of `second`. Hashes in hex. */
export interface ConsistencyClaim {
  readonly first: number
  readonly firstRoot: string
  readonly second: number
  readonly secondRoot: string
  readonly proof: readonly string[]
}

function hashOf(hex: string): Buffer | undefined {
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : undefined
}

function hashesOf(proof: readonly string[]): Buffer[] | undefined {
  const hashes = proof.map(hashOf)
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1

/** Verifies an inclusion proof (RFC 9162 §2.1.3.2). */
export function verifyInclusion({ leafHash, leaf, size, proof, root }: InclusionClaim): boolean {
  const hashes = hashesOf(proof)
  let r = hashOf(leafHash)
  if (!isSize(leaf) || !isSize(size) || leaf >= size || hashes === undefined || r === undefined) return false
  let fn = leaf
  let sn = size - 1
  for (const p of hashes) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r)
      for (; !isOdd(fn) && fn !== 0; fn = half(fn)) sn = half(sn)
    } else r = nodeHash(r, p)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && r.toString('hex') === root
}

/** Verifies a consistency proof (RFC 9162 §2.1.4.2). Every tree continues the empty one. */
export function verifyConsistency({ first, firstRoot, second, secondRoot, proof }: ConsistencyClaim): boolean {
  const given = hashesOf(proof)
  if (!isSize(first) || !isSize(second) || first > second || given === undefined) return false
  if (first === 0) return given.length === 0 && firstRoot === emptyRoot.toString('hex')
  if (first === second) return given.length === 0 && firstRoot === secondRoot
  const start = hashOf(firstRoot)
  if (start === undefined) return false
  const hashes = Number.isInteger(Math.log2(first)) ? [start, ...given] : given
  const seed = hashes[0]
  if (seed === undefined) return false
  let fn = first - 1
  let sn = second - 1
  for (; isOdd(fn); fn = half(fn)) sn = half(sn)
  let fr = seed
  let sr = seed
  for (const c of hashes.slice(1)) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(c, fr)
      sr = nodeHash(c, sr)
      for (; !isOdd(fn) && fn !== 0; fn = half(fn)) sn = half(sn)
    } else sr = nodeHash(sr, c)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && fr.toString('hex') === firstRoot && sr.toString('hex') === secondRoot
}
