import { request } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The commission's door, and by what the registry shows that it is the registry. Everything in PEM. */
export interface RegistryClient {
  /** `https://…/registry-feed/v1` */
  readonly url: string
  /** Who vouches for the commission's certificate. */
  readonly authority: string
  readonly certificate: string
  readonly privateKey: string
}

export interface DoorAnswer {
  readonly status: number
  readonly answer: unknown
}

async function ask(
  client: RegistryClient,
  method: 'GET' | 'POST',
  path: string,
  body?: AsyncIterable<Uint8Array>,
): Promise<DoorAnswer> {
  const { url, authority: ca, certificate: cert, privateKey: key } = client
  const sent = request(`${url}${path}`, {
    method,
    ca,
    cert,
    key,
    agent: false,
    headers: body === undefined ? {} : { 'content-type': 'application/vnd.intikhab.registry-batch' },
  })
  const answered = new Promise<DoorAnswer>((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (response) => {
      response
        .toArray()
        .then((parts: Buffer[]) =>
          resolve({ status: response.statusCode ?? 0, answer: JSON.parse(Buffer.concat(parts).toString()) }),
        )
        .catch(reject)
    })
  })
  // A batch that is refused is not read to its end: then the answer counts, not the broken pipe.
  if (body === undefined) sent.end()
  else pipeline(body, sent).catch(() => undefined)
  return answered
}

/** Where the feed stands: from which number to send, and what is missing. */
export async function askRegistryDoor(client: RegistryClient): Promise<{
  readonly last: number
  readonly sendFrom: number
  readonly missing: readonly { from: number; to: number }[]
}> {
  const { answer } = await ask(client, 'GET', '/state')
  return answer as { last: number; sendFrom: number; missing: { from: number; to: number }[] }
}

/** Hands in a batch. */
export function postBatch(client: RegistryClient, batch: Uint8Array | AsyncIterable<Uint8Array>): Promise<DoorAnswer> {
  return ask(client, 'POST', '/batches', batch instanceof Uint8Array ? Readable.from([batch]) : batch)
}
