import type { Database } from '@intikhab/kernel/database'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { httpMigrations, postgresIdempotency } from './index.ts'

const clock = testClock('2018-07-25T18:00:00Z')
const answer = { status: 201, contentType: 'application/json', body: '{"votes":"ووٹ"}' }
const claim = (key: string, requestHash = 'one', caller = 'account-1') => ({ caller, key, requestHash })
let database: Database
let drop: () => Promise<void>
let store: ReturnType<typeof postgresIdempotency>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [httpMigrations]))
  store = postgresIdempotency(database, clock.now)
})
afterAll(() => drop())

test('the first claim wins, also among many at once; the rest are told that it runs', async () => {
  const states = await Promise.all(Array.from({ length: 20 }, () => store.claim(claim('race'))))
  expect(states.filter(({ state }) => state === 'new')).toHaveLength(1)
  expect(states.filter(({ state }) => state === 'running')).toHaveLength(19)
})

test('a kept answer comes back word for word, also to a new process', async () => {
  await store.claim(claim('kept'))
  await store.keep(claim('kept'), answer)
  expect(await postgresIdempotency(database, clock.now).claim(claim('kept'))).toEqual({ state: 'done', answer })
})

test('a key is tied to its request and to its caller', async () => {
  await store.claim(claim('tied'))
  expect(await store.claim(claim('tied', 'two'))).toEqual({ state: 'different' })
  expect(await store.claim(claim('tied', 'two', 'account-2'))).toEqual({ state: 'new' })
})

test('a released key may be tried again; a kept answer cannot be released', async () => {
  await store.claim(claim('freed'))
  await store.release(claim('freed'))
  expect(await store.claim(claim('freed'))).toEqual({ state: 'new' })
  await store.keep(claim('freed'), answer)
  await store.release(claim('freed'))
  expect(await store.claim(claim('freed'))).toEqual({ state: 'done', answer })
})

test('a claim whose process died may be taken over after a minute, an answer is forgotten after a day', async () => {
  await store.claim(claim('died'))
  clock.advance(59_000)
  expect(await store.claim(claim('died'))).toEqual({ state: 'running' })
  clock.advance(2_000)
  expect(await store.claim(claim('died'))).toEqual({ state: 'new' })
  await store.keep(claim('died'), answer)
  clock.advance(24 * 3_600_000 + 1)
  expect(await store.claim(claim('died', 'two'))).toEqual({ state: 'new' })
  expect(await store.sweep()).toBeGreaterThan(0)
  expect(await store.claim(claim('kept'))).toEqual({ state: 'new' })
})
