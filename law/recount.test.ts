import { describe, expect, test } from 'vitest'
import { findRulePack, rulePacks, testRecount } from './index.ts'

const pack2018 = findRulePack('elections-act-2017@2018') ?? rulePacks[0]!
const pack2023 = findRulePack('elections-act-2017@2023-08') ?? rulePacks[0]!

describe('NA-21 Mardan, 2018: 78,911 against 78,878, 5,790 rejected', () => {
  const count = { assembly: 'NA', winnerVotes: 78_911, runnerUpVotes: 78_878, polled: 193_035, excluded: 5790 } as const

  test('both tests pass on a margin of 33', () => {
    const { margin, passed, tests } = testRecount(pack2018, count)
    expect({ margin, passed }).toEqual({ margin: 33, passed: true })
    expect(tests.map((test) => [test.code, test.passed])).toEqual([
      ['margin', true],
      ['excluded', true],
    ])
  })

  test('the test of excluded votes is shown as unconfirmed for 2018, the margin test is not', () => {
    const [margin, excluded] = testRecount(pack2018, count).tests
    expect([margin.unconfirmed, excluded.unconfirmed]).toEqual([false, true])
    expect(testRecount(pack2018, count).officerMayAllow).toBe(true)
  })

  test('both still pass on the later figures of the feed, a margin of 152 and 5,810 rejected', () => {
    const later = { ...count, winnerVotes: 79_151, runnerUpVotes: 78_999, excluded: 5810 }
    const { margin, tests } = testRecount(pack2018, later)
    expect([margin, ...tests.map(({ passed }) => passed)]).toEqual([152, true, true])
  })
})

describe('NA-97 Faisalabad, 2024: 72,846 against 70,532, margin 2,314', () => {
  const count = { assembly: 'NA', winnerVotes: 72_846, runnerUpVotes: 70_532, excluded: 0 } as const

  test('the margin test depends on the votes polled: it passes above 46,280', () => {
    expect(testRecount(pack2023, { ...count, polled: 46_280 }).tests[0].passed).toBe(false)
    expect(testRecount(pack2023, { ...count, polled: 46_281 }).tests[0].passed).toBe(true)
  })

  test('with the two leading candidates alone, 143,378 votes, it passes, decided by the percentage', () => {
    expect(testRecount(pack2023, { ...count, polled: 143_378 }).tests[0]).toMatchObject({
      passed: true,
      decidedBy: 'percent',
      largestPassingMargin: 7168,
      section: 's.95(5)',
      unconfirmed: true,
    })
  })

  test('it states which test passed: the margin, not the excluded votes', () => {
    const { tests } = testRecount(pack2023, { ...count, polled: 143_378, excluded: 2313 })
    expect(tests.filter(({ passed }) => passed).map(({ code }) => code)).toEqual(['margin'])
    expect(testRecount(pack2023, { ...count, polled: 143_378, excluded: 2314 }).tests[1].passed).toBe(true)
  })
})

describe('whichever is less', () => {
  const large = { winnerVotes: 110_000, runnerUpVotes: 101_000, polled: 250_000, excluded: 0 } as const

  test('a margin of 9,000 in 250,000 passes the cap of 2018 and fails the cap of 2023', () => {
    expect(testRecount(pack2018, { ...large, assembly: 'NA' }).tests[0]).toMatchObject({ passed: true, cap: 10_000 })
    expect(testRecount(pack2023, { ...large, assembly: 'NA' }).tests[0]).toMatchObject({
      passed: false,
      belowPercent: true,
      belowCap: false,
      decidedBy: 'cap',
      largestPassingMargin: 7999,
    })
  })

  test('a provincial seat has the smaller cap of 4,000', () => {
    const count = { assembly: 'PA', winnerVotes: 40_000, runnerUpVotes: 36_000, polled: 100_000, excluded: 0 } as const
    expect(testRecount(pack2023, count).tests[0]).toMatchObject({ passed: false, cap: 4000 })
    expect(testRecount(pack2023, { ...count, runnerUpVotes: 36_001 }).tests[0].passed).toBe(true)
  })

  test('exactly 5 % is not less than 5 %', () => {
    const count = { assembly: 'NA', winnerVotes: 5000, runnerUpVotes: 4500, polled: 10_000, excluded: 0 } as const
    expect(testRecount(pack2023, count).tests[0].belowPercent).toBe(false)
  })
})

test('figures that are no votes are a bug, not a result', () => {
  const count = { assembly: 'NA', winnerVotes: 10, runnerUpVotes: 11, polled: 21, excluded: 0 } as const
  expect(() => testRecount(pack2023, count)).toThrow(RangeError)
  expect(() => testRecount(pack2023, { ...count, runnerUpVotes: 9.5 })).toThrow(RangeError)
})
