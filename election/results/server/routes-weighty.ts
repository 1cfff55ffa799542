import { proposedAnswer, type Approvals } from '@intikhab/kernel/approvals'
import { actorOf, route, type Route } from '@intikhab/kernel/http'
import { refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { resultsRefusals } from '../core/refusals.ts'
import { placeOf } from './weighty-act.ts'
import { correctionKind, correctionSchema } from './weighty-correction.ts'
import { decisionKind, decisionSchema } from './weighty-decision.ts'
import { publishKind } from './weighty-publish.ts'
import { recountKind, recountSchema } from './weighty-recount.ts'

const seat = z.object({ election: z.string().max(60), contest: z.string().max(12) })

/** What the officers of a seat propose; a second one approves it before anything changes. */
export function weightyRoutes(approvals: Pick<Approvals, 'propose'>): Route[] {
  const seatOf = ({ election, contest }: z.infer<typeof seat>) => ({ electionId: election, contestId: contest })
  const inSeat = ({ params }: { readonly params: z.infer<typeof seat> }) => placeOf(seatOf(params))
  const common = { method: 'POST', tag: 'results', idempotent: true, status: 202, response: proposedAnswer } as const

  return [
    route({
      ...common,
      path: '/api/results/:election/contests/:contest/corrections',
      act: 'results.correct',
      scope: inSeat,
      summary: "Propose to correct or confirm a station's form with a reason; the form before it stays",
      params: seat,
      body: correctionSchema,
      handler: ({ params, body, caller }) =>
        approvals.propose(correctionKind, { ...seatOf(params), asked: body }, { caller, reason: body.reason }),
    }),
    route({
      ...common,
      path: '/api/results/:election/contests/:contest/set-aside/:bundle/decision',
      act: 'results.decide-late',
      scope: inSeat,
      summary: 'Propose that a form that was set aside counts, or that it stays uncounted',
      params: seat.extend({ bundle: z.string().regex(/^[0-9a-f]{64}$/) }),
      body: decisionSchema,
      handler: ({ params, body, caller }) =>
        approvals.propose(
          decisionKind,
          { ...seatOf(params), bundleId: params.bundle, ...body },
          { caller, reason: body.reason },
        ),
    }),
    route({
      ...common,
      path: '/api/results/:election/contests/:contest/recounts',
      act: 'results.recount',
      scope: ({ params, body }) =>
        body.basis === 'request' ? placeOf(seatOf(params)) : { kind: 'national', electionId: params.election },
      summary: "Propose a recount: the returning officer's on a candidate's request, or the Commission's own",
      params: seat,
      body: recountSchema,
      handler: async ({ params, body, caller }) => {
        // The Commission reaches every seat, but a request under s.95(5) is the returning officer's to decide.
        const isCommission = actorOf(caller).role === 'secretariat'
        if (isCommission !== (body.basis === 'commission')) return refuse(resultsRefusals['recount-of-the-officer'])
        return approvals.propose(recountKind, { ...seatOf(params), asked: body }, { caller, reason: body.reason })
      },
    }),
    route({
      ...common,
      path: '/api/results/:election/publish',
      act: 'publish.edition',
      summary: 'Propose to publish the newest results now, with every table brought up to date',
      params: z.object({ election: z.string().max(60) }),
      body: z.object({ reason: z.string().max(500).optional() }).optional(),
      handler: ({ params: { election: electionId }, body, caller }) =>
        approvals.propose(publishKind, { electionId }, { caller, reason: body?.reason ?? '' }),
    }),
  ]
}
