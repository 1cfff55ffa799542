import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { openDatabase } from '@intikhab/kernel/database'
import { freshDatabase } from '@intikhab/kernel/testkit'
import {
  createLedger,
  ledgerMigrations,
  ledgerRoutes,
  openSigner,
  verifyConsistency,
  verifyInclusion,
  verifyLedger,
  type Ledger,
} from './index.ts'
import { noWitnesses } from './unwitnessed.testkit.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-ledger-'))
const log = join(folder, 'log')
let ledger: Ledger
let http: HttpServer
let entryIds: number[]
let unopened: string
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
  const signer = openSigner(join(folder, 'key.pem'), 'example.org/ledger')
  ledger = createLedger({ database: made.database, folder: log, signer, origin: 'example.org/ledger' })
  http = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
    checkAnswers: true,
  })
  http.register(ledgerRoutes(ledger, noWitnesses(ledger)))
  unopened = (await http.fastify.inject('/ledger/checkpoint')).json().code
  const acts = Array.from({ length: 300 }, (_, n) => ({
    system: 'results',
    act: 'form-accepted',
    subject: `demonstration-2026/NA-46/${n}`,
    actor: { kind: 'device' as const, id: '00ff' },
    madeAt: '2026-02-08T17:31:00.000Z',
    arrivedAt: '2026-02-08T17:32:00.000Z',
    detail: { n },
  }))
  const client = await made.database.pool.connect()
  entryIds = await ledger.appendOn(client, acts.slice(0, 40))
  await ledger.sequence()
  entryIds.push(...(await ledger.appendOn(client, acts.slice(40))))
  client.release()
  await ledger.sequence()
  drop = made.drop
})
afterAll(async () => {
  await http.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const get = (url: string) => http.fastify.inject(url)

test('an entry is proved by its number in the register, in today’s tree and in an older one', async () => {
  for (const size of [300, 40]) {
    const answer = await get(`/api/ledger/proof?entry=${entryIds[17]}&size=${size}`)
    const body = answer.json()
    expect(body).toMatchObject({ leaf: 17, size })
    expect(verifyInclusion(body)).toBe(true)
    expect(JSON.parse(body.entry)).toMatchObject({ subject: 'demonstration-2026/NA-46/17' })
  }
  expect((await get('/api/ledger/proof?leaf=17')).json()).toMatchObject({
    leaf: 17,
    size: 300,
    root: ledger.latest().root,
  })
})

test('a ledger that was never opened says so, and the interface describes itself', async () => {
  expect(unopened).toBe('ledger.no-checkpoint')
  expect((await get('/api/openapi.json')).json().paths).toHaveProperty(['/api/ledger/proof'])
})

test('the tree of now continues the tree of then', async () => {
  const body = (await get('/api/ledger/consistency?first=40')).json()
  expect(body).toMatchObject({ first: 40, second: 300, secondRoot: ledger.latest().root })
  expect(verifyConsistency(body)).toBe(true)
})

test('the files are served as they lie, the partial tiles of older trees too', async () => {
  const checkpoint = await get('/ledger/checkpoint')
  expect(checkpoint.body).toBe(readFileSync(join(log, 'checkpoint'), 'utf8'))
  expect(checkpoint.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
  for (const path of ['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1', 'tile/entries/000', 'tile/entries/001.p/44']) {
    const answer = await get(`/ledger/${path}`)
    expect(answer.rawPayload).toEqual(readFileSync(join(log, path)))
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
  const older = await get('/ledger/tile/0/000.p/40')
  expect(older.rawPayload).toEqual(readFileSync(join(log, 'tile/0/000')).subarray(0, 40 * 32))
  const entries = await get('/ledger/tile/entries/000.p/40')
  expect(readFileSync(join(log, 'tile/entries/000')).subarray(0, entries.rawPayload.length)).toEqual(entries.rawPayload)
  expect((await get('/ledger/key')).body).toBe(`${ledger.verifierKey}\n`)
  expect((await get('/api/ledger')).json()).toMatchObject({ origin: 'example.org/ledger', size: 300 })
})

test.each([
  [404, 'ledger.no-file', '/ledger/tile/0/002'],
  [404, 'ledger.no-file', '/ledger/tile/0/001.p/45'],
  [404, 'ledger.no-file', '/ledger/tile/0/001'],
  [404, 'ledger.no-file', '/ledger/tile/0/..%2F..%2Fcheckpoint'],
  [404, 'ledger.no-file', '/ledger/tile/0/1'],
  [404, 'ledger.no-entry', '/api/ledger/proof?leaf=300'],
  [404, 'ledger.no-entry', '/api/ledger/proof?entry=999999'],
  [404, 'ledger.no-entry', '/ledger/proof/300'],
  [404, 'ledger.no-entry', '/ledger/entry/300'],
  [422, 'ledger.no-size', '/api/ledger/proof?leaf=3&size=301'],
  [422, 'ledger.no-size', '/api/ledger/consistency?first=301'],
  [422, 'ledger.no-size', '/api/ledger/consistency?first=30&second=20'],
  [400, 'http.invalid-input', '/api/ledger/proof'],
  [400, 'http.invalid-input', '/api/ledger/proof?leaf=-1'],
  [400, 'http.invalid-input', '/ledger/proof/01'],
])('%i %s for %s', async (status, code, url) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test('with the database stopped everything but the search by number still answers', async () => {
  const stopped = openDatabase('postgres://nobody@127.0.0.1:1/none')
  const signer = openSigner(join(folder, 'key.pem'), 'example.org/ledger')
  const orphan = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
  })
  const closed = createLedger({ database: stopped, folder: log, signer, origin: 'example.org/ledger' })
  orphan.register(ledgerRoutes(closed, noWitnesses(closed)))
  const ask = async (url: string) => (await orphan.fastify.inject(url)).statusCode
  for (const url of [
    '/ledger/checkpoint',
    '/ledger/tile/0/000',
    '/ledger/entry/3',
    '/ledger/proof/3',
    '/ledger/key',
    '/api/ledger',
    '/api/ledger/proof?leaf=3',
    '/api/ledger/consistency?first=40',
  ])
    expect([url, await ask(url)]).toEqual([url, 200])
  expect(await ask(`/api/ledger/proof?entry=${entryIds[3]}`)).toBe(503)
  await orphan.close()
  await stopped.close()
})

test('a copy of the ledger is checked offline from its entries up, and every harm is found', async () => {
  const check = () => verifyLedger(log, ledger.verifierKey)
  expect(await check()).toMatchObject({ checkpoint: { size: 300 }, findings: [] })
  const stranger = openSigner(join(folder, 'stranger.pem'), 'example.org/ledger')
  const harms: [string, (bytes: Buffer) => Buffer, string][] = [
    [
      'checkpoint',
      (bytes) => Buffer.from(bytes.toString().replace('\n300\n', '\n301\n')),
      'ledger.bad-checkpoint checkpoint',
    ],
    ['tile/entries/000', (bytes) => bytes.subarray(0, -1), 'ledger.missing-file tile/entries/000'],
    [
      'tile/entries/000',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('NA-46', 'NA-47'), 'latin1'),
      'ledger.wrong-hash tile/0/000',
    ],
    ['tile/0/001.p/44', (bytes) => Buffer.from(bytes).fill(0, 32, 64), 'ledger.wrong-hash tile/0/001.p/44'],
    ['tile/1/000.p/1', (bytes) => bytes.subarray(1), 'ledger.missing-file tile/1/000.p/1'],
  ]
  for (const [name, harm, expected] of harms) {
    const bytes = readFileSync(join(log, name))
    writeFileSync(join(log, name), harm(bytes))
    const { findings } = await check()
    expect(findings.map(({ kind, field }) => `${kind.code} ${field}`)).toContain(expected)
    writeFileSync(join(log, name), bytes)
  }
  expect((await verifyLedger(log, `${stranger.name}+00000000+xx`)).findings[0]?.kind.code).toBe('ledger.bad-checkpoint')
  expect(readdirSync(log).sort()).toEqual(['checkpoint', 'tile'])
})
