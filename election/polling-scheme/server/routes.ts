import { actorOf, refusedImport, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { streamSource } from '@intikhab/kernel/tables'
import { z } from 'zod'
import { pollingSchemeRefusals as kinds } from '../core/refusals.ts'
import { compareSchemes } from '../core/scheme.ts'
import { stationIdOf, type PollingStation } from '../core/station.ts'
import { importScheme, type SchemeImportParts, type StationNorms } from './import-scheme.ts'

const tag = 'Polling scheme'
const election = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const version = z.coerce.number().int().min(1)

/** What the routes need besides the importer's own parts. */
export interface SchemeRouteParts extends SchemeImportParts {
  /** The norms of s.59 by the election's rule pack; undefined for an election that is not there. */
  normsOf(electionId: string): Promise<StationNorms | undefined>
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

const byId = (stations: readonly PollingStation[]) =>
  new Map(stations.map((station) => [stationIdOf(station.constituency, station.number), station]))

/** What staff do with polling schemes. The public reads the scheme edition. */
export function pollingSchemeRoutes(parts: SchemeRouteParts): Route[] {
  const { schemes, normsOf } = parts
  const { store } = schemes
  const hasVersion = async (electionId: string, wanted: number) =>
    (await store.listVersions(electionId)).some((one) => one.version === wanted)
  return [
    route({
      method: 'POST',
      path: '/api/polling-scheme/:election/versions',
      act: 'import.run',
      tag,
      summary:
        'Take in the next version of a scheme, all of it or nothing. CSV, plain or gzip, with the columns of the scheme of 2018',
      params: z.object({ election }),
      query: z.object({
        delimitation: z.string().min(1).max(60),
        status: z.enum(['draft', 'final']),
        reason: z.string().max(500).default(''),
        file: z
          .string()
          .regex(/^[\w. -]{1,80}$/)
          .default('scheme.csv'),
      }),
      accepts: ['text/csv', 'application/gzip', 'application/octet-stream'],
      body: z.instanceof(Buffer),
      // The national scheme of 2018 is 2.8 MB packed and 13 MB plain.
      bodyLimit: 64 * 1024 * 1024,
      async handler({ params, query, body, caller }) {
        const norms = await normsOf(params.election)
        if (norms === undefined) return refuse(kinds['unknown-election'], { field: '/election' })
        const { delimitation: delimitationId, status, reason, file } = query
        const outcome = await importScheme(
          parts,
          streamSource(file, oneChunk(body)),
          { electionId: params.election, delimitationId, norms, status, reason },
          { actor: actorOf(caller) },
        )
        if (!outcome.ok) return refusedImport(outcome.refusal, outcome.problems)
        return accept({ imported: outcome.version.stations, version: outcome.version, report: outcome.report })
      },
    }),
    route({
      method: 'GET',
      path: '/api/polling-scheme/:election/versions',
      act: 'polling-scheme.read',
      scope: 'anywhere',
      tag,
      summary: 'The versions of an election’s scheme, the oldest first',
      params: z.object({ election }),
      async handler({ params }) {
        return accept({ versions: await store.listVersions(params.election) })
      },
    }),
    route({
      method: 'GET',
      path: '/api/polling-scheme/:election/versions/:version/report',
      act: 'import.read',
      scope: 'anywhere',
      tag,
      summary: 'The data-quality report of the import from which a version was made',
      params: z.object({ election, version }),
      async handler({ params }) {
        const report = await store.findReport(params.election, params.version)
        return report === null ? refuse(kinds['unknown-report'], { field: '/version' }) : accept(report)
      },
    }),
    route({
      method: 'GET',
      path: '/api/polling-scheme/:election/versions/:version/changes',
      act: 'polling-scheme.read',
      scope: 'anywhere',
      tag,
      summary:
        'What a version changed against an earlier one, station by station; `since` is the version before where nothing is said',
      params: z.object({ election, version }),
      query: z.object({ since: version.optional() }),
      async handler({ params, query }) {
        const since = query.since ?? params.version - 1
        for (const wanted of [params.version, since])
          if (!(await hasVersion(params.election, wanted)))
            return refuse(kinds['unknown-version'], { field: '/version', detail: { version: wanted } })
        const before = byId(await store.stations(params.election, since))
        const after = byId(await store.stations(params.election, params.version))
        return accept({ since, version: params.version, changes: compareSchemes(before, after) })
      },
    }),
  ]
}
