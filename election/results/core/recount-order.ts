import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { addDays, karachiDate, karachiInstant, type RulePack } from '@intikhab/law'
import type { ContestResult, LegalTest, RecountOrder } from './edition.ts'
import { resultsRefusals } from './refusals.ts'

/** A recount as it is asked for: on a candidate's request (s.95(5)), or by the Commission itself (s.95(6)). */
export type RecountAsked =
  | {
      readonly basis: 'request'
      /** Serial of the candidate, and the instant at which the written request was received, ISO 8601 in UTC. */
      readonly requestedBy: number
      readonly requestedAt: string
    }
  | { readonly basis: 'commission' }

/** What an order rests on. */
export interface RecountGrounds {
  readonly number: number
  readonly tests: readonly LegalTest[]
  readonly section: string
  readonly figures: { readonly margin: number; readonly ballots: number; readonly excluded: number }
}

/**
 * Whether a recount may be ordered now. On request: every station in, the request received before consolidation begins
 * (the first Form-48), and a test of s.95(5) passed, or a law by which the officer may allow it all the same. By the
 * Commission: before consolidation ends (Form-49). One order at a time: the next after a new consolidation.
 */
export function judgeRecount(
  seat: Pick<ContestResult, 'noCount' | 'counters' | 'candidates' | 'documents' | 'recounts' | 'tests' | 'margin'> &
    Pick<ContestResult, 'totals'>,
  pack: RulePack,
  asked: RecountAsked,
): Outcome<RecountGrounds> {
  const { recount } = pack.values
  if (seat.noCount !== null) return refuse(resultsRefusals['no-poll'])
  const awaited = seat.counters.expected - seat.counters.received
  if (awaited > 0 || seat.margin === null) return refuse(resultsRefusals['stations-awaited'], { detail: { awaited } })
  const last = seat.recounts.at(-1)
  if (last !== undefined && isOpenRecount(last, seat.documents))
    return refuse(resultsRefusals['recount-ordered'], { detail: { number: last.number } })
  const tests = seat.tests.filter(({ name }) => name !== 'women-turnout')
  const { valid, excluded } = seat.totals
  const grounds = {
    number: seat.recounts.length + 1,
    tests,
    figures: { margin: seat.margin, ballots: valid + excluded, excluded },
  }
  if (asked.basis === 'commission') {
    if (seat.documents.some(({ form }) => form === '49')) return refuse(resultsRefusals['recount-after-consolidation'])
    return accept({ ...grounds, section: recount.commissionOrderBefore.section ?? 's.95(6)' })
  }
  if (!seat.candidates.some(({ serial }) => serial === asked.requestedBy))
    return refuse(resultsRefusals['unknown-candidate'], { field: '/requestedBy' })
  const begun = seat.documents.find(({ form }) => form === '48')
  if (begun !== undefined)
    return refuse(resultsRefusals['recount-after-consolidation'], { detail: { begunAt: begun.madeAt } })
  if (!tests.some(({ applies }) => applies === true) && !recount.officerMayAllow.value)
    return refuse(resultsRefusals['recount-not-due'], { detail: grounds.figures })
  return accept({ ...grounds, section: recount.requestBefore.section ?? 's.95(5)' })
}

/** When the returning officer must have finished: the end of the last day in Karachi; null where no time is set. */
export function recountDueAt(basis: RecountAsked['basis'], pack: RulePack, orderedAt: Date): Date | null {
  if (basis === 'request') return null
  const last = addDays(karachiDate(orderedAt), pack.values.recount.officerDaysAfterOrder.value)
  return karachiInstant(last, 24)
}

/** Whether a recount is still to be finished: no Form-48 has been made since it was ordered. */
export function isOpenRecount(
  { orderedAt }: Pick<RecountOrder, 'orderedAt'>,
  documents: readonly { readonly form: string; readonly madeAt: string }[],
): boolean {
  return !documents.some(({ form, madeAt }) => form === '48' && madeAt > orderedAt)
}
