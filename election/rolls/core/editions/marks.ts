import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { VoterMark } from '../print/printed-list.ts'
import { rollsRefusals } from '../refusals.ts'

/**
 * Whether a ballot is issued at the polling station to somebody who stands in its marked copy so. Refuses
 * `voted-by-post`, `votes-from-abroad`.
 */
export function ballotAtStation(mark: VoterMark | null): Outcome<void> {
  if (mark === 'postal') return refuse(rollsRefusals['voted-by-post'])
  if (mark === 'overseas') return refuse(rollsRefusals['votes-from-abroad'])
  return accept(undefined)
}
