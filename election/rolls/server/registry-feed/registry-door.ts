import { createServer, type ServerOptions } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { CannotStart, type Database } from '@intikhab/kernel/database'
import { problemOf } from '@intikhab/kernel/http'
import type { Refusal } from '@intikhab/kernel/refusal'
import { rollsRefusals } from '../../core/refusals.ts'
import { findReport, refusedTable } from './batch-report.ts'
import type { RegistryFeed } from './feed.ts'
import { civilRegistry } from './feed-acts.ts'

/** Where the registry's own door is, and who may pass. Everything in PEM. */
export interface DoorSettings {
  readonly port: number
  readonly host: string
  readonly certificate: string
  readonly privateKey: string
  /** The authority that issues the registry's client certificates: no other is believed, whatever the machine trusts. */
  readonly clientAuthority: string
  /** Common name of the registry's certificate, where the authority issues to others, too. */
  readonly clientName?: string
}

interface Behind {
  readonly database: Database
  readonly feed: RegistryFeed
  readonly log: (problem: unknown) => void
  /** Told of whoever came without the registry's certificate. */
  readonly onStranger?: (ip: string) => void
}

export interface RegistryDoor {
  readonly url: string
  close(): Promise<void>
}

const batchPath = /^\/registry-feed\/v1\/batches\/(\d{1,9})\/(report|refused\.csv)$/

/**
 * The listener of its own at which the civil registry hands in batches and asks for the last number taken in, over mutually
 * authenticated HTTPS. Whoever has no certificate of the pinned authority is turned away in the handshake.
 */
export async function openRegistryDoor(settings: DoorSettings, behind: Behind): Promise<RegistryDoor> {
  const { port, host, certificate, privateKey, clientAuthority, clientName } = settings
  const options: ServerOptions = {
    cert: certificate,
    key: privateKey,
    ca: clientAuthority,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    // A batch of six million records at 10 Mbit/s.
    requestTimeout: 3_600_000,
  }
  const server = createServer(options, (request, response) => {
    const name = (request.socket as TLSSocket).getPeerCertificate().subject?.CN
    if (clientName !== undefined && name !== clientName) {
      behind.onStranger?.(request.socket.remoteAddress ?? '')
      request.socket.destroy()
      return
    }
    answer(request, response, behind).catch((error: unknown) => {
      behind.log(error)
      // A registry that hears nothing sends again, which is harmless.
      response.destroy()
    })
  })
  server.on('tlsClientError', (_error: Error, socket: TLSSocket) => behind.onStranger?.(addressOf(socket)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new CannotStart(`The registry's door at port ${port} of ${host} cannot be opened: ${error.message}.`)),
    )
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const open = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `https://${host}:${open}/registry-feed/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** Once a connection is broken off its address is gone. */
function addressOf(socket: Socket): string {
  return socket.remoteAddress ?? ''
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { database, feed, log }: Behind,
): Promise<void> {
  const { method, url = '' } = request
  if (method === 'GET' && url === '/registry-feed/v1/state') {
    const { last, sendFrom, missing, frozenSince } = await feed.state()
    return say(response, 200, { last, sendFrom, missing, frozenSince })
  }
  if (method === 'POST' && url === '/registry-feed/v1/batches') {
    const kept = await feed.keep(request, { actor: civilRegistry, road: 'https' })
    if (!kept.ok) return refuseWith(response, kept.refusal)
    void feed.takeIn().catch(log)
    return say(response, kept.value.known ? 200 : 202, kept.value)
  }
  const asked = batchPath.exec(url)
  const report = asked === null || method !== 'GET' ? undefined : await findReport(database.tables(), Number(asked[1]))
  if (report === undefined) return refuseWith(response, { kind: rollsRefusals['unknown-registry-batch'] })
  if (asked?.[2] === 'report') return say(response, 200, report)
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' })
  return pipeline(refusedTable(database, report.batch), response)
}

function say(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

/** A batch that is refused while it arrives is not read to its end: the connection ends with the answer. */
function refuseWith(response: ServerResponse, refusal: Refusal): void {
  const problem = problemOf(refusal)
  response
    .writeHead(problem.status, { 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' })
    .end(JSON.stringify(problem))
}
