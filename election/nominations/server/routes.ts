import { z } from 'zod'
import type { Database } from '@intikhab/kernel/database'
import { actorOf, refusedImport, route, type Route } from '@intikhab/kernel/http'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Refusal } from '@intikhab/kernel/refusal'
import { streamSource, type ProblemReport } from '@intikhab/kernel/tables'
import { nominationRefusals } from '../core/refusals.ts'
import { symbols } from '../core/symbols.ts'
import { readCandidates2018 } from './candidates-2018.ts'
import { listContests } from './import-candidates.ts'

/** The feed of 2018 is 2.5 MB plain. */
const uploadLimit = 32 * 1024 * 1024

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

function fileRefused(problems: ProblemReport): Refusal {
  return { kind: nominationRefusals['file-refused'], detail: { problems: problems.count } }
}

/** What staff hand in: the seats and candidates of an election. */
export function nominationsRoutes(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
  hasElection(electionId: string): Promise<boolean>
}): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/nominations/:election/candidates',
      act: 'import.run',
      tag: 'nominations',
      summary:
        'List the seats and candidates of an election, all of them or none. CSV, plain or gzip, with the columns of the commission’s feed of 2018',
      params: z.object({ election: z.string().min(1).max(60) }),
      query: z.object({
        file: z
          .string()
          .regex(/^[\w. -]{1,80}$/)
          .default('candidates.csv'),
      }),
      accepts: ['text/csv', 'application/gzip', 'application/octet-stream'],
      body: z.instanceof(Buffer),
      bodyLimit: uploadLimit,
      async handler({ params: { election: electionId }, query, body, caller }) {
        if (!(await parts.hasElection(electionId)))
          return refuse(nominationRefusals['unknown-election'], { field: '/election' })
        const reading = await readCandidates2018(streamSource(query.file, oneChunk(body)))
        if (!reading.ok) return refusedImport(fileRefused(reading.refused), reading.refused)
        const { plan, report } = reading
        const occasion = { electionId, by: { actor: actorOf(caller) }, at: parts.now(), report }
        const listed = await listContests(parts, { ...plan, symbols }, occasion)
        return listed.ok ? accept({ imported: report.totals['candidates'] ?? 0, report }) : listed
      },
    }),
  ]
}
