import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  entryBytes,
  entryOfWords,
  findEntry,
  lowerWord,
  packGenders,
  packStates,
  upperWord,
  type PackEntry,
} from './pack-entry.ts'
import { entryWords, sortEntries } from './sort-entries.ts'

const entries = fc.record({
  state: fc.constantFrom(...packStates),
  gender: fc.constantFrom(...packGenders),
  block: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
  serial: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
  household: fc.integer({ min: 0, max: 2 ** 19 - 1 }),
}) satisfies fc.Arbitrary<PackEntry>

/** Keys of one shard: the first byte is the shard's; few values of the others, so that neighbours differ late. */
const keys = fc
  .tuple(fc.constantFrom(0, 1, 255), fc.constantFrom(0, 255), fc.uint8Array({ minLength: 5, maxLength: 5, max: 2 }))
  .map(([a, b, rest]) => Uint8Array.from([0x7f, a, b, ...rest]))

const wordsOf = ({ state, gender, block, serial, household }: PackEntry): [number, number] => [
  upperWord(packStates.indexOf(state), packGenders.indexOf(gender), block, serial),
  lowerWord(serial, household),
]

test('an entry reads back as it was written', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const [upper, lower] = wordsOf(entry)
      for (const word of [upper, lower]) expect(word >= 0 && word < 2 ** 32).toBe(true)
      expect(entryOfWords(upper, lower)).toEqual(entry)
    }),
  )
})

test('in a sorted shard every key finds its own entry, and no other key finds any', () => {
  const shards = fc.uniqueArray(fc.tuple(keys, entries), { maxLength: 300, selector: ([key]) => key.join() })
  fc.assert(
    fc.property(shards, keys, (list, stranger) => {
      const dealt = new Uint32Array(list.length * entryWords)
      for (const [i, [key, entry]] of list.entries()) {
        const view = new DataView(key.buffer)
        dealt.set([view.getUint32(0), view.getUint32(4), ...wordsOf(entry)], i * entryWords)
      }
      const sorted = new Uint32Array(dealt.length)
      expect(sortEntries(dealt, sorted)).toBe(true)
      const bytes = Buffer.from(sorted.buffer).swap32()
      for (const [key, entry] of list) expect(findEntry(bytes, list.length, key)).toEqual(entry)
      expect(bytes.length).toBe(list.length * entryBytes)
      fc.pre(!list.some(([key]) => key.join() === stranger.join()))
      expect(findEntry(bytes, list.length, stranger)).toBeUndefined()
    }),
  )
})

test('the same key twice is told, however many lie between', () => {
  const words = fc.uniqueArray(fc.tuple(fc.constantFrom(0, 1), fc.nat(2 ** 31)), {
    minLength: 1,
    maxLength: 100,
    selector: String,
  })
  fc.assert(
    fc.property(words, fc.nat(), (list, again) => {
      const twice = [...list, list[again % list.length] ?? [0, 0]]
      const dealt = Uint32Array.from(twice.flatMap(([first, second], i) => [first, second, i, 0]))
      expect(sortEntries(dealt, new Uint32Array(dealt.length))).toBe(false)
      const once = dealt.subarray(0, list.length * entryWords)
      expect(sortEntries(once, new Uint32Array(once.length))).toBe(true)
    }),
  )
})

test('a number too large for its place is not cut down, and a damaged entry is not answered from', () => {
  expect(() => upperWord(0, 0, 2 ** 20, 1)).toThrow(RangeError)
  expect(() => upperWord(0, 0, 1, 2 ** 20)).toThrow(RangeError)
  expect(() => lowerWord(1, 2 ** 19)).toThrow(RangeError)
  expect(() => upperWord(0, 0, Number.NaN, 1)).toThrow(RangeError)
  expect(() => entryOfWords(0xffff_ffff, 0)).toThrow(/damaged/)
})
