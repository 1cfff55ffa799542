import type { WeightyAct } from '@intikhab/kernel/approvals'
import { formatPercent, type Text } from '@intikhab/kernel/language'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { contestResultOf } from '../core/contest-result.ts'
import type { LegalTest } from '../core/edition.ts'
import { inBoth } from '../core/effect.ts'
import { judgeRecount, recountDueAt, type RecountGrounds } from '../core/recount-order.ts'
import { approvalWords as words } from './approval-words.ts'
import { findSeat, type KnownSeat } from './find-seat.ts'
import type { SeatReader } from './seat-reader.ts'
import { lookAtSeat } from './seat-store.ts'
import { carryOutOnce, lapsesAfterHours, placeOf, reasonField, seatFields, type WeightyParts } from './weighty-act.ts'

/** A recount as the interface takes it. */
export const recountSchema = z.discriminatedUnion('basis', [
  z.strictObject({
    basis: z.literal('request'),
    requestedBy: z.int().min(1).max(1000),
    requestedAt: z.iso.datetime(),
    reason: reasonField,
  }),
  z.strictObject({ basis: z.literal('commission'), reason: reasonField }),
])

const payload = z.strictObject({ ...seatFields, asked: recountSchema })

type Payload = z.infer<typeof payload>

/** Kind under which recounts are proposed. */
export const recountKind = 'results.order-recount'

/** To order a recount: the returning officer's on request in the seat, the Commission's own over the country. */
export function recountAct(parts: WeightyParts): WeightyAct<Payload> {
  return {
    kind: recountKind,
    act: 'results.recount',
    title: words.recountTitle,
    lapsesAfterHours,
    payload,
    place: (given) =>
      given.asked.basis === 'request' ? placeOf(given) : { kind: 'national', electionId: given.electionId },

    async preview(given) {
      const { asked, contestId } = given
      const found = findSeat(parts.findElection, given)
      if (!found.ok) return found
      const { election, contest } = found.value
      const judged = await lookAtSeat(parts, given, (seat) => judge(seat, found.value, asked))
      if (!judged.ok) return judged
      const { figures, tests, section } = judged.value
      const candidate =
        asked.basis === 'request' ? contest.candidates.find(({ serial }) => serial === asked.requestedBy) : undefined
      const days = election.pack.values.recount.officerDaysAfterOrder.value
      const standing = (n: number) => ({ before: n, after: n })
      return accept({
        subject: `${election.id}/${contestId}`,
        sentence:
          candidate === undefined
            ? inBoth(words.commissionOrders, () => ({ seat: contestId, days }))
            : inBoth(words.officerOrders, (language) => ({ seat: contestId, name: candidate.name[language] })),
        counts: [
          { label: words.margin, ...standing(figures.margin) },
          { label: words.ballots, ...standing(figures.ballots) },
          { label: words.excluded, ...standing(figures.excluded) },
        ],
        differences: [
          ...tests.map((test) => ({ field: testText(test), before: null, after: test.applies === true ? '✓' : '✗' })),
          ...(asked.basis === 'request'
            ? [{ field: words.requestReceived, before: null, after: new Date(asked.requestedAt).toISOString() }]
            : []),
        ],
        section,
      })
    },

    async carryOut(given, approval) {
      const { asked } = given
      const found = findSeat(parts.findElection, given)
      if (!found.ok) return found
      return carryOutOnce(parts, given, approval, async (seat, at) => {
        const judged = await judge(seat, found.value, asked)
        if (!judged.ok) return judged
        const { number } = judged.value
        const dueAt = recountDueAt(asked.basis, found.value.election.pack, at)?.toISOString() ?? null
        const request =
          asked.basis === 'request'
            ? { requestedBy: asked.requestedBy, requestedAt: new Date(asked.requestedAt).toISOString() }
            : { requestedBy: null, requestedAt: null }
        const { basis, reason } = asked
        const entryId = await seat.addRecount({ ...judged.value, ...request, basis, reason, dueAt })
        return accept({ entryId, number })
      })
    },
  }
}

async function judge(
  seat: SeatReader,
  { election, contest, expected }: KnownSeat,
  asked: Payload['asked'],
): Promise<Outcome<RecountGrounds>> {
  const book = await seat.readBook(contest, expected)
  return judgeRecount(contestResultOf(book, election), election.pack, asked)
}

function testText({ name, figures }: LegalTest): Text {
  if (name === 'recount-excluded') return words.testExcluded
  return inBoth(words.testMargin, (language) => ({
    percent: formatPercent(language, figures['percent'] ?? 0, 100, 0),
    cap: figures['cap'] ?? 0,
  }))
}
