import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** One stored object. */
interface Stored {
  readonly bytes: Buffer
  readonly type: string
}

/** As much of S3's REST interface as editions need, in memory: PUT, copy, GET, HEAD, list. Unsigned requests are refused. */
export async function startS3Server() {
  const objects = new Map<string, Stored>()
  const requests: string[] = []
  let failing: string | undefined
  let busy = { request: '', times: 0 }

  const xml = (response: ServerResponse, status: number, body: string): void => {
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
  }
  const refuse = (response: ServerResponse, status: number, code: string): void =>
    xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)

  function list(url: URL, bucket: string, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? ''
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(`${bucket}/${prefix}`))
      .map((key) => key.slice(bucket.length + 1))
    const folders = [...new Set(keys.map((key) => `${prefix}${key.slice(prefix.length).split('/')[0]}/`))].sort()
    // One a page, so that going on to the next page is tried as well.
    const at = Number(url.searchParams.get('continuation-token') ?? 0)
    const next =
      at + 1 < folders.length
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${at + 1}</NextContinuationToken>`
        : ''
    xml(
      response,
      200,
      `<ListBucketResult><CommonPrefixes><Prefix>${folders[at] ?? ''}</Prefix></CommonPrefixes>${next}</ListBucketResult>`,
    )
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3.test')
    const key = decodeURIComponent(url.pathname.slice(1))
    const body = await buffer(request)
    requests.push(`${request.method} ${key}`)
    const signed =
      /^AWS4-HMAC-SHA256 Credential=key-of-test\/\d{8}\/test-region\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/
    if (!signed.test(request.headers.authorization ?? '') || request.headers['x-amz-date'] === undefined)
      return refuse(response, 403, 'AccessDenied')
    const hashed = request.headers['x-amz-content-sha256']
    if (hashed !== 'UNSIGNED-PAYLOAD' && hashed !== createHash('sha256').update(body).digest('hex'))
      return refuse(response, 400, 'XAmzContentSHA256Mismatch')
    if (busy.times > 0 && busy.request === `${request.method} ${key}`) {
      busy.times--
      return refuse(response, 503, 'SlowDown')
    }
    if (failing === `${request.method} ${key}`) return refuse(response, 403, 'AccessDenied')
    if (url.searchParams.get('list-type') === '2') return list(url, key.replace(/\/$/, ''), response)
    if (request.method === 'PUT') {
      const source = request.headers['x-amz-copy-source']
      const copied = typeof source === 'string' ? objects.get(decodeURIComponent(source)) : undefined
      if (source !== undefined && copied === undefined) return refuse(response, 404, 'NoSuchKey')
      objects.set(key, copied ?? { bytes: body, type: request.headers['content-type'] ?? '' })
      return copied === undefined
        ? void response.end()
        : xml(response, 200, '<CopyObjectResult><ETag>"copied"</ETag></CopyObjectResult>')
    }
    const found = objects.get(key)
    if (found === undefined)
      return request.method === 'HEAD' ? void response.writeHead(404).end() : refuse(response, 404, 'NoSuchKey')
    response.writeHead(200, { 'content-type': found.type, 'content-length': found.bytes.length }).end(found.bytes)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a listening socket has an address')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    requests,
    /** Refuses one kind of request, e.g. `PUT bucket/key`. */
    fail(request: string | undefined) {
      failing = request
    },
    /** Answers the next so many of one kind of request that the store is busy. */
    busy(request: string, times: number) {
      busy = { request, times }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
