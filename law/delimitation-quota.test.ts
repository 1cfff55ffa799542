import { expect, test } from 'vitest'
import fc from 'fast-check'
import { findRulePack, populationQuota, quotaVariation, roundedQuota, rulePacks } from './index.ts'

const pack = findRulePack('elections-act-2017@2023-08') ?? rulePacks[0]!
/** Balochistan, census of 2023: 14,894,402 persons in 16 seats. */
const balochistan = populationQuota(14_894_402, 16)

test('Balochistan: a plan of 1,040,000 against a quota of 930,900 is 11.72 % above and needs reasons', () => {
  expect(roundedQuota(balochistan)).toBe(930_900)
  expect(quotaVariation(pack, 1_040_000, balochistan)).toMatchObject({
    basisPoints: 1172,
    reasonRequired: true,
    limitPercent: 10,
  })
})

test('the limit holds in both directions, and exactly 10 % needs no reason', () => {
  const quota = populationQuota(9_000_000, 10)
  expect(quotaVariation(pack, 990_000, quota).reasonRequired).toBe(false)
  expect(quotaVariation(pack, 990_001, quota).reasonRequired).toBe(true)
  expect(quotaVariation(pack, 810_000, quota)).toMatchObject({ basisPoints: -1000, reasonRequired: false })
  expect(quotaVariation(pack, 809_999, quota).reasonRequired).toBe(true)
})

test('no seats, no persons and halves of persons are bugs', () => {
  expect(() => populationQuota(14_894_402, 0)).toThrow(RangeError)
  expect(() => quotaVariation(pack, 930_900.5, balochistan)).toThrow(RangeError)
})

test('farther above the quota, a reason that was needed is still needed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 930_901, max: 2_000_000 }), fc.nat(100_000), (population, more) => {
      const near = quotaVariation(pack, population, balochistan).reasonRequired
      const far = quotaVariation(pack, population + more, balochistan).reasonRequired
      expect(!near || far).toBe(true)
    }),
  )
})
