import { afterEach, beforeEach, expect, test } from 'vitest'
import { createS3EditionStore, openEditionReader, type EditionStore } from './index.ts'
import { editionBench } from './editions.testkit.ts'
import { startS3Server } from './s3-server.testkit.ts'

let server: Awaited<ReturnType<typeof startS3Server>>
let bench: ReturnType<typeof editionBench>
const connect = (accessKeyId = 'key-of-test'): Promise<EditionStore> =>
  createS3EditionStore({
    bucket: 'editions',
    prefix: 'public/',
    region: 'test-region',
    endpoint: server.endpoint,
    accessKeyId,
    secretAccessKey: 'secret-of-test',
  })
beforeEach(async () => {
  server = await startS3Server()
  bench = editionBench(await connect())
})
afterEach(async () => {
  bench.remove()
  await server.stop()
})

test('a bucket holds an edition under the names of the folder, the signature after the files and latest after all', async () => {
  await bench.publish({ 'summary.json': '{}', 'contests/NA-46.json': '{"votes":1}' })
  const base = `editions/public/${bench.series}`
  expect([...server.objects.keys()].sort()).toEqual(
    [
      '1/SHA256SUMS',
      '1/contests/NA-46.json',
      '1/manifest.json',
      '1/manifest.sig',
      '1/publisher-keys.json',
      '1/publisher.pem',
      '1/summary.json',
      'latest',
    ]
      .map((name) => `${base}/${name}`)
      .sort(),
  )
  expect(server.requests.filter((request) => request.startsWith('PUT')).slice(-2)).toEqual([
    `PUT ${base}/1/manifest.sig`,
    `PUT ${base}/latest`,
  ])
  expect(server.objects.get(`${base}/1/summary.json`)?.type).toBe('application/json')
  expect(await bench.store.series()).toEqual([bench.series])
})

test('the next edition copies inside the bucket what has not changed, and a reader reads it', async () => {
  await bench.publish({ 'a.json': '1', 'b.json': '2' })
  await bench.publish({ 'a.json': '11' }, ['b.json'])
  const reader = openEditionReader(await connect(), { pollMilliseconds: 1_000_000 })
  const edition = await reader.latest(bench.series)
  expect(edition?.manifest.number).toBe(2)
  expect(await edition?.json('a.json')).toBe(11)
  expect(await edition?.json('b.json')).toBe(2)
  expect(await reader.latest('results-none')).toBeUndefined()
  reader.close()
})

test('an edition whose upload broke off is not seen, and the next attempt takes its place', async () => {
  await bench.publish({ 'a.json': '1' })
  server.fail(`PUT editions/public/${bench.series}/2/manifest.sig`)
  await expect(bench.publish({ 'a.json': '2' })).rejects.toThrow('AccessDenied')
  server.fail(undefined)
  const reader = openEditionReader(await connect(), { pollMilliseconds: 1_000_000 })
  expect((await reader.latest(bench.series))?.manifest.number).toBe(1)
  reader.close()
  const { manifest } = await bench.publish({ 'a.json': '3' })
  expect(manifest.number).toBe(2)
})

test('an edition that was stored but not announced is continued by its publisher alone', async () => {
  await bench.publish({ 'a.json': '1' })
  server.fail(`PUT editions/public/${bench.series}/latest`)
  await expect(bench.publish({ 'a.json': '2' })).rejects.toThrow('AccessDenied')
  server.fail(undefined)
  const again = editionBench(await connect())
  await expect(again.publish({ 'a.json': '3' })).rejects.toThrow(/not signed by its publisher/)
  again.remove()
  expect(await bench.store.latest(bench.series)).toBe(1)
  const { manifest } = await bench.publish({ 'a.json': '3' })
  expect(manifest.number).toBe(3)
  expect(await bench.store.latest(bench.series)).toBe(3)
})

test('a wrong key is an error, not an empty store', async () => {
  await bench.publish({ 'a.json': '1' })
  await expect((await connect('key-of-nobody')).latest(bench.series)).rejects.toThrow(/AccessDenied/)
})
