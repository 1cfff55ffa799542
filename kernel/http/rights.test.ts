import { accept } from '@intikhab/kernel/refusal'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { route } from './index.ts'
import { testServer } from './testing.testkit.ts'

const shared = { method: 'POST', tag: 'seats', summary: 'For the test' } as const
const ran: string[] = []
const done = (what: string) => () => {
  ran.push(what)
  return Promise.resolve(accept({ what }))
}
const { fastify } = testServer([
  route({
    ...shared,
    path: '/open',
    act: 'public',
    handler: ({ caller }) => Promise.resolve(accept({ person: caller.person })),
  }),
  route({
    ...shared,
    path: '/staff',
    act: 'signed-in',
    handler: ({ caller }) => Promise.resolve(accept({ person: caller.person?.name })),
  }),
  route({ ...shared, path: '/country', act: 'results.postal', handler: done('country') }),
  route({ ...shared, path: '/desk', act: 'results.postal', scope: 'anywhere', handler: done('desk') }),
  route({
    ...shared,
    path: '/seats/:seat',
    act: 'results.postal',
    params: z.object({ seat: z.string().min(2) }),
    scope: ({ params }) => ({ kind: 'constituency', code: params.seat }),
    handler: done('seat'),
  }),
  route({
    ...shared,
    path: '/not-mine/:seat',
    act: 'programme.change',
    params: z.object({ seat: z.string().min(2) }),
    scope: () => ({ kind: 'national' }),
    handler: done('x'),
  }),
])
const send = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fastify.inject({ method: 'POST', url, headers })
  return answer.statusCode === 200 ? 200 : answer.json<{ code: string }>().code
}
const cookie = 'test=officer'

test('a route without an act is refused when it is written and when it is registered', () => {
  const nothing = { ...shared, path: '/x', handler: done('x') }
  // @ts-expect-error the types refuse it before anything runs: `npm run check` fails
  expect(() => route({ ...nothing, act: '' })).toThrow(/names no act/)
  expect(() => route(nothing as unknown as Parameters<typeof route>[0])).toThrow(/POST \/x names no act/)
  expect(() => testServer([route({ ...nothing, act: 'seat.wirte' as never })])).toThrow(/seat\.wirte/)
})

test('a stranger is asked to sign in, an officer without the act is turned away, before their input is looked at', async () => {
  expect(await send('/country')).toBe('http.sign-in-required')
  expect(await send('/seats/1')).toBe('http.sign-in-required')
  expect(await send('/not-mine/1', { cookie })).toBe('http.not-permitted')
})

test('an act is done in its place only', async () => {
  expect(await send('/seats/NA-21', { cookie })).toBe(200)
  expect(await send('/seats/NA-22', { cookie })).toBe('http.not-permitted')
  expect(await send('/seats/1', { cookie })).toBe('http.invalid-input')
  expect(ran).toEqual(['seat'])
})

test('a route that forgets to name its place asks for a national office', async () => {
  expect(await send('/country', { cookie })).toBe('http.not-permitted')
  expect(await send('/desk', { cookie })).toBe(200)
})

test('a public route knows nobody, even with a session', async () => {
  const answer = await fastify.inject({ method: 'POST', url: '/open', headers: { cookie } })
  expect(answer.json()).toEqual({ person: null })
  expect(await send('/staff', { cookie })).toBe(200)
  expect(await send('/staff')).toBe('http.sign-in-required')
})

test.each([
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 'http.cross-site'],
  ['a neighbouring host', { 'sec-fetch-site': 'same-site' }, 'http.cross-site'],
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ['typed by hand', { 'sec-fetch-site': 'none' }, 200],
  [
    'an older browser on another site',
    { origin: 'https://elsewhere.example', host: 'count.example' },
    'http.cross-site',
  ],
  ['an older browser on our page', { origin: 'https://count.example', host: 'count.example' }, 200],
  ['a sandboxed frame', { origin: 'null', host: 'count.example' }, 'http.cross-site'],
  ['a program', {}, 200],
])('a write from %s', async (_who, headers, expected) => {
  expect(await send('/seats/NA-21', { cookie, ...headers })).toBe(expected)
})

test('a body is not even read for somebody who may not bring it', async () => {
  const broken = {
    method: 'POST',
    url: '/seats/NA-21',
    payload: '{',
    headers: { 'content-type': 'application/json' },
  } as const
  expect((await fastify.inject(broken)).json()).toMatchObject({ code: 'http.sign-in-required' })
  const huge = {
    ...broken,
    url: '/not-mine/NA-21',
    payload: Buffer.alloc(2 * 1024 * 1024),
    headers: { ...broken.headers, cookie },
  }
  expect((await fastify.inject(huge)).json()).toMatchObject({ code: 'http.not-permitted' })
})
