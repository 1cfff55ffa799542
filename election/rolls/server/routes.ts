import { problemOf, raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import { streamSource } from '@intikhab/kernel/tables'
import { z } from 'zod'
import type { VoterImport } from './import-voters.ts'
import type { Rolls } from './rolls.ts'
import { feedColumns, readVoterFeed } from './voter-feed.ts'

/** Largest feed over HTTP: about 300,000 voters. Larger ones are imported with the command, from a file. */
const feedLimit = 64 * 1024 * 1024

/** An imported feed, or the problem document with the whole report of what is wrong with the file. */
function leave(done: VoterImport): Raw {
  const headers = { 'cache-control': 'no-store' }
  if (done.ok)
    return raw({
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ imported: done.imported }),
    })
  const problem = problemOf(done.refusal)
  return raw({
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify({ ...problem, report: done.report }),
  })
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** What staff do to the rolls over HTTP. */
export function rollsRoutes(rolls: Rolls): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/rolls/feeds/:name',
      act: 'import.run',
      tag: 'rolls',
      summary: `Take in a feed of the civil registry, all of it or nothing. CSV: ${Object.keys(feedColumns).join(', ')}`,
      params: z.object({ name: z.string().regex(/^[\w.-]{1,80}$/) }),
      accepts: ['text/csv'],
      body: z.instanceof(Buffer),
      bodyLimit: feedLimit,
      async handler({ params, body, caller }) {
        const reading = await readVoterFeed(streamSource(params.name, oneChunk(body)))
        if (!reading.ok) return leave(reading)
        return leave(await rolls.importFeed(reading.feed, { accountId: caller.person?.accountId ?? '' }))
      },
    }),
  ]
}
