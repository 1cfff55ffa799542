import { accept } from '@intikhab/kernel/refusal'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { route } from './index.ts'
import { testServer } from './testing.testkit.ts'

const { fastify } = testServer([
  route({
    method: 'PUT',
    path: '/api/seats/:seat/postal',
    act: 'results.postal',
    tag: 'results',
    summary: 'Set the postal ballots of a seat',
    idempotent: true,
    params: z.object({ seat: z.string().describe('e.g. NA-21') }),
    query: z.object({ dry: z.coerce.boolean().optional() }),
    body: z.object({ votes: z.int().min(0) }),
    response: z.object({ votes: z.int(), at: z.iso.datetime() }),
    scope: ({ params }) => ({ kind: 'constituency', code: params.seat }),
    handler: ({ body }) => Promise.resolve(accept({ votes: body.votes, at: '2018-07-25T13:00:00Z' })),
  }),
  route({
    method: 'GET',
    path: '/editions/*',
    act: 'public',
    tag: 'editions',
    summary: 'A file',
    produces: 'application/octet-stream',
    handler: () => Promise.resolve(accept(1)),
  }),
  route({
    method: 'GET',
    path: '/hidden',
    act: 'public',
    tag: 'x',
    summary: 'A page',
    undocumented: true,
    handler: () => Promise.resolve(accept(1)),
  }),
])

test('the description is OpenAPI 3.1 and says the act, the parameters, the body and the refusals of each route', async () => {
  const document = (await fastify.inject('/api/openapi.json')).json<Record<string, unknown>>()
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: 'test' } })
  expect(Object.keys(document['paths'] as object)).toEqual(['/api/seats/{seat}/postal', '/editions/{path}'])
  expect(document['paths']).toMatchObject({
    '/api/seats/{seat}/postal': {
      put: {
        'x-act': 'results.postal',
        'x-placed': 'by-input',
        parameters: [
          { name: 'seat', in: 'path', required: true, schema: { type: 'string', description: 'e.g. NA-21' } },
          { name: 'dry', in: 'query', required: false },
          { name: 'Idempotency-Key', in: 'header', required: false },
        ],
        requestBody: {
          content: { 'application/json': { schema: { required: ['votes'], properties: { votes: { minimum: 0 } } } } },
        },
        responses: {
          '200': { content: { 'application/json': { schema: { required: ['votes', 'at'] } } } },
          default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
    },
    '/editions/{path}': { get: { security: [], parameters: [{ name: 'path', in: 'path' }] } },
  })
})

test('the page and every file that it names come from this server', async () => {
  const page = await fastify.inject('/api/docs')
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  const named = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThanOrEqual(5)
  for (const url of named) {
    expect(url).toMatch(/^\/api\//)
    expect({ url, status: (await fastify.inject(url)).statusCode }).toEqual({ url, status: 200 })
  }
  expect((await fastify.inject('/api/docs/package.json')).statusCode).toBe(404)
  expect((await fastify.inject('/api/docs/..%2fpackage.json')).statusCode).toBe(404)
  expect(page.body).not.toMatch(/<script>|onload=/)
})
