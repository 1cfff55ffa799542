import { z } from 'zod'
import { eventStream, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { FormBundle, Receipt } from '../core/bundle.ts'
import { resultsRefusals } from '../core/refusals.ts'
import type { IntakeStatus } from './counters.ts'
import type { Intake } from './intake.ts'

/** The largest Form-45 there can be is a tenth of this. */
const largestBundle = 128 * 1024
/** Counters are sent this often at most, in milliseconds. */
const liveEvery = 1000

/** A form that is set aside is taken, and waits for a decision. */
const statuses = { accepted: 201, duplicate: 200, 'set-aside': 202 } as const

const election = z.object({ election: z.string().max(60) })

const receiptSchema: z.ZodType<Receipt> = z.object({
  bundleId: z.string(),
  status: z.enum(['accepted', 'duplicate', 'set-aside']),
  code: z.string().optional(),
  arrivedAt: z.string(),
  findings: z.array(z.object({ code: z.string(), level: z.enum(['block', 'warn', 'record']) })),
  entryId: z.number(),
})

const statusSchema: z.ZodType<IntakeStatus> = z.object({
  electionId: z.string(),
  expected: z.number(),
  counts: z.number(),
  accounts: z.number(),
  duplicates: z.number(),
  refused: z.number(),
  refusedByCode: z.record(z.string(), z.number()),
  lastArrivedAt: z.string().nullable(),
})

/** Finds a signed bundle as it arrived. */
export type FindBundle = (
  electionId: string,
  contestId: string,
  stationNumber: number,
  form: '45' | '46',
) => Promise<FormBundle | undefined>

/** What stations and the public reach without signing in. */
export function publicRoutes(intake: Intake, findBundle: FindBundle): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/results/forms',
      act: 'public',
      summary: 'Send a signed Form-45 or Form-46 of a polling station; send it again until a receipt comes back',
      tag: 'results',
      bodyLimit: largestBundle,
      // Read by the intake itself, so that every refusal is counted and logged.
      body: z.unknown(),
      response: receiptSchema,
      status: ({ status }) => statuses[status],
      handler: ({ body }) => intake.take(body),
    }),
    route({
      method: 'GET',
      path: '/api/results/:election/status',
      act: 'public',
      summary: 'Forms received, expected and refused, by code',
      tag: 'results',
      params: election,
      response: statusSchema,
      handler({ params }) {
        const counters = intake.countersOf(params.election)
        return Promise.resolve(
          counters === undefined ? refuse(resultsRefusals['unknown-election']) : accept(counters.status()),
        )
      },
    }),
    eventStream({
      path: '/api/results/:election/live',
      act: 'public',
      summary: 'The same counters, whenever they change, once a second at most',
      tag: 'results',
      params: election,
      subscribe(send, { params }) {
        let seen = -1
        const look = (): void => {
          const counters = intake.countersOf(params.election)
          if (counters === undefined || counters.change === seen) return
          seen = counters.change
          send({ event: 'status', data: counters.status() })
        }
        look()
        const timer = setInterval(look, liveEvery)
        return () => clearInterval(timer)
      },
    }),
    route({
      method: 'GET',
      path: '/api/results/:election/bundles/:contest/:station/:form',
      act: 'public',
      summary: 'The signed bundle of a station as it arrived, to be checked with openssl',
      tag: 'results',
      params: election.extend({
        contest: z.string().max(12),
        station: z.coerce.number().int().min(1).max(99_999),
        form: z.enum(['45', '46']),
      }),
      async handler({ params }) {
        const bundle = await findBundle(params.election, params.contest, params.station, params.form)
        return bundle === undefined ? refuse(resultsRefusals['no-such-bundle']) : accept(bundle)
      },
    }),
  ]
}
