import { Readable } from 'node:stream'
import { refuse, accept, refusals } from '@intikhab/kernel/refusal'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { csvFile, raw, route } from './index.ts'
import { testServer } from './testing.testkit.ts'

const own = refusals('seats', {
  'more-polled-than-registered': {
    status: 422,
    en: '{polled, number} polled of {registered, number} registered.',
    ur: '{registered, number} رجسٹرڈ میں سے {polled, number} ووٹ ڈالے گئے۔',
    section: 'Elections Act 2017, s.90',
  },
})

const shared = { tag: 'seats', summary: 'For the test' } as const
const routes = [
  route({
    ...shared,
    method: 'POST',
    path: '/api/seats/:seat/votes',
    act: 'public',
    params: z.object({ seat: z.string().regex(/^NA-\d+$/) }),
    query: z.object({ copy: z.coerce.number().int().optional() }),
    body: z.object({ candidates: z.array(z.object({ 'total/votes': z.int().min(0) })) }),
    response: z.object({ seat: z.string(), total: z.int() }),
    bodyLimit: 2000,
    status: (value) => (value.total === 0 ? 200 : 201),
    handler({ params, body }) {
      return Promise.resolve(
        accept({ seat: params.seat, total: body.candidates.reduce((sum, one) => sum + one['total/votes'], 0) }),
      )
    },
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/api/refused',
    act: 'public',
    handler: () =>
      Promise.resolve(
        refuse(own['more-polled-than-registered'], { field: 'polled', detail: { polled: 1201, registered: 1200 } }),
      ),
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/api/broken',
    act: 'public',
    handler: () => Promise.reject(new Error('the secret inside')),
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/api/database-gone',
    act: 'public',
    handler: () => Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' })),
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/api/not-as-promised',
    act: 'public',
    response: z.object({ n: z.int() }),
    handler: () => Promise.resolve(accept({ n: 0.5 })),
  }),
  route({
    ...shared,
    method: 'POST',
    path: '/api/table',
    act: 'public',
    accepts: ['text/csv'],
    body: z.instanceof(Buffer),
    handler: ({ body }) => Promise.resolve(accept({ bytes: body.length })),
  }),
  route({
    ...shared,
    method: 'POST',
    path: '/api/flood',
    act: 'public',
    accepts: ['application/vnd.test.flood'],
    streamed: true,
    body: z.custom<Readable>((body) => body instanceof Readable),
    async handler({ body }) {
      let bytes = 0
      for await (const part of body) bytes += (part as Buffer).length
      return accept({ bytes })
    },
  }),
  route({
    ...shared,
    method: 'POST',
    path: '/api/deep',
    act: 'public',
    idempotent: true,
    body: z.object({ list: z.array(z.unknown()) }),
    handler: () => Promise.resolve(accept(undefined)),
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/page',
    act: 'public',
    undocumented: true,
    handler: () =>
      Promise.resolve(raw({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<p>ووٹ', etag: 'abc' })),
  }),
  route({
    ...shared,
    method: 'GET',
    path: '/api/seats/:seat/table.csv',
    act: 'public',
    params: z.object({ seat: z.string() }),
    produces: 'text/csv',
    handler: ({ params }) =>
      Promise.resolve(csvFile(`seat-${params.seat}`, Readable.from(['seat,نام\r\n', 'NA-21,اٹک\r\n']))),
  }),
]
const logged: { instance: string; error: unknown }[] = []
const { fastify, routes: summaries } = testServer(routes, { log: (entry) => logged.push(entry) })
const votes = (payload: unknown, url = '/api/seats/NA-21/votes') =>
  fastify.inject({ method: 'POST', url, payload: payload as object, headers: { 'content-type': 'application/json' } })

test('input is parsed, the handler answers with a value, and the status may depend on it', async () => {
  const made = await votes({ candidates: [{ 'total/votes': 78_911 }, { 'total/votes': 78_878 }] })
  expect([made.statusCode, made.json()]).toEqual([201, { seat: 'NA-21', total: 157_789 }])
  expect((await votes({ candidates: [] })).statusCode).toBe(200)
})

test('a streamed body reaches its handler piece by piece, larger than any limit; no other media type does', async () => {
  const flood = (type: string) =>
    fastify.inject({
      method: 'POST',
      url: '/api/flood',
      payload: Buffer.alloc(3 << 20, 'a'),
      headers: { 'content-type': type },
    })
  expect((await flood('application/vnd.test.flood')).json()).toEqual({ bytes: 3 << 20 })
  expect([(await flood('text/csv')).statusCode, (await flood('application/json')).statusCode]).not.toContain(200)
})

test('a wrong value is answered with its place as a JSON pointer, never echoed', async () => {
  const wrong = await votes({ candidates: [{ 'total/votes': 1 }, { 'total/votes': -5 }] })
  expect(wrong.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(wrong.json()).toMatchObject({
    type: '/refusals#http.invalid-input',
    status: 400,
    code: 'http.invalid-input',
    field: '/candidates/1/total~1votes',
    figures: { in: 'body' },
  })
  expect((await votes({}, '/api/seats/PK-1/votes')).json()).toMatchObject({ field: '/seat', figures: { in: 'params' } })
  expect((await votes({}, '/api/seats/NA-1/votes?copy=x')).json()).toMatchObject({
    field: '/copy',
    figures: { in: 'query' },
  })
  expect((await votes(undefined)).json()).toMatchObject({ code: 'http.bad-json' })
})

test('a refusal leaves as a problem in both languages with its figures and its section', async () => {
  expect((await fastify.inject('/api/refused')).json()).toEqual({
    type: '/refusals#seats.more-polled-than-registered',
    title: '1,201 polled of 1,200 registered.',
    titleUr: '1,200 رجسٹرڈ میں سے 1,201 ووٹ ڈالے گئے۔',
    status: 422,
    code: 'seats.more-polled-than-registered',
    field: 'polled',
    figures: { polled: 1201, registered: 1200 },
    section: 'Elections Act 2017, s.90',
  })
})

test.each([
  ['bad JSON', '{"candidates":', 'application/json', 400, 'http.bad-json'],
  ['the character NUL in a text', '{"candidates":"\\u0000"}', 'application/json', 400, 'http.bad-json'],
  ['a poisoned prototype', '{"__proto__": {"admin": true}}', 'application/json', 400, 'http.bad-json'],
  ['a body over the limit', `{"candidates":[${' '.repeat(2000)}]}`, 'application/json', 413, 'http.body-too-large'],
  ['another kind of content', 'candidates=1', 'application/x-www-form-urlencoded', 415, 'http.unsupported-media-type'],
  ['text', 'hello', 'text/plain', 415, 'http.unsupported-media-type'],
])('%s is refused', async (_what, payload, type, status, code) => {
  const answer = await fastify.inject({
    method: 'POST',
    url: '/api/seats/NA-21/votes',
    payload,
    headers: { 'content-type': type },
  })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
})

test('JSON nested a hundred thousand deep is refused like any other wrong value', async () => {
  const deep = await fastify.inject({
    method: 'POST',
    url: '/api/deep',
    payload: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'deep' },
  })
  expect([deep.statusCode, deep.json<{ code: string }>().code]).toEqual([400, 'http.invalid-input'])
})

test('nothing at an address, another method and a mangled address are problems too', async () => {
  expect((await fastify.inject('/api/nothing')).json()).toMatchObject({ status: 404, code: 'http.not-found' })
  expect((await fastify.inject({ method: 'PUT', url: '/page' })).json()).toMatchObject({ status: 404 })
  const mangled = await fastify.inject('/api/%ff')
  expect(mangled.json()).toMatchObject({ status: 400, code: 'http.bad-request' })
  expect(mangled.headers['x-content-type-options']).toBe('nosniff')
})

test('a bug is a 500 that tells nothing but the name under which it is logged', async () => {
  const answer = await fastify.inject('/api/broken')
  const problem = answer.json<{ instance: string }>()
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  expect(logged.find((entry) => entry.instance === problem.instance)?.error).toMatchObject({
    message: 'the secret inside',
  })
})

test('a lost database is no bug: come back soon', async () => {
  const before = logged.length
  const answer = await fastify.inject('/api/database-gone')
  expect([answer.statusCode, answer.headers['retry-after'], answer.json<{ code: string }>().code]).toEqual([
    503,
    '2',
    'http.unavailable',
  ])
  expect(logged.length).toBe(before)
})

test('in tests an answer that breaks its own promise is a bug', async () => {
  expect((await fastify.inject('/api/not-as-promised')).statusCode).toBe(500)
})

test('a route that takes a table gets its bytes, and no other kind of content', async () => {
  const send = (type: string) =>
    fastify.inject({ method: 'POST', url: '/api/table', payload: 'a,b\n1,2\n', headers: { 'content-type': type } })
  expect((await send('text/csv; charset=utf-8')).json()).toEqual({ bytes: 8 })
  expect((await send('application/json')).statusCode).toBe(400)
  expect((await send('application/octet-stream')).statusCode).toBe(415)
})

test('a page carries its validator, and a reader who holds it gets no body again', async () => {
  const first = await fastify.inject('/page')
  expect([first.statusCode, first.headers['etag'], first.body]).toEqual([200, '"abc"', '<p>ووٹ'])
  const held = (value: string) => fastify.inject({ url: '/page', headers: { 'if-none-match': value } })
  for (const value of ['"abc"', 'W/"abc"', '"x", "abc"', '*'])
    expect(`${value} ${(await held(value)).statusCode}`).toBe(`${value} 304`)
  expect((await held('"abd"')).statusCode).toBe(200)
  expect((await held('"abc"')).body).toBe('')
})

test('a table is saved under its name, whatever was asked for, and kept nowhere', async () => {
  const { headers, body } = await fastify.inject(`/api/seats/${encodeURIComponent('NA-21"; x=/')}/table.csv`)
  expect(body).toBe('seat,نام\r\nNA-21,اٹک\r\n')
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="seat-NA-21x.csv"',
    'cache-control': 'no-store',
  })
})

test('every answer, also a refusal, carries the security headers', async () => {
  for (const url of ['/page', '/api/refused', '/api/nothing', '/api/broken']) {
    const { headers } = await fastify.inject(url)
    expect(headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
  }
})

test('routes can be listed with the act of each', () => {
  expect(summaries.every((summary) => summary.act !== '')).toBe(true)
  expect(summaries.find((summary) => summary.path === '/api/table')).toMatchObject({
    method: 'POST',
    act: 'public',
    placed: 'nationally',
  })
})

test('the character NUL in an address is refused before anything looks for it', async () => {
  const answer = await fastify.inject({ method: 'POST', url: '/api/seats/NA%00/votes', payload: { candidates: [] } })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'http.invalid-input'])
})
