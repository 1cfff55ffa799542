import { expect, test } from 'vitest'
import fc from 'fast-check'
import { rulePacks, testRecount } from './index.ts'
import type { ContestCount } from './index.ts'

const pack = fc.constantFrom(...rulePacks)
const contest: fc.Arbitrary<ContestCount> = fc
  .record({
    assembly: fc.constantFrom('NA' as const, 'PA' as const),
    runnerUpVotes: fc.nat(150_000),
    margin: fc.nat(20_000),
    others: fc.nat(100_000),
    excluded: fc.nat(16_000),
  })
  .map(({ assembly, runnerUpVotes, margin, others, excluded }) => ({
    assembly,
    winnerVotes: runnerUpVotes + margin,
    runnerUpVotes,
    polled: runnerUpVotes * 2 + margin + others + excluded,
    excluded,
  }))

test('a smaller margin never loses a test that a larger one passed', () => {
  fc.assert(
    fc.property(pack, contest, fc.nat(500), (law, count, closer) => {
      const wide = testRecount(law, count)
      const runnerUpVotes = Math.min(count.winnerVotes, count.runnerUpVotes + closer)
      const narrow = testRecount(law, { ...count, runnerUpVotes })
      const lost = wide.tests.filter((test, index) => test.passed && !narrow.tests[index]?.passed)
      expect(lost).toEqual([])
    }),
  )
})

test('the largest passing margin passes and the next one fails', () => {
  fc.assert(
    fc.property(pack, contest, (law, count) => {
      const { largestPassingMargin } = testRecount(law, count).tests[0]
      const passes = (margin: number) =>
        testRecount(law, { ...count, winnerVotes: margin, runnerUpVotes: 0 }).tests[0].passed
      expect(largestPassingMargin === -1 || passes(largestPassingMargin)).toBe(true)
      expect(passes(largestPassingMargin + 1)).toBe(false)
    }),
  )
})

test('more excluded votes never lose the test of excluded votes', () => {
  fc.assert(
    fc.property(pack, contest, fc.nat(500), (law, count, more) => {
      const few = testRecount(law, count).tests[1].passed
      const many = testRecount(law, { ...count, excluded: count.excluded + more }).tests[1].passed
      expect(!few || many).toBe(true)
    }),
  )
})
