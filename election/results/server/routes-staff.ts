import { z } from 'zod'
import { actorOf, route, type Caller, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { deskOf } from '../core/desk.ts'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import type { Intake } from './intake.ts'
import type { Officer } from './officer.ts'
import type { OfficerAct } from './seat-store.ts'

const seat = z.object({ election: z.string().max(60), contest: z.string().max(12) })
const reason = z.string().trim().min(10).max(500)
const votes = z.int().min(0).max(9_999_999)

const postalBody = z.strictObject({
  votes: z.array(votes).max(1000),
  excluded: votes,
  issued: votes,
  receivedInTime: votes,
  reason: reason.nullable(),
})

const documentBody = z.strictObject({
  form: z.enum(['47', '48', '49']),
  reason: reason.nullable(),
  /** The serial that the lot fell on; null unless the highest votes are equal. */
  lotFellOn: z.int().min(1).max(1000).nullable(),
})

export interface StaffRouteParts {
  readonly intake: Intake
  readonly officer: Officer
  findElection(electionId: string): ElectionFacts | undefined
  /** Publishes what is in and tells the edition's number. */
  readonly now: () => Date
}

/** What the offices do with results. */
export function staffRoutes({ intake, officer, findElection, now }: StaffRouteParts): Route[] {
  const actOf = (params: z.infer<typeof seat>, caller: Caller): OfficerAct => ({
    electionId: params.election,
    contestId: params.contest,
    actor: actorOf(caller),
    at: now().toISOString(),
  })
  const inSeat = ({ params }: { readonly params: z.infer<typeof seat> }) =>
    ({ kind: 'constituency', code: params.contest, electionId: params.election }) as const

  return [
    route({
      method: 'GET',
      path: '/api/results/:election/desk',
      act: 'results.read-desk',
      scope: 'anywhere',
      summary: 'The results desk: clocks of the law, and the seats of the office with what they lack',
      tag: 'results',
      params: z.object({ election: z.string().max(60) }),
      handler({ params, caller }) {
        const facts = findElection(params.election)
        if (facts === undefined) return Promise.resolve(refuse(resultsRefusals['unknown-election']))
        const scopes = caller.person?.grants.map(({ scope }) => scope) ?? []
        const counters = intake.countersOf(params.election)
        return Promise.resolve(accept(deskOf(facts, scopes, (id) => counters?.countsOf(id) ?? 0, now())))
      },
    }),
    route({
      method: 'POST',
      path: '/api/results/:election/contests/:contest/postal',
      act: 'results.postal',
      scope: inSeat,
      summary: 'Record the postal ballots of a seat',
      tag: 'results',
      params: seat,
      body: postalBody,
      idempotent: true,
      status: 201,
      handler({ params, body, caller }) {
        const { reason, ...row } = body
        return officer.recordPostal(actOf(params, caller), row, reason)
      },
    }),
    route({
      method: 'POST',
      path: '/api/results/:election/contests/:contest/documents',
      act: 'results.consolidate',
      scope: inSeat,
      summary: 'Make Form-47, 48 or 49 of a seat out of what is in',
      tag: 'results',
      params: seat,
      body: documentBody,
      idempotent: true,
      status: 201,
      handler({ params, body: { form, reason, lotFellOn }, caller }) {
        const lot = lotFellOn === null ? {} : { lot: { serial: lotFellOn } }
        return officer.makeDocument(actOf(params, caller), { form, reason, ...lot })
      },
    }),
  ]
}
