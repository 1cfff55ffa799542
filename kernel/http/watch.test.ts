import { accept } from '@intikhab/kernel/refusal'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from './route.ts'
import { testServer } from './testing.testkit.ts'
import type { DoorEvent } from './watch.ts'

const shared = { tag: 'seats', summary: 'For the test' } as const
const done = () => Promise.resolve(accept('done'))
const seen: DoorEvent[] = []
const { fastify } = testServer(
  [
    route({ ...shared, method: 'GET', path: '/api/seats', act: 'public', handler: done }),
    route({ ...shared, method: 'POST', path: '/api/bundles', act: 'public', handler: done }),
    route({ ...shared, method: 'POST', path: '/api/identity/sign-in', act: 'public', handler: done }),
    route({
      ...shared,
      method: 'POST',
      path: '/api/seats/:seat/postal',
      act: 'results.postal',
      params: z.object({ seat: z.string() }),
      scope: ({ params }) => ({ kind: 'constituency', code: params.seat }),
      handler: done,
    }),
  ],
  { watch: (event) => seen.push(event) },
)
beforeEach(() => void seen.splice(0))

const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
  fastify.inject({ method, url, headers, remoteAddress: '198.51.100.7' })

test('an act of staff is told with account, session and route, and no value of it', async () => {
  await ask('POST', '/api/seats/NA-21/postal', { cookie: 'test=officer' })
  expect(seen).toEqual([
    {
      method: 'POST',
      route: '/api/seats/:seat/postal',
      act: 'results.postal',
      status: 200,
      code: null,
      accountId: 'officer-1',
      session: 's1',
      ip: '198.51.100.7',
    },
  ])
})

test('what is refused is told with its code, also to the stranger who is not signed in', async () => {
  await ask('POST', '/api/seats/NA-22/postal', { cookie: 'test=officer' })
  await ask('POST', '/api/seats/NA-21/postal', { 'sec-fetch-site': 'cross-site' })
  expect(seen.map(({ status, code, accountId }) => [status, code, accountId])).toEqual([
    [403, 'http.not-permitted', 'officer-1'],
    [403, 'http.cross-site', null],
  ])
})

test('an attempt to come in is told, whatever comes of it; reading and the forms of a night are not', async () => {
  await ask('POST', '/api/identity/sign-in')
  await ask('GET', '/api/seats')
  await ask('POST', '/api/bundles')
  await ask('GET', '/nothing-here')
  expect(seen.map(({ route }) => route)).toEqual(['/api/identity/sign-in'])
})
