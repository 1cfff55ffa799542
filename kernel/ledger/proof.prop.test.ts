import fc from 'fast-check'
import { expect, test } from 'vitest'
import { naivePath, naiveProof, naiveRoot } from './naive-tree.testkit.ts'
import { consistencyProof, inclusionProof, rootAt, type ReadHashes } from './proof.ts'
import { growTree } from './tree.ts'
import { leafHash } from './tree-hash.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

const entries = Array.from({ length: 700 }, (_, i) => Buffer.from(`act ${i}`))
const tree = growTree()
for (const entry of entries) tree.append(leafHash(entry))
const tiles = new Map(
  [...tree.takeFull(), ...tree.unfinished()].map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]),
)
const read: ReadHashes = async (level, index, width) => {
  const hashes = tiles.get(`${level}/${index}`)
  if (hashes === undefined || hashes.length < width) throw new Error(`no tile ${level}/${index} of ${width}`)
  return hashes
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'))
const anySize = fc.integer({ min: 1, max: entries.length })
const claimOf = async (leaf: number, size: number) => ({
  leafHash: leafHash(entries[leaf] as Buffer).toString('hex'),
  leaf,
  size,
  proof: await inclusionProof(read, leaf, size),
  root: naiveRoot(entries.slice(0, size)).toString('hex'),
})

test('every inclusion proof is that of the naive tree and verifies', async () => {
  const leafOfTree = anySize.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
  await fc.assert(
    fc.asyncProperty(leafOfTree, async ([leaf, size]) => {
      const claim = await claimOf(leaf, size)
      expect(claim.proof).toEqual(hex(naivePath(leaf, entries.slice(0, size))))
      expect(verifyInclusion(claim)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('every consistency proof is that of the naive tree and verifies', async () => {
  const pairs = anySize.chain((second) => fc.tuple(fc.integer({ min: 1, max: second }), fc.constant(second)))
  await fc.assert(
    fc.asyncProperty(pairs, async ([first, second]) => {
      const proof = await consistencyProof(read, first, second)
      const firstRoot = naiveRoot(entries.slice(0, first)).toString('hex')
      const secondRoot = naiveRoot(entries.slice(0, second)).toString('hex')
      expect(proof).toEqual(hex(naiveProof(first, entries.slice(0, second))))
      expect(verifyConsistency({ first, firstRoot, second, secondRoot, proof })).toBe(true)
      expect(await rootAt(read, second)).toBe(secondRoot)
      if (first === second) return
      expect(verifyConsistency({ first, firstRoot: secondRoot, second, secondRoot, proof })).toBe(false)
      expect(verifyConsistency({ first, firstRoot, second, secondRoot: firstRoot, proof })).toBe(false)
      expect(verifyConsistency({ first, firstRoot, second, secondRoot, proof: [...proof, firstRoot] })).toBe(false)
      expect(verifyConsistency({ first, firstRoot, second, secondRoot, proof: proof.slice(1) })).toBe(false)
    }),
    { numRuns: 60 },
  )
})

test('an inclusion proof is refused for another leaf, size, root, entry, or with a hash more, less or changed', async () => {
  const other = '00'.repeat(32)
  for (const [leaf, size] of [
    [0, 1],
    [0, 2],
    [5, 7],
    [6, 7],
    [255, 256],
    [256, 257],
    [511, 700],
    [699, 700],
  ] as const) {
    const claim = await claimOf(leaf, size)
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, leaf: size })).toBe(false)
    expect(verifyInclusion({ ...claim, leaf: -1 })).toBe(false)
    expect(verifyInclusion({ ...claim, leaf: leaf + 0.5 })).toBe(false)
    expect(verifyInclusion({ ...claim, leafHash: other })).toBe(false)
    expect(verifyInclusion({ ...claim, root: other })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: [...claim.proof, other] })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: [...claim.proof.slice(0, -1), other, other] })).toBe(false)
    expect(verifyInclusion({ ...claim, leafHash: 'not hex' })).toBe(false)
    if (size === 1) continue
    expect(verifyInclusion({ ...claim, leaf: leaf === 0 ? 1 : leaf - 1 })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: claim.proof.with(0, other) })).toBe(false)
  }
})

test('every tree continues the empty one, and no tree continues a longer one', () => {
  const empty = naiveRoot([]).toString('hex')
  const root = naiveRoot(entries.slice(0, 3)).toString('hex')
  expect(verifyConsistency({ first: 0, firstRoot: empty, second: 3, secondRoot: root, proof: [] })).toBe(true)
  expect(verifyConsistency({ first: 0, firstRoot: root, second: 3, secondRoot: root, proof: [] })).toBe(false)
  expect(verifyConsistency({ first: 3, firstRoot: root, second: 2, secondRoot: root, proof: [] })).toBe(false)
  expect(() => consistencyProof(read, 3, 2)).toThrow(RangeError)
  expect(() => inclusionProof(read, 3, 3)).toThrow(RangeError)
})
