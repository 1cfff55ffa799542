import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import {
  editionRoutes,
  openEditionReader,
  publishEdition,
  sha256Of,
  verifyEdition,
  type EditionReader,
} from './index.ts'
import { editionBench } from './editions.testkit.ts'

let bench: ReturnType<typeof editionBench>
let reader: EditionReader
let http: HttpServer
let problems: Error[]
beforeEach(async () => {
  bench = editionBench()
  problems = []
  reader = openEditionReader(bench.store, {
    pollMilliseconds: 1_000_000,
    onProblem: (problem) => problems.push(problem),
  })
  http = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
    checkAnswers: true,
  })
  http.register(editionRoutes({ reader, keys: bench.keys }))
  await bench.publish({ 'summary.json': '{"counted":7}', 'contests/NA-46.json': '{}' })
  await publishEdition({
    ...bench,
    series: 'enquiry-demonstration',
    madeAt: '2026-02-08T18:00:00.000Z',
    subject: {},
    ledger: null,
    changed: [],
    unchanged: [],
  })
})
afterEach(async () => {
  await http.close()
  reader.close()
  bench.remove()
})

const get = (url: string, headers: Record<string, string> = {}) => http.fastify.inject({ url, headers })

test('a file is served with its own media type, for ever, under its SHA-256', async () => {
  const answer = await get(`/editions/${bench.series}/1/contests/NA-46.json`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toBe('{}')
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${sha256Of('{}')}"`,
  })
  const again = await get(`/editions/${bench.series}/1/contests/NA-46.json`, {
    'if-none-match': `"x", "${sha256Of('{}')}"`,
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect((await get(`/editions/${bench.series}/1/manifest.sig`)).rawPayload).toHaveLength(64)
})

test('latest leads to the newest edition, and the list names it', async () => {
  const { sha256 } = await bench.publish({ 'summary.json': '{"counted":8}' })
  await reader.notify(bench.series)
  const latest = await get(`/editions/${bench.series}/latest`)
  expect([latest.statusCode, latest.headers.location]).toEqual([302, `/editions/${bench.series}/2/manifest.json`])
  expect(latest.headers['cache-control']).toBe('no-cache')
  expect((await get(`/editions/${bench.series}/latest/contests/NA-46.json`)).headers.location).toBe(
    `/editions/${bench.series}/2/contests/NA-46.json`,
  )
  expect((await get(`/editions/${bench.series}/latest.tar`)).headers.location).toBe(`/editions/${bench.series}/2.tar`)
  expect((await get('/editions')).json()).toEqual({
    series: [{ series: bench.series, number: 2, madeAt: '2026-02-08T18:00:00.000Z', sha256, files: 1 }],
  })
})

test.each([
  [404, 'editions.no-edition', '/editions/none/1/a'],
  [404, 'editions.no-edition', '/editions/none/latest'],
  [404, 'editions.no-edition', `/editions/results-demonstration-2026/99/a`],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/1/gone.json'],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/1/'],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/1/contests'],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/1/..%2F..%2Fpublisher.key'],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/latest/..%2F..%2F..%2Felsewhere'],
  [400, 'http.invalid-input', '/editions/results-demonstration-2026/1/contests%00'],
  [404, 'editions.no-file', '/editions/results-demonstration-2026/1/constructor'],
  [400, 'http.invalid-input', '/editions/..%2F..%2Fetc/1/passwd'],
  [400, 'http.invalid-input', '/editions/results-demonstration-2026/01/summary.json'],
  [400, 'http.invalid-input', '/editions/results-demonstration-2026/1e3/summary.json'],
  [403, 'editions.not-public', '/editions/enquiry-demonstration/1/manifest.json'],
  [403, 'editions.not-public', '/editions/enquiry-demonstration/1.tar'],
  [403, 'editions.not-public', '/editions/enquiry-demonstration/latest'],
])('%i %s for %s', async (status, code, url) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test('an altered file is refused, not served', async () => {
  writeFileSync(bench.at(1, 'summary.json'), '{"counted":9}')
  const answer = await get(`/editions/${bench.series}/1/summary.json`)
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'editions.damaged'])
})

test('the archive unpacks to an edition that has nothing wrong with it', async () => {
  const long = `tables/${'a'.repeat(90)}/${'b'.repeat(90)}.json`
  await bench.publish({ [long]: 'x'.repeat(512), 'empty.csv': '' }, ['summary.json'])
  const answer = await get(`/editions/${bench.series}/2.tar`)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/x-tar',
    'content-length': String(answer.rawPayload.length),
  })
  const folder = join(bench.folder, 'stranger')
  mkdirSync(folder)
  const unpacked = spawnSync('tar', ['x', '-C', folder], { input: answer.rawPayload, encoding: 'utf8' })
  expect([unpacked.stderr, unpacked.status]).toEqual(['', 0])
  const check = await verifyEdition(join(folder, bench.series, '2'), { publicKeyPem: bench.signer.publicKeyPem })
  expect(check).toMatchObject({ findings: [], files: 3 })
  rmSync(folder, { recursive: true })
})
