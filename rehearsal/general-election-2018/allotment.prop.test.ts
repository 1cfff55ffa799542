import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { allot } from './allotment.ts'

const places = fc.array(fc.record({ weight: fc.double({ min: 0, max: 1e6, noNaN: true }), cap: fc.nat(5000) }), {
  minLength: 1,
  maxLength: 60,
})
const sum = (numbers: readonly number[]) => numbers.reduce((a, n) => a + n, 0)

test('shares are whole, within their caps, and add up exactly', () => {
  fc.assert(
    fc.property(places, fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), (each, part, seed) => {
      const caps = each.map(({ cap }) => cap)
      const total = Math.floor(sum(caps) * part)
      const shares = allot(
        total,
        each.map(({ weight }) => weight),
        caps,
        seeded(seed),
      )
      expect(sum(shares)).toBe(total)
      for (const [i, share] of shares.entries()) {
        expect(Number.isInteger(share) && share >= 0).toBe(true)
        expect(share).toBeLessThanOrEqual(caps[i] ?? 0)
      }
    }),
  )
})

test('where no cap is reached every share is the floor or the ceiling of its proportion', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 50 }),
      fc.nat(1e6),
      (weights, total) => {
        const shares = allot(
          total,
          weights,
          weights.map(() => total),
          seeded(`${total}`),
        )
        for (const [i, share] of shares.entries())
          expect(Math.abs(share - (total * (weights[i] ?? 0)) / sum(weights))).toBeLessThan(1 + 1e-6)
      },
    ),
  )
})

test('small shares fall here and there, each place as often as its weight says', () => {
  const found = [0, 0, 0, 0]
  for (let i = 0; i < 4000; i++)
    for (const [j, share] of allot(1, [1, 2, 3, 4], [1, 1, 1, 1], seeded(`${i}`)).entries())
      found[j] = (found[j] ?? 0) + share
  for (const [j, times] of found.entries()) expect(Math.abs(times - 400 * (j + 1))).toBeLessThan(120)
})

test('what does not fit is an error', () => {
  expect(() => allot(11, [1, 1], [5, 5], seeded('any'))).toThrow('11 do not fit into 10')
})
