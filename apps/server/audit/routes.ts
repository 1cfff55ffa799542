import { readFile } from 'node:fs/promises'
import { actorOf, raw, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { auditRefusals } from './refusals.ts'
import type { AuditRuns } from './runs.ts'

const running = z.object({
  id: z.string(),
  stage: z.enum(['entries', 'registers', 'report']),
  done: z.int(),
  total: z.int(),
})
const ended = z.object({
  id: z.string(),
  endedAt: z.string(),
  size: z.int(),
  findings: z.int(),
  sha256: z.string(),
})
const id = z.string().regex(/^\d{8}T\d{6}Z$/)

const files = {
  json: { type: 'application/json', name: 'Report of an audit as JSON (docs/audit.md)' },
  pdf: { type: 'application/pdf', name: 'Report of an audit on paper' },
} as const

/** The auditor's desk: have the ledger audited, watch it, take the reports. */
export function auditRoutes(runs: AuditRuns): Route[] {
  const base = { act: 'audit.read', tag: 'audit' } as const
  return [
    route({
      ...base,
      method: 'GET',
      path: '/api/audits',
      summary: 'The audit that runs, and those that have ended, newest first',
      response: z.object({ running: running.nullable(), failed: z.boolean(), ended: z.array(ended) }),
      handler: async () => accept({ running: runs.running ?? null, failed: runs.failed, ended: [...runs.ended()] }),
    }),
    route({
      ...base,
      method: 'POST',
      path: '/api/audits',
      summary: 'Have the ledger audited; one audit at a time',
      status: 202,
      response: running,
      handler: async ({ caller }) => runs.start(actorOf(caller)),
    }),
    ...(['json', 'pdf'] as const).map((ending) =>
      route({
        ...base,
        method: 'GET',
        path: `/api/audits/:id/report.${ending}`,
        summary: files[ending].name,
        produces: files[ending].type,
        params: z.object({ id }),
        async handler({ params }) {
          const file = runs.find(params.id, ending)
          if (file === undefined) return refuse(auditRefusals['no-report'], { field: 'id' })
          return raw({
            headers: {
              'content-type': files[ending].type,
              'content-disposition': `attachment; filename="audit-${params.id}.${ending}"`,
              'cache-control': 'private, no-cache',
            },
            body: await readFile(file),
          })
        },
      }),
    ),
  ]
}
