import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion.ts'
import { shuffleBelow } from './shuffle.ts'

const weights = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 60 }).filter((all) => all.some((w) => w > 0))

test('shares add up, none is further than one from its exact proportion, and no weight gets nothing', () => {
  fc.assert(
    fc.property(fc.nat(130_000_000), weights, (total, given) => {
      const shares = apportion(total, given)
      const sum = given.reduce((a, b) => a + b, 0)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      for (const [i, share] of shares.entries()) {
        const exact = (total * (given[i] ?? 0)) / sum
        expect(Math.abs(share - exact)).toBeLessThan(1 + 1e-6)
        expect(given[i] !== 0 || share === 0).toBe(true)
      }
    }),
  )
})

test('nothing to share among gives an error, nothing to share gives nothing', () => {
  expect(() => apportion(1, [0, 0])).toThrow(RangeError)
  expect([...apportion(0, [0, 0])]).toEqual([0, 0])
})

test('a shuffle gives every number below its size once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.string(), (size, seed) => {
      const shuffled = shuffleBelow(size, seed)
      const seen = new Set(Array.from({ length: size }, (_, n) => shuffled(n)))
      expect(seen.size).toBe(size)
      expect(Math.max(...seen)).toBe(size - 1)
    }),
  )
})
