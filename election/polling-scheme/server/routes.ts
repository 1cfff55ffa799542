import { z } from 'zod'
import { importRoute, type Route } from '@intikhab/kernel/http'
import { importScheme, type SchemeImportParts, type StationNorms } from './import-scheme.ts'

const mebibyte = 1024 * 1024

/** What staff import: the polling scheme of an election, as its next version. */
export function pollingSchemeRoutes(
  parts: SchemeImportParts & {
    /** What s.59 says for the election; undefined where there is no such election, and the usual norms then stand. */
    findNorms(electionId: string): Promise<StationNorms>
  },
): Route[] {
  return [
    importRoute({
      path: '/api/polling-scheme/:election/imports',
      summary: 'Import the polling scheme of an election as its next version, with its data-quality report',
      tag: 'polling-scheme',
      params: z.object({ election: z.string().min(1).max(60) }),
      query: z.object({
        delimitation: z.string().min(1).max(40),
        status: z.enum(['draft', 'final']),
        reason: z.string().trim().max(500).default(''),
      }),
      files: ['stations'],
      bodyLimit: 64 * mebibyte,
      async run({ files: { stations }, params, query: { delimitation, status, reason }, accountId }) {
        if (stations === undefined) throw new Error('the file of stations was not handed over')
        const norms = await parts.findNorms(params.election)
        const draft = { electionId: params.election, delimitationId: delimitation, norms, status, reason }
        return importScheme(parts, stations, draft, { kind: 'account', id: accountId })
      },
    }),
  ]
}
