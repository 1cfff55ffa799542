import { Readable } from 'node:stream'
import type { Database } from '@intikhab/kernel/database'
import { actorOf, csvFile, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { outcomes } from '../../core/registry-feed/reasons.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { findReport, refusedTable, toVerifyTable } from './batch-report.ts'
import type { RegistryFeed } from './feed.ts'

/** Media type of a batch. */
export const batchMediaType = 'application/vnd.intikhab.registry-batch'

const range = { from: z.int(), to: z.int() }
const listedBatch = z.object({
  ...range,
  id: z.int(),
  records: z.int(),
  madeAt: z.string(),
  arrivedAt: z.string(),
  finishedAt: z.string().nullable(),
  road: z.enum(['file', 'upload', 'https']),
  key: z.string(),
  sha256: z.string(),
  state: z.enum(['waiting', 'applied', 'refused']),
  contradictions: z.array(z.int()).readonly(),
  skipped: z.int().meta({ description: 'Records that an earlier batch had brought already' }),
  counts: z.record(z.enum(outcomes), z.int()),
})

const stateAnswer = z.object({
  last: z.int().meta({ description: 'The last number that was taken in' }),
  sendFrom: z.int(),
  missing: z.array(z.object(range)).readonly(),
  frozenSince: z.string().nullable(),
  held: z.int(),
  tooYoung: z.int(),
  batches: z.array(listedBatch).readonly(),
})

const reportAnswer = z.object({
  batch: listedBatch,
  reasons: z
    .array(
      z.object({
        outcome: z.enum(['to-verify', 'refused']),
        reason: z.string(),
        en: z.string(),
        ur: z.string(),
        records: z.int(),
      }),
    )
    .readonly(),
})

const batchParams = z.object({
  batch: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

/** The tables that belong to the report of a batch. */
const csvTables = [
  {
    name: 'refused',
    table: refusedTable,
    summary: 'The refused records of a batch, by number, with the reason of each; names nobody',
  },
  {
    name: 'to-verify',
    table: toVerifyTable,
    summary: 'The records of a batch that wait for a visit, with reason, census block and masked CNIC; names nobody',
  },
] as const

/** What the routes stand on. */
export interface FeedDesk {
  readonly database: Database
  readonly feed: RegistryFeed
  /** Told of what goes wrong while records are taken in after the answer has left. */
  readonly log: (problem: unknown) => void
}

/** The feed of the civil registry on the staff's side: where it stands, how batches ended, and batches as files. */
export function registryFeedRoutes({ database, feed, log }: FeedDesk): Route[] {
  const tag = 'rolls'
  return [
    route({
      method: 'GET',
      path: '/api/rolls/registry-feed',
      act: 'rolls.read',
      scope: 'anywhere',
      tag,
      summary: 'Where the feed of the civil registry stands: the last number, what is missing, the newest batches',
      response: stateAnswer,
      handler: async () => accept(await feed.state()),
    }),
    route({
      method: 'GET',
      path: '/api/rolls/registry-feed/batches/:batch/report',
      act: 'rolls.read',
      scope: 'anywhere',
      tag,
      summary: 'How the records of a batch ended, by reason; it closes to the number of its records',
      params: batchParams,
      response: reportAnswer,
      async handler({ params }) {
        const report = await findReport(database.tables(), params.batch)
        return report === undefined ? refuse(rollsRefusals['unknown-registry-batch']) : accept(report)
      },
    }),
    ...csvTables.map(({ name, table, summary }) =>
      route({
        method: 'GET',
        path: `/api/rolls/registry-feed/batches/:batch/${name}.csv`,
        act: 'rolls.read',
        scope: 'anywhere',
        tag,
        summary,
        params: batchParams,
        produces: 'text/csv',
        async handler({ params }) {
          const report = await findReport(database.tables(), params.batch)
          if (report === undefined) return refuse(rollsRefusals['unknown-registry-batch'])
          return csvFile(`registry-batch-${params.batch}-${name}`, table(database, report.batch))
        },
      }),
    ),
    route({
      method: 'POST',
      path: '/api/rolls/registry-feed/batches',
      act: 'rolls.feed',
      tag,
      summary: 'Hand in a signed batch of the civil registry as a file; it is taken in as soon as its turn comes',
      accepts: [batchMediaType],
      streamed: true,
      body: z.custom<Readable>((body) => body instanceof Readable),
      status: 202,
      response: z.object({ batch: listedBatch, known: z.boolean() }),
      async handler({ body, caller }) {
        const kept = await feed.keep(body, { actor: actorOf(caller), road: 'upload' })
        if (kept.ok) void feed.takeIn().catch(log)
        return kept
      },
    }),
  ]
}
