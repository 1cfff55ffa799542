import { accept, refuse } from '@intikhab/kernel/refusal'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { httpRefusals } from './refusals.ts'
import { route } from './route.ts'
import { isTelling, subscriber } from './refusal-limit.ts'
import { testServer } from './testing.testkit.ts'

const shared = { tag: 'seats', summary: 'For the test', act: 'public' } as const
const { fastify } = testServer(
  [
    route({ ...shared, method: 'GET', path: '/api/found', handler: () => Promise.resolve(accept('yes')) }),
    route({
      ...shared,
      method: 'POST',
      path: '/api/guess',
      body: z.object({ right: z.boolean() }),
      handler: ({ body }) => Promise.resolve(body.right ? accept('yes') : refuse(httpRefusals['not-found'])),
    }),
  ],
  { refusalsPerMinute: 3 },
)

async function guess(right: boolean, remoteAddress: string) {
  const answer = await fastify.inject({ method: 'POST', url: '/api/guess', remoteAddress, payload: { right } })
  return answer.statusCode
}

test('an address that was refused too often waits, others do not, and pages stay open to it', async () => {
  const stranger = '198.51.100.7'
  expect([await guess(false, stranger), await guess(false, stranger), await guess(false, stranger)]).toEqual([
    404, 404, 404,
  ])
  expect(await guess(true, stranger)).toBe(200)
  expect(await guess(false, stranger)).toBe(404)
  const waiting = await fastify.inject({
    method: 'POST',
    url: '/api/guess',
    remoteAddress: stranger,
    payload: { right: true },
  })
  expect(waiting.statusCode).toBe(429)
  expect(waiting.json()).toMatchObject({ code: 'http.too-many-refusals' })
  expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0)
  expect(await guess(true, '198.51.100.8')).toBe(200)
  const read = await fastify.inject({ method: 'GET', url: '/api/found', remoteAddress: stranger })
  expect(read.statusCode).toBe(200)
})

test('what is accepted is never counted', async () => {
  for (let i = 0; i < 50; i++) expect(await guess(true, '198.51.100.9')).toBe(200)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['2001:0db8:0001::1', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
])('the subscriber behind %s is %s', (ip, expected) => {
  expect(subscriber(ip)).toBe(expected)
})

test('asking without a session, a conflict and a mistake of ours tell nothing about the caller', () => {
  expect([200, 304, 401, 409, 429, 500, 503].filter(isTelling)).toEqual([])
  expect([400, 403, 404, 413, 415, 422].every(isTelling)).toBe(true)
})
