import { expect, test } from 'vitest'
import { naiveRoot } from './naive-tree.testkit.ts'
import { emptyRoot, leafHash, rootOf } from './tree-hash.ts'
import { growTree } from './tree.ts'

/** The entries and roots with which Certificate Transparency's own implementations are tested. */
const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the published roots of the trees of 0 to 8 entries', () => {
  const tree = growTree()
  expect(emptyRoot.toString('hex')).toBe(roots[0])
  expect(tree.root().toString('hex')).toBe(roots[0])
  for (const [i, hex] of published.entries()) {
    tree.append(leafHash(Buffer.from(hex, 'hex')))
    expect(tree.root().toString('hex')).toBe(roots[i + 1])
  }
})

test('a tree over several levels of tiles has the root of the naive tree at every size', () => {
  const entries = Array.from({ length: 1100 }, (_, i) => Buffer.from(`entry ${i}`))
  const sizes = new Set([
    ...Array.from({ length: 29 }, (_, i) => 1 + i * 37),
    255,
    256,
    257,
    511,
    512,
    513,
    1023,
    1024,
    1025,
    1100,
  ])
  const tree = growTree()
  const roots: { size: number; root: Buffer }[] = []
  for (const entry of entries) {
    tree.append(leafHash(entry))
    if (sizes.has(tree.size)) roots.push({ size: tree.size, root: tree.root() })
  }
  expect(roots).toEqual(roots.map(({ size }) => ({ size, root: naiveRoot(entries.slice(0, size)) })))
})

test('70,000 entries make the tiles that the specification counts', () => {
  const leaf = leafHash(Buffer.from('same'))
  const tree = growTree()
  for (let i = 0; i < 70_000; i++) tree.append(leaf)
  const full = tree.takeFull()
  expect(full.filter((tile) => tile.level === 0).map((tile) => tile.index)).toEqual(
    Array.from({ length: 273 }, (_, i) => i),
  )
  expect(full.filter((tile) => tile.level === 1).map((tile) => tile.index)).toEqual([0])
  expect(tree.unfinished().map(({ level, index, hashes }) => [level, index, hashes.length])).toEqual([
    [0, 273, 112],
    [1, 1, 17],
    [2, 0, 1],
  ])
  expect(tree.takeFull()).toEqual([])
})

test('a tree continued from its right edge is the same tree', () => {
  const tree = growTree()
  for (let i = 0; i < 700; i++) tree.append(leafHash(Buffer.from(String(i))))
  const edge = [0, 1].map((level) => tree.unfinished().find((tile) => tile.level === level)?.hashes ?? [])
  const again = growTree(700, edge)
  for (let i = 700; i < 900; i++) for (const one of [tree, again]) one.append(leafHash(Buffer.from(String(i))))
  expect(again.root()).toEqual(tree.root())
  expect(rootOf([emptyRoot])).toEqual(emptyRoot)
})
