import { existsSync, readdirSync, writeFileSync, chmodSync } from 'node:fs'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { acts, findGrant } from '@intikhab/kernel/identity'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { writeForm46 } from '../sim/write-forms.ts'
import { createResults, type Results } from './results.ts'
import { resultsMigrations } from './migrations/index.ts'
import {
  arrivedAt,
  deviceAt,
  electionId,
  enrolled,
  noApprovals,
  sampleBundle,
  sampleCount,
  sampleFacts,
  sampleLedger,
} from './results.testkit.ts'

const facts = sampleFacts()
const clock = testClock(arrivedAt)
let database: Database
let drop: () => Promise<void>
let remove: () => void
let folder: string
let http: HttpServer
let results: Results
let address: string

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations]))
  const sample = sampleLedger(database)
  remove = sample.remove
  folder = join(sample.folder, 'evidence')
  results = createResults({
    database,
    ledger: sample.ledger,
    evidenceFolder: folder,
    findDevice: enrolled(facts, ['NA-1/6']),
    now: clock.now,
    approvals: noApprovals,
    publishing: undefined,
    onPublished: () => undefined,
    onProblem: () => undefined,
  })
  await results.openElection(facts)
  http = createHttp({
    version: 'test',
    acts,
    authenticate: () => Promise.resolve(null),
    grantFor: (person, act, where) => findGrant(person, act, where, new Date('2026-07-26T00:00:00Z')),
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(results.routes)
  address = await http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await http.close()
  remove()
  await drop()
})

const jpeg = (text: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)])
const sha256Of = (bytes: Uint8Array) => hash('sha256', bytes, 'hex')
const fileOf = (sha256: string) => join(folder, electionId, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** Sends the form of a station that promises these bytes. */
async function promise(stationNumber: number, bytes: Uint8Array, contestId = 'NA-1'): Promise<void> {
  const taken = await results.intake.take(sampleBundle(contestId, stationNumber, { imageSha256: sha256Of(bytes) }))
  expect(taken.ok).toBe(true)
}

async function send(bytes: Uint8Array, type = 'image/jpeg', election = electionId) {
  const headers = type === '' ? {} : { 'content-type': type }
  const body = Buffer.from(bytes)
  const response = await fetch(`${address}/api/results/${election}/evidence`, { method: 'POST', headers, body })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

function ask(sha256: string, headers: Record<string, string> = {}, election = electionId): Promise<Response> {
  return fetch(`${address}/api/results/${election}/evidence/${sha256}`, { headers })
}

async function countOf(from: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*) as count from ${from}`)
  return rows[0]?.count ?? -1
}

/** What the ledger says of the arrival of these bytes. */
async function entriesOf(bytes: Uint8Array): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ body: string }>(
    `select body from ledger.entry where body like '%evidence-received%' and body like '%${sha256Of(bytes)}%'`,
  )
  return rows.map(({ body }) => JSON.parse(body) as unknown)
}

test('a promised photograph is taken once, entered in register and ledger, and given the same receipt again', async () => {
  const bytes = jpeg('station 1')
  const sha256 = sha256Of(bytes)
  await promise(1, bytes)
  const first = await send(bytes)
  expect(first).toMatchObject({
    status: 201,
    body: { sha256, size: bytes.length, mediaType: 'image/jpeg', status: 'accepted', arrivedAt },
  })
  clock.advance(60_000)
  expect(await send(bytes)).toEqual({ status: 200, body: { ...first.body, status: 'duplicate' } })
  clock.set(arrivedAt)
  expect(await countOf(`results.evidence where sha256 = '${sha256}' and contest_id = 'NA-1'`)).toBe(1)
  expect(await entriesOf(bytes)).toMatchObject([
    { act: 'evidence-received', subject: `${electionId}/NA-1/1`, detail: { sha256, size: bytes.length } },
  ])
})

test('sent ten times at once it is one row, one entry and one file', async () => {
  const bytes = jpeg('station 2')
  await promise(2, bytes)
  const sent = await Promise.all(Array.from({ length: 10 }, () => send(bytes)))
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(9)
  expect(new Set(sent.map(({ body }) => body['entryId'])).size).toBe(1)
  expect(await entriesOf(bytes)).toHaveLength(1)
  expect(readdirSync(join(folder, electionId, 'arriving'))).toEqual([])
})

test('what no accepted form promises leaves nothing on the disk', async () => {
  const loose = jpeg('nobody asked for this')
  expect(await send(loose)).toMatchObject({ status: 422, body: { code: 'results.evidence-not-promised' } })
  // A form that is kept but not counted promises nothing: its device has been revoked.
  const revoked = jpeg('a revoked device')
  await results.intake.take(sampleBundle('NA-1', 6, { imageSha256: sha256Of(revoked) }))
  expect(await send(revoked)).toMatchObject({ status: 422, body: { code: 'results.evidence-not-promised' } })
  expect([loose, revoked].map((bytes) => existsSync(fileOf(sha256Of(bytes))))).toEqual([false, false])
  expect(await send(loose, 'image/jpeg', 'nothing-2026')).toMatchObject({
    status: 404,
    body: { code: 'results.unknown-election' },
  })
})

test('a page, a drawing that runs scripts and a picture under another name are refused, promised or not', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const photograph = jpeg('station 3')
  await promise(3, svg)
  await promise(4, photograph)
  const sent = [
    await send(svg, 'image/svg+xml'),
    await send(svg, 'image/jpeg'),
    await send(Buffer.from('<!doctype html>'), 'text/html'),
    await send(photograph, 'image/png'),
    await send(photograph, 'application/json'),
    await send(Buffer.alloc(0), 'image/jpeg'),
  ]
  expect(sent.map(({ status, body }) => [status, body['code']])).toEqual([
    [415, 'http.unsupported-media-type'],
    [415, 'results.evidence-type'],
    [415, 'http.unsupported-media-type'],
    [415, 'results.evidence-type'],
    [400, 'http.bad-json'],
    [415, 'results.evidence-type'],
  ])
  expect([svg, photograph].map((bytes) => existsSync(fileOf(sha256Of(bytes))))).toEqual([false, false])
})

test('five megabytes are taken, one byte more is not', async () => {
  const largest = Buffer.alloc(5 * 1024 * 1024, jpeg('x'))
  await promise(5, largest)
  expect(await send(largest)).toMatchObject({ status: 201 })
  // A server may close the connection before the body is through: that is an answer, too.
  const cut = { status: 413 }
  const sent = await send(Buffer.concat([largest, Buffer.from('1')])).catch(() => cut)
  expect(sent.status).toBe(413)
})

test('one photograph may stand for both forms of a station', async () => {
  const bytes = Buffer.from('%PDF-1.7 both forms on one sheet')
  await promise(1, bytes, 'NA-2')
  const account = { ...writeForm46(sampleCount('NA-2', 1)), imageSha256: sha256Of(bytes) }
  expect(await results.intake.take(deviceAt('NA-2/1').sign(account))).toMatchObject({ ok: true })
  expect(await send(bytes, 'application/pdf')).toMatchObject({ status: 201 })
  const found = await ask(sha256Of(bytes))
  expect(found.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}\.pdf"$/)
})

test('it is served as what it is, for ever, and nothing in it can run; unknown names are not found', async () => {
  const bytes = jpeg('station 2 of NA-2')
  const sha256 = sha256Of(bytes)
  await promise(2, bytes, 'NA-2')
  expect(await ask(sha256)).toMatchObject({ status: 404 })
  await send(bytes)
  const found = await ask(sha256)
  expect(Buffer.from(await found.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(found.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="${sha256}.jpg"`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${sha256}"`,
  })
  expect((await ask(sha256, { 'if-none-match': `"${sha256}"` })).status).toBe(304)
  expect((await ask('0'.repeat(64))).status).toBe(404)
  expect((await ask('..%2f..%2fkeys%2fledger.pem')).status).toBe(400)
  expect((await ask(sha256, {}, 'nothing-2026')).status).toBe(404)
})

test('a file that the disk has changed is not shown, and sending it again does not hide that', async () => {
  const bytes = jpeg('station 3 of NA-2')
  const sha256 = sha256Of(bytes)
  await promise(3, bytes, 'NA-2')
  await send(bytes)
  chmodSync(fileOf(sha256), 0o644)
  writeFileSync(fileOf(sha256), jpeg('another photograph'))
  const answer = await ask(sha256)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'results.evidence-damaged'])
  expect(await send(bytes)).toMatchObject({ status: 503, body: { code: 'results.evidence-damaged' } })
})

test('a register row that cannot be made leaves no ledger entry; the photograph is taken when it is sent again', async () => {
  const bytes = jpeg('station 4 of NA-2')
  const sha256 = sha256Of(bytes)
  await promise(4, bytes, 'NA-2')
  const { remove: removeOther, ledger } = sampleLedger(database)
  const failing = createResults({
    database,
    ledger: {
      ...ledger,
      async append(tx, entries) {
        await ledger.append(tx, entries)
        throw new Error('cut off after the entry')
      },
    },
    evidenceFolder: folder,
    findDevice: enrolled(facts),
    now: clock.now,
    approvals: noApprovals,
    publishing: undefined,
    onPublished: () => undefined,
    onProblem: () => undefined,
  })
  await failing.openElection(facts)
  const server = createHttp({
    version: 'test',
    acts,
    authenticate: () => Promise.resolve(null),
    grantFor: (person, act, where) => findGrant(person, act, where, new Date('2026-07-26T00:00:00Z')),
    idempotencyStore: memoryIdempotency(clock.now),
  })
  server.register(failing.routes)
  const at = await server.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'image/jpeg' }
  const body = Buffer.from(bytes)
  const cut = await fetch(`${at}/api/results/${electionId}/evidence`, { method: 'POST', headers, body })
  expect(cut.status).toBe(500)
  expect(await entriesOf(bytes)).toEqual([])
  expect(await countOf(`results.evidence where sha256 = '${sha256}'`)).toBe(0)
  await server.close()
  removeOther()
  expect(await send(bytes)).toMatchObject({ status: 201, body: { status: 'accepted' } })
})

test('rows of the register can be added and never changed', async () => {
  await expect(database.pool.query('delete from results.evidence')).rejects.toThrow('permission denied')
  await expect(database.pool.query("update results.evidence set sha256 = ''")).rejects.toThrow('permission denied')
})

test('with the database away photographs are still shown, and a new one is told to come again', async () => {
  const bytes = jpeg('station 5 of NA-2')
  const late = jpeg('station 6 of NA-2')
  await promise(5, bytes, 'NA-2')
  await promise(6, late, 'NA-2')
  await send(bytes)
  await drop()
  drop = () => Promise.resolve()
  expect(Buffer.from(await (await ask(sha256Of(bytes))).arrayBuffer())).toEqual(bytes)
  expect((await send(late)).status).toBeGreaterThanOrEqual(500)
})
