import { createHash } from 'node:crypto'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { findGrant, type Scope } from '@intikhab/kernel/identity'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock, testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newestFormsFinder, setAsideFinder } from './find-forms.ts'
import { createIntake, type Intake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import { arrivedAt, electionId, enrolled, sampleBundle, sampleFacts, sampleLedger } from './results.testkit.ts'
import { seatRoutes } from './routes-seat.ts'

const facts = sampleFacts()
const clock = testClock(arrivedAt)
const undo: (() => unknown)[] = []
let http: HttpServer
let intake: Intake
beforeAll(async () => {
  const { database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  const { ledger, remove } = sampleLedger(database)
  intake = createIntake({ database, ledger, findDevice: enrolled(facts), now: clock.now })
  await intake.open(facts)
  await intake.take(sampleBundle('NA-1', 1))
  http = createHttp({
    version: 'test',
    authenticate: ({ headers }) => {
      const scope = JSON.parse(String(headers['cookie'])) as Scope
      return Promise.resolve({
        accountId: 'a',
        name: 'A',
        grants: [{ role: 'provincial-officer', scope }],
        session: testSession,
      })
    },
    grantFor: (person, act, where) => findGrant(person, act, where, new Date('2026-07-26T00:00:00Z')),
    idempotencyStore: memoryIdempotency(clock.now),
  })
  const findElection = (id: string) => (id === electionId ? facts : undefined)
  http.register(
    seatRoutes({ findElection, findNewestForms: newestFormsFinder(database), findSetAside: setAsideFinder(database) }),
  )
  undo.push(() => http.close(), remove, drop)
})
afterAll(async () => {
  for (const each of undo) await each()
})

const get = (scope: Scope, station: number, election = electionId) =>
  http.fastify.inject({
    url: `/api/results/${election}/contests/NA-1/stations/${station}/forms`,
    headers: { cookie: JSON.stringify(scope) },
  })
const national: Scope = { kind: 'national' }

test('the newest form of a station comes in full; what is awaited is null', async () => {
  expect((await get(national, 1)).json()).toMatchObject({
    count: { version: 1, form: { form: '45', stationId: 'NA-1/1', sequence: 1 } },
    account: null,
  })
  expect((await get(national, 2)).json()).toEqual({ count: null, account: null })
})

test('a station or an election that is not there is refused', async () => {
  expect((await get(national, 99)).json()).toMatchObject({ code: 'results.unknown-station' })
  expect((await get(national, 1, 'nowhere')).json()).toMatchObject({ code: 'results.unknown-election' })
})

test('the province of the seat may read, another province may not', async () => {
  const province = facts.contests.find(({ contestId }) => contestId === 'NA-1')?.province ?? ''
  expect((await get({ kind: 'province', code: province }, 1)).statusCode).toBe(200)
  expect((await get({ kind: 'province', code: 'elsewhere' }, 1)).statusCode).toBe(403)
})

test('a form that was set aside comes in full to the staff of its seat, and is found in no other', async () => {
  const other = sampleBundle('NA-1', 1, { excluded: 19 })
  expect(await intake.take(other)).toMatchObject({ ok: false })
  const bundleId = createHash('sha256').update(Buffer.from(other.payload, 'base64')).digest('hex')
  const ask = (contest: string) =>
    http.fastify.inject({
      url: `/api/results/${electionId}/contests/${contest}/set-aside/${bundleId}`,
      headers: { cookie: JSON.stringify(national) },
    })
  expect((await ask('NA-1')).json()).toMatchObject({
    form: { stationId: 'NA-1/1', excluded: 19 },
    code: 'results.received-different',
    isDecided: false,
  })
  expect((await ask('NA-2')).json()).toMatchObject({ code: 'results.no-such-set-aside' })
})
