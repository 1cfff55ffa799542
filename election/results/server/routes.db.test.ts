import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { acts, findGrant, type Person } from '@intikhab/kernel/identity'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock, testSession } from '@intikhab/kernel/testkit'
import { readEnvelope, isSignedBy } from './open-bundle.ts'
import { createResults, type Results } from './results.ts'
import { resultsMigrations } from './migrations/index.ts'
import {
  arrivedAt,
  deviceAt,
  electionId,
  enrolled,
  noApprovals,
  sampleBundle,
  sampleFacts,
  sampleLedger,
} from './results.testkit.ts'

const facts = sampleFacts()
const officer: Person = {
  accountId: 'officer-1',
  name: 'Returning Officer',
  grants: [{ role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-1' } }],
  session: testSession,
}
let database: Database
let cleanUp: () => Promise<void>
let http: HttpServer
let results: Results
let address: string

beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  database = fresh.database
  const { ledger, folder, remove } = sampleLedger(database)
  const { now } = testClock(arrivedAt)
  results = createResults({
    database,
    ledger,
    evidenceFolder: join(folder, 'evidence'),
    findDevice: enrolled(facts),
    now,
    approvals: noApprovals,
    publishing: undefined,
    onPublished: () => undefined,
    onProblem: () => undefined,
  })
  await results.openElection(facts)
  http = createHttp({
    version: 'test',
    acts,
    authenticate: ({ headers }) => Promise.resolve(headers['x-office'] === 'officer' ? officer : null),
    grantFor: (person, act, where) => findGrant(person, act, where, new Date('2026-07-26T00:00:00Z')),
    idempotencyStore: memoryIdempotency(now),
    checkAnswers: true,
  })
  http.register(results.routes)
  address = await http.listen({ port: 0, host: '127.0.0.1' })
  cleanUp = async () => {
    await http.close()
    await results.stop()
    remove()
    await fresh.drop()
  }
})
afterAll(() => cleanUp())

async function ask(method: 'GET' | 'POST', path: string, body?: unknown, office = '') {
  const response = await fetch(`${address}/api/results${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-office': office },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a form is answered 201 with a receipt, again 200, and comes back as it was signed', async () => {
  const bundle = sampleBundle('NA-1', 1)
  expect(await ask('POST', '/forms', bundle)).toMatchObject({ status: 201, body: { status: 'accepted' } })
  expect(await ask('POST', '/forms', bundle)).toMatchObject({ status: 200, body: { status: 'duplicate' } })
  const kept = await ask('GET', `/${electionId}/bundles/NA-1/1/45`)
  expect(kept.body).toEqual(bundle)
  const envelope = readEnvelope(kept.body)
  expect(envelope.ok && isSignedBy(envelope.value, deviceAt('NA-1/1').publicKey)).toBe(true)
})

test('ten megabytes, broken JSON and a wrong form leave as problem documents with their codes', async () => {
  // A server may close the connection before ten megabytes are through: that is an answer, too.
  const cut = { status: 413, body: { code: 'http.body-too-large' } as Record<string, unknown> }
  const sent = await Promise.all([
    ask('POST', '/forms', `{"payload":"${'A'.repeat(10 * 1024 * 1024)}"}`).catch(() => cut),
    ask('POST', '/forms', '{"payload":'),
    ask('POST', '/forms', sampleBundle('NA-1', 2, { votes: [1, 2, 3, 4] })),
    ask('POST', '/forms', sampleBundle('NA-1', 2, { validTotal: 7 })),
  ])
  expect(sent.map(({ status, body }) => [status, body['code']])).toEqual([
    [413, 'http.body-too-large'],
    [400, 'http.bad-json'],
    [422, 'results.too-many-candidates'],
    [422, 'results.sum-of-candidates'],
  ])
  const { rows } = await database.pool.query(
    "select 1 from results.form where station_number = 2 and contest_id = 'NA-1'",
  )
  expect(rows).toEqual([])
})

test('the status counts what came in, and an unknown election is not found', async () => {
  await ask('POST', '/forms', sampleBundle('NA-2', 1))
  expect((await ask('GET', `/${electionId}/status`)).body).toMatchObject({ electionId, expected: 12 })
  expect(await ask('GET', '/nothing-2026/status')).toMatchObject({
    status: 404,
    body: { code: 'results.unknown-election' },
  })
})

test('a returning officer sees the own seat and no other', async () => {
  const desk = (await ask('GET', `/${electionId}/desk`, undefined, 'officer')).body as {
    seats: { contestId: string }[]
  }
  expect(desk.seats.map(({ contestId }) => contestId)).toEqual(['NA-1'])
})

test('postal ballots once, again only with a reason; documents refuse what is not ready', async () => {
  const postal = { votes: [1, 0, 0], excluded: 0, issued: 1, receivedInTime: 1, reason: null }
  const at = `/${electionId}/contests/NA-1`
  expect(await ask('POST', `${at}/postal`, { ...postal, receivedInTime: 2 }, 'officer')).toMatchObject({ status: 422 })
  expect(await ask('POST', `${at}/postal`, postal, 'officer')).toMatchObject({ status: 201 })
  expect(await ask('POST', `${at}/postal`, postal, 'officer')).toMatchObject({ status: 422 })
  const document = { form: '48', reason: null, lotFellOn: null }
  expect(await ask('POST', `${at}/documents`, document, 'officer')).toMatchObject({
    status: 409,
    body: { code: 'results.stations-awaited' },
  })
  expect(await ask('POST', `${at}/documents`, { ...document, form: '47' }, 'officer')).toMatchObject({ status: 201 })
})

test('the live stream sends the counters at once', async () => {
  const response = await fetch(`${address}/api/results/${electionId}/live`)
  const reader = response.body?.getReader()
  let text = ''
  while (!text.includes('event: status')) text += new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  expect(text).toContain('"expected":12')
})
