import type { Assembly, RulePack } from './rule-pack.ts'
import { assertVotes, isBelowPercent } from './votes.ts'

/** The count of one seat as the recount tests see it, all in votes. */
export interface ContestCount {
  readonly assembly: Assembly
  readonly winnerVotes: number
  readonly runnerUpVotes: number
  /** All votes polled in the constituency, excluded ones too. */
  readonly polled: number
  /** Votes excluded from the count by presiding officers (rejected). */
  readonly excluded: number
}

export interface MarginTest {
  readonly code: 'margin'
  readonly passed: boolean
  readonly percent: number
  readonly belowPercent: boolean
  readonly cap: number
  readonly belowCap: boolean
  /** The smaller of the two limits here, which is the one that decides. */
  readonly decidedBy: 'percent' | 'cap'
  /** The largest margin that would still pass, in votes; -1 where none would. */
  readonly largestPassingMargin: number
  readonly section: string | null
  readonly unconfirmed: boolean
}

export interface ExcludedTest {
  readonly code: 'excluded'
  readonly passed: boolean
  readonly excluded: number
  /** False where this pack's law knows no such test. */
  readonly inForce: boolean
  readonly section: string | null
  readonly unconfirmed: boolean
}

export interface RecountTests {
  /** Winner's votes less the runner-up's. */
  readonly margin: number
  readonly tests: readonly [MarginTest, ExcludedTest]
  /** True where at least one test passed: the returning officer recounts if asked in time. */
  readonly passed: boolean
  /** True where the returning officer may allow a request although no test passed. */
  readonly officerMayAllow: boolean
}

/**
 * The tests of s.95(5) for a recount by the returning officer, each by itself.
 *
 * Margin: less than 5 % of the votes polled and less than the cap ("whichever is less"). Excluded: as many votes
 * excluded from the count as the margin, or more. A request must still come in writing before consolidation starts.
 *
 * @throws RangeError for figures that are no votes, or a runner-up ahead of the winner.
 */
export function testRecount(pack: RulePack, count: ContestCount): RecountTests {
  const { assembly, winnerVotes, runnerUpVotes, polled, excluded } = count
  assertVotes({ winnerVotes, runnerUpVotes, polled, excluded })
  if (runnerUpVotes > winnerVotes) throw new RangeError(`runner-up ahead: ${runnerUpVotes} > ${winnerVotes}`)
  const margin = winnerVotes - runnerUpVotes
  const tests = [testMargin(pack, assembly, margin, polled), testExcluded(pack, margin, excluded)] as const
  return {
    margin,
    tests,
    passed: tests.some((test) => test.passed),
    officerMayAllow: pack.values.recount.officerMayAllow.value,
  }
}

function testMargin(pack: RulePack, assembly: Assembly, margin: number, polled: number): MarginTest {
  const { marginPercent, capNationalVotes, capProvincialVotes } = pack.values.recount
  const cap = assembly === 'NA' ? capNationalVotes : capProvincialVotes
  const percent = marginPercent.value
  const belowPercent = isBelowPercent(margin, percent, polled)
  const belowCap = margin < cap.value
  const largestBelowPercent = Math.ceil((polled * percent) / 100) - 1
  return {
    code: 'margin',
    passed: belowPercent && belowCap,
    percent,
    belowPercent,
    cap: cap.value,
    belowCap,
    decidedBy: polled * percent < cap.value * 100 ? 'percent' : 'cap',
    largestPassingMargin: Math.min(largestBelowPercent, cap.value - 1),
    section: marginPercent.section,
    unconfirmed: marginPercent.unconfirmed || cap.unconfirmed,
  }
}

function testExcluded(pack: RulePack, margin: number, excluded: number): ExcludedTest {
  const { value: inForce, section, unconfirmed } = pack.values.recount.excludedReachMargin
  return { code: 'excluded', passed: inForce && excluded >= margin, excluded, inForce, section, unconfirmed }
}
