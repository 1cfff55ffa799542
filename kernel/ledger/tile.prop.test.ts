import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBundle, parseBundle, parseTilePath, tilePath, tilesOf, widthIn } from './tile.ts'

test('paths are those of the specification', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1')
  expect(tilePath({ level: 'entries', index: 1000, width: 17 })).toBe('tile/entries/x001/000.p/17')
})

test('every path is read back, and nothing else is a path', () => {
  const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }))
  const anyTile = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) })
  fc.assert(
    fc.property(anyTile, (at) => {
      expect(parseTilePath(tilePath(at))).toEqual(at)
    }),
  )
  for (const wrong of [
    'tile/0/1',
    'tile/00/001',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/07',
    'tile/0/../checkpoint',
    'tile/-1/001',
    'tile/64/001',
    'tile/0/001.p/300',
    'tile/0/001/',
    'checkpoint',
  ])
    expect(parseTilePath(wrong)).toBeUndefined()
})

test('a bundle gives its entries back, and a truncated one is refused', () => {
  const entries = fc.array(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(entries, (given) => {
      expect(parseBundle(encodeBundle(given))).toEqual(given)
    }),
  )
  const bytes = encodeBundle([Buffer.from('abc'), Buffer.alloc(65_535)])
  for (const end of [1, 4, 6, bytes.length - 1]) expect(parseBundle(bytes.subarray(0, end))).toBeUndefined()
})

test('a tree of 70,000 has 273 full tiles and three partial ones, and as many bundles', () => {
  const tiles = [...tilesOf(70_000)]
  const count = (level: number | 'entries') => tiles.filter((tile) => tile.level === level).map((tile) => tile.width)
  expect([count('entries').length, count('entries').at(-1)]).toEqual([274, 112])
  expect([count(0).length, count(0).at(-1), count(1), count(2)]).toEqual([274, 112, [256, 17], [1]])
  expect([...tilesOf(0)]).toEqual([])
  expect([...tilesOf(256)].map(({ level, width }) => [level, width])).toEqual([
    ['entries', 256],
    [0, 256],
    [1, 1],
  ])
  expect(widthIn(70_000, 0, 274)).toBe(0)
})
