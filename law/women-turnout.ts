import type { RulePack } from './rule-pack.ts'
import { assertVotes, isBelowPercent } from './votes.ts'

export interface WomenTurnoutTest {
  /** True where the Commission may declare the poll void. */
  readonly belowThreshold: boolean
  readonly womenPolled: number
  readonly polled: number
  readonly thresholdPercent: number
  /** Women's votes missing to the threshold; 0 where it is reached. */
  readonly missingVotes: number
  readonly section: string | null
  readonly unconfirmed: boolean
}

/**
 * The test of s.9: women's votes as a share of all votes polled (not of registered women), in a constituency.
 *
 * It says that the Commission may act, never that the poll is void.
 *
 * @throws RangeError for figures that are no votes, or more women's votes than votes.
 */
export function testWomenTurnout(
  pack: RulePack,
  votes: { readonly womenPolled: number; readonly polled: number },
): WomenTurnoutTest {
  const { womenPolled, polled } = votes
  assertVotes({ womenPolled, polled })
  if (womenPolled > polled) throw new RangeError(`more women's votes than votes: ${womenPolled} > ${polled}`)
  const { value: thresholdPercent, section, unconfirmed } = pack.values.womenTurnout.voidBelowPercent
  return {
    belowThreshold: isBelowPercent(womenPolled, thresholdPercent, polled),
    womenPolled,
    polled,
    thresholdPercent,
    missingVotes: Math.max(0, Math.ceil((polled * thresholdPercent) / 100) - womenPolled),
    section,
    unconfirmed,
  }
}
