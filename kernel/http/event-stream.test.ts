import { afterEach, expect, test } from 'vitest'
import { eventStream, type HttpServer, type StreamEvent } from './index.ts'
import { eventText } from './event-stream.ts'
import { testServer } from './testing.testkit.ts'

let server: HttpServer | undefined
afterEach(async () => server?.close())

async function listening(more: Parameters<typeof testServer>[1] = {}) {
  const readers: { send: (event: StreamEvent) => void; lastEventId: string | undefined }[] = []
  let stopped: () => void = () => undefined
  const someoneLeft = new Promise<void>((resolve) => (stopped = resolve))
  server = testServer(
    [
      eventStream({
        path: '/live',
        act: 'public',
        tag: 't',
        summary: 'For the test',
        subscribe(send, { lastEventId }) {
          readers.push({ send, lastEventId })
          send({ id: '1', event: 'edition', data: { number: 1 } })
          return stopped
        },
      }),
      eventStream({
        path: '/closed',
        act: 'results.postal',
        tag: 't',
        summary: 'For the test',
        subscribe: () => () => undefined,
      }),
    ],
    more,
  )
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return { address, readers, someoneLeft }
}

/** Reads a stream until `pattern` has arrived. */
async function readUntil(response: Response, pattern: RegExp): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!pattern.test(text)) {
    const part = await reader?.read()
    if (part === undefined || part.done) break
    text += decoder.decode(part.value, { stream: true })
  }
  reader?.releaseLock()
  return text
}

test('events arrive in order with their ids, the last seen id comes back, and leaving ends the subscription', async () => {
  const { address, readers, someoneLeft } = await listening()
  const leave = new AbortController()
  const response = await fetch(`${address}/live`, { headers: { 'last-event-id': '41' }, signal: leave.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(readers[0]?.lastEventId).toBe('41')
  readers[0]?.send({ id: '2', event: 'edition', data: { name: 'ووٹ\nشمار' } })
  expect(await readUntil(response, /شمار/)).toBe(
    'retry: 3000\n\nid: 1\nevent: edition\ndata: {"number":1}\n\nid: 2\nevent: edition\ndata: {"name":"ووٹ\\nشمار"}\n\n',
  )
  leave.abort()
  await someoneLeft
  readers[0]?.send({ data: 'after the end' })
})

test('a heartbeat keeps a silent stream open', async () => {
  const { address } = await listening({ heartbeatMilliseconds: 5 })
  expect(await readUntil(await fetch(`${address}/live`), /: still here/)).toContain(': still here\n\n')
})

test('streams beyond the limit and streams of an act are refused as problems', async () => {
  const { address } = await listening({ mostStreams: 0 })
  expect(await (await fetch(`${address}/live`)).json()).toMatchObject({ status: 503, code: 'http.too-many-streams' })
  expect(await (await fetch(`${address}/closed`)).json()).toMatchObject({ status: 401 })
})

test('asking only for the headers of a stream opens none', async () => {
  const { address, readers } = await listening()
  expect((await fetch(`${address}/live`, { method: 'HEAD' })).status).toBe(404)
  expect(readers).toEqual([])
})

test('closing the server ends its streams', async () => {
  const { address } = await listening()
  const response = await fetch(`${address}/live`)
  await server?.close()
  expect(await response.text()).toContain('id: 1')
  server = undefined
})

test('an id or a name cannot break out of its line', () => {
  expect(eventText({ id: '1\ndata: forged', event: 'a\r\nb', data: 1 })).toBe(
    'id: 1 data: forged\nevent: a  b\ndata: 1\n\n',
  )
})
