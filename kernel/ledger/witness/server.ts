import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { witnessKey } from '../cosignature.ts'
import type { Witness } from './witness.ts'

/** More than a checkpoint with sixteen signatures and its proof ever needs. */
const longestBody = 65_536

function say(response: ServerResponse, status: number, body: string | Buffer, type = 'text/plain'): void {
  const charset = type === 'text/plain' ? '; charset=utf-8' : ''
  response.writeHead(status, {
    'content-type': `${type}${charset}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** The body as text; undefined if it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > longestBody) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

/** What a visitor reads: who this witness is, and how far it has seen each log. */
function front({ signer, memory }: Witness): string {
  const logs = [...memory.all()].map(([origin, { size, root }]) => `${origin}: ${size} entries, root ${root}\n`)
  return `Witness ${signer.name}\n${witnessKey(signer)}\n\n${logs.length === 0 ? 'It has cosigned nothing yet.\n' : logs.join('')}`
}

/**
 * The witness over HTTP: `POST /add-checkpoint` (https://c2sp.org/tlog-witness), `GET /cosigned` with everything that it
 * remembers, and `GET /` for people. The caller listens and closes.
 */
export function witnessServer(witness: Witness): Server {
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'POST' && request.url === '/add-checkpoint') {
        const body = await readBody(request)
        if (body === undefined) return say(response.setHeader('connection', 'close'), 413, 'The body is too long.\n')
        const { status, body: answer, type } = witness.addCheckpoint(body)
        return say(response, status, answer, type)
      }
      if (request.method === 'GET' && request.url === '/cosigned') return say(response, 200, witness.memory.text())
      if (request.method === 'GET' && request.url === '/') return say(response, 200, front(witness))
      return say(response, 404, 'There is nothing at this address.\n')
    })().catch(() => {
      // A full disk, or a caller that went away: nothing was cosigned that is not kept.
      if (response.headersSent) response.destroy()
      else say(response, 500, 'This witness cannot keep what it sees, and so does not sign.\n')
    })
  })
  server.requestTimeout = 15_000
  server.headersTimeout = 10_000
  server.maxConnections = 200
  return server
}
