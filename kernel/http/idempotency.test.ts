import { accept, refuse, refusals, type Outcome } from '@intikhab/kernel/refusal'
import { testClock } from '@intikhab/kernel/testkit'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { memoryIdempotency, route } from './index.ts'
import { testServer } from './testing.testkit.ts'

const own = refusals('test', {
  closed: { status: 409, en: 'Closed.', ur: 'بند ہے۔' },
  later: { status: 503, en: 'Later.', ur: 'بعد میں۔' },
})
const clock = testClock('2018-07-25T18:00:00Z')
let calls: number
let answerWith: () => Promise<Outcome<{ n: number } | undefined>>
beforeEach(() => {
  calls = 0
  answerWith = () => Promise.resolve(accept({ n: calls }))
})

const { fastify } = testServer(
  [
    route({
      method: 'POST',
      path: '/postal',
      act: 'public',
      tag: 't',
      summary: 'For the test',
      idempotent: true,
      body: z.object({ votes: z.int() }),
      handler: () => {
        calls++
        return answerWith()
      },
    }),
  ],
  { idempotencyStore: memoryIdempotency(clock.now) },
)
const send = (key: string | undefined, votes = 1) =>
  fastify.inject({
    method: 'POST',
    url: '/postal',
    payload: { votes },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })

test('the same key with the same request is answered with the first answer, and the act is done once', async () => {
  const first = await send('a')
  const second = await send('a')
  expect([first.json(), second.json(), calls]).toEqual([{ n: 1 }, { n: 1 }, 1])
  expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
})

test('without a key, and with another key, the act is done again', async () => {
  await send(undefined)
  await send(undefined)
  await send('b')
  expect(calls).toBe(3)
})

test('the same key with another request is refused', async () => {
  await send('c', 1)
  expect((await send('c', 2)).json()).toMatchObject({ status: 422, code: 'http.idempotency-mismatch' })
  expect(calls).toBe(1)
})

test('while the first still runs, the second is asked to come back', async () => {
  let finish: () => void = () => undefined
  let started: () => void = () => undefined
  const running = new Promise<void>((resolve) => (started = resolve))
  answerWith = () =>
    new Promise((resolve) => {
      finish = () => resolve(accept({ n: 7 }))
      started()
    })
  const first = send('d')
  await running
  expect((await send('d')).json()).toMatchObject({ status: 409, code: 'http.idempotency-running' })
  finish()
  expect((await first).json()).toEqual({ n: 7 })
  expect((await send('d')).json()).toEqual({ n: 7 })
  expect(calls).toBe(1)
})

test('a refusal is kept too; "not now" and a bug are not', async () => {
  answerWith = () => Promise.resolve(refuse(own.closed))
  await send('e')
  answerWith = () => Promise.resolve(accept({ n: 1 }))
  expect((await send('e')).json()).toMatchObject({ code: 'test.closed', titleUr: 'بند ہے۔' })
  answerWith = () => Promise.resolve(refuse(own.later))
  await send('f')
  answerWith = () => Promise.reject(new Error('bug'))
  expect((await send('f')).statusCode).toBe(500)
  answerWith = () => Promise.resolve(accept(undefined))
  expect((await send('f')).statusCode).toBe(204)
  const again = await send('f')
  expect([again.statusCode, again.body, again.headers['idempotency-replayed']]).toEqual([204, '', 'true'])
})

test('after a day a key may be used anew', async () => {
  await send('g')
  clock.advance(24 * 3_600_000 + 1)
  await send('g', 2)
  expect(calls).toBe(2)
})

test('a key is 1 to 128 printable characters', async () => {
  for (const key of ['', 'a b', 'x'.repeat(129), 'کلید'])
    expect((await send(key)).json()).toMatchObject({ code: 'http.bad-idempotency-key' })
  expect((await send('x'.repeat(128))).statusCode).toBe(200)
})
