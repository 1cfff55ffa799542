import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryBytes, findEntry, readEntry, sortShard, writeEntry, type PackEntry } from './look-up-pack.ts'

const place = fc.integer({ min: 0, max: 0xfffffe })
const entries = fc.record({
  state: fc.constantFrom('active', 'blocked', 'deceased', 'overseas' as const),
  gender: fc.constantFrom('male', 'female', 'other' as const),
  block: place,
  serial: place,
  household: place,
  stations: fc.tuple(fc.option(place, { nil: undefined }), fc.option(place, { nil: undefined })),
}) satisfies fc.Arbitrary<PackEntry>
/** Keys of one shard: the first byte is the shard's; few further bytes, so that neighbours differ late. */
const keys = fc
  .tuple(fc.uint8Array({ minLength: 3, maxLength: 3 }), fc.uint8Array({ minLength: 12, maxLength: 12 }))
  .map(([a, b]) => Uint8Array.from([0x7f, ...a, ...b]))

test('an entry reads back as it was written', () => {
  fc.assert(
    fc.property(keys, entries, (key, entry) => {
      const bytes = new Uint8Array(entryBytes)
      writeEntry(bytes, 0, key, entry)
      expect(readEntry(bytes, 0)).toEqual(entry)
    }),
  )
})

test('in a sorted shard every key finds its own entry, and no other key finds any', () => {
  const shards = fc.uniqueArray(fc.tuple(keys, entries), { maxLength: 300, selector: ([key]) => key.join() })
  fc.assert(
    fc.property(shards, keys, (list, stranger) => {
      const bytes = new Uint8Array(list.length * entryBytes)
      for (const [i, [key, entry]] of list.entries()) writeEntry(bytes, i * entryBytes, key, entry)
      const sorted = sortShard(bytes)
      for (const [key, entry] of list) expect(findEntry(sorted, key)).toEqual(entry)
      fc.pre(!list.some(([key]) => key.join() === stranger.join()))
      expect(findEntry(sorted, stranger)).toBeUndefined()
    }),
  )
})

test('the same key twice is never sorted away', () => {
  const bytes = new Uint8Array(2 * entryBytes)
  expect(() => sortShard(bytes)).toThrow(/twice/)
})

test('a number too large for its place is not cut down', () => {
  const entry: PackEntry = {
    state: 'active',
    gender: 'male',
    block: 0x1000000,
    serial: 1,
    household: 1,
    stations: [undefined, undefined],
  }
  expect(() => writeEntry(new Uint8Array(entryBytes), 0, new Uint8Array(16), entry)).toThrow(RangeError)
})
