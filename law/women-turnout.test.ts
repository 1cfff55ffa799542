import { expect, test } from 'vitest'
import { findRulePack, rulePacks, testWomenTurnout } from './index.ts'

const pack = findRulePack('elections-act-2017@2018') ?? rulePacks[0]!

test("PK-23 Shangla, 2018: 3,505 women's votes of 69,827 are below 10 %; the poll was declared void", () => {
  expect(testWomenTurnout(pack, { womenPolled: 3505, polled: 69_827 })).toMatchObject({
    belowThreshold: true,
    missingVotes: 3478,
    section: 's.9',
  })
})

test('NA-10 Shangla, 2018: 12,663 of 128,302 is 9.87 %, 168 votes short', () => {
  expect(testWomenTurnout(pack, { womenPolled: 12_663, polled: 128_302 })).toMatchObject({
    belowThreshold: true,
    missingVotes: 168,
  })
})

test('exactly 10 % is enough, and a seat without votes is not below it', () => {
  expect(testWomenTurnout(pack, { womenPolled: 1000, polled: 10_000 }).belowThreshold).toBe(false)
  expect(testWomenTurnout(pack, { womenPolled: 999, polled: 10_000 }).belowThreshold).toBe(true)
  expect(testWomenTurnout(pack, { womenPolled: 0, polled: 0 }).belowThreshold).toBe(false)
})

test("more women's votes than votes is a bug", () => {
  expect(() => testWomenTurnout(pack, { womenPolled: 11, polled: 10 })).toThrow(RangeError)
})
