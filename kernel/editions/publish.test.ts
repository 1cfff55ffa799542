import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disagreements } from '@intikhab/kernel/testkit'
import { auditedEditions, editionAct, parseManifest, publishEdition, sha256Of } from './index.ts'
import { editionBench } from './editions.testkit.ts'

let bench: ReturnType<typeof editionBench>
beforeEach(() => (bench = editionBench()))
afterEach(() => bench.remove())

test('an edition is a plain folder: files, manifest, signature, sums and key', async () => {
  const { manifest, sha256 } = await bench.publish({ 'summary.json': '{}', 'contests/NA-46.json': '{"votes":1}' })
  expect(manifest).toMatchObject({ format: 'intikhab-edition/1', series: bench.series, number: 1, previous: null })
  expect(manifest.files.map((file) => file.path)).toEqual(['contests/NA-46.json', 'summary.json'])
  const bytes = readFileSync(bench.at(1, 'manifest.json'))
  expect(sha256Of(bytes)).toBe(sha256)
  expect(parseManifest(bytes)).toEqual(manifest)
  expect(readFileSync(bench.at(1, 'manifest.sig'))).toHaveLength(64)
  expect(readFileSync(bench.at(1, 'publisher.pem'), 'utf8')).toBe(bench.signer.publicKeyPem)
  expect(readFileSync(bench.at(1, 'SHA256SUMS'), 'utf8')).toBe(
    `${sha256Of('{"votes":1}')}  contests/NA-46.json\n${sha256Of('{}')}  summary.json\n`,
  )
  expect(readFileSync(join(bench.root, bench.series, 'latest'), 'utf8')).toBe('1\n')
  expect(editionAct(manifest, sha256)).toMatchObject({
    subject: `${bench.series}/1`,
    detail: { sha256, files: 2, previous: null },
  })
})

test.each(['list-national-2026', 'enquiry-national-2026'])(
  'the folder of a series about single voters opens for its owner alone: %s',
  async (series) => {
    await bench.store.put({ series, number: 1, from: undefined, files: [], unchanged: [] })
    expect(statSync(join(bench.root, series)).mode & 0o777).toBe(0o700)
  },
)

test('an edition stands in the ledger by the hash of its manifest: one that is rewritten or taken away is found', async () => {
  const editions = [await bench.publish({ 'a.json': '1' }), await bench.publish({ 'a.json': '2' })]
  const acts = editions.map(({ manifest, sha256 }) => editionAct(manifest, sha256))
  const audited = [auditedEditions(bench.store)]
  expect(await disagreements(audited, acts)).toEqual([])
  const manifest = bench.at(1, 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"size":1', '"size":2'))
  expect(await disagreements(audited, acts)).toEqual([`editions.edition:${bench.series}/1: differs`])
  rmSync(manifest)
  expect(await disagreements(audited, acts)).toEqual([`editions.edition:${bench.series}/1: is gone`])
})

test('who had an edition published, and who approved that, stands in the ledger', async () => {
  const { manifest, sha256 } = await bench.publish({ 'a.json': '1' })
  const [one, other] = ['a1', 'a2'].map((id) => ({ kind: 'account' as const, id, role: 'secretariat' }))
  if (one === undefined || other === undefined) throw new Error('two people are needed')
  const approval = { id: 'p1', proposedBy: one, approvedBy: other, approvedAt: manifest.madeAt }
  expect(editionAct(manifest, sha256, { actor: one, approval })).toMatchObject({ actor: one, approval })
  expect(editionAct(manifest, sha256).actor).toEqual({ kind: 'system', id: 'publisher' })
})

test('the next edition links what has not changed, leaves out what is not named, and names its predecessor', async () => {
  const first = await bench.publish({ 'a.json': '1', 'b.json': '2', 'c/d.json': '3' })
  const second = await bench.publish({ 'b.json': '22' }, ['c/d.json'])
  expect(second.manifest).toMatchObject({ number: 2, previous: first.sha256 })
  expect(second.manifest.files.map((file) => file.path)).toEqual(['b.json', 'c/d.json'])
  expect(statSync(bench.at(2, 'c/d.json')).ino).toBe(statSync(bench.at(1, 'c/d.json')).ino)
  expect(readFileSync(bench.at(1, 'b.json'), 'utf8')).toBe('2')
  expect(existsSync(bench.at(2, 'a.json'))).toBe(false)
})

test('what cannot be published throws and leaves no trace', async () => {
  await bench.publish({ 'a.json': '1' })
  await expect(bench.publish({}, ['gone.json'])).rejects.toThrow(/gone\.json cannot stay unchanged/)
  await expect(bench.publish({ 'a.json': '2' }, ['a.json'])).rejects.toThrow(/in the edition twice/)
  for (const path of [
    '../a',
    '/a',
    'a//b',
    '.hidden',
    'a/../b',
    'manifest.json',
    'manifest.sig',
    'latest',
    'with space',
    'a\nb',
    '',
  ])
    await expect(bench.publish({ [path]: '1' })).rejects.toThrow(/cannot be the path/)
  await expect(
    publishEdition({ ...bench, madeAt: '', subject: {}, ledger: null, changed: [], unchanged: [], series: '../up' }),
  ).rejects.toThrow(/cannot name a series/)
  expect(readdirSync(join(bench.root, bench.series)).sort()).toEqual(['1', 'latest'])
})

test('a publisher that dies while storing leaves nothing that a reader sees, and nothing in the way', async () => {
  await bench.publish({ 'a.json': '1' })
  const dying = editionBench({ ...bench.store, put: () => Promise.reject(new Error('power cut')) })
  await expect(dying.publish({ 'a.json': '2' })).rejects.toThrow('power cut')
  dying.remove()
  const left = join(bench.root, bench.series, '.new-2-00ff')
  mkdirSync(left)
  writeFileSync(join(left, 'half.json'), '{')
  const next = await bench.publish({ 'a.json': '3' })
  expect(next.manifest.number).toBe(2)
  expect(readdirSync(join(bench.root, bench.series, '2')).sort()).toEqual([
    'SHA256SUMS',
    'a.json',
    'manifest.json',
    'manifest.sig',
    'publisher-keys.json',
    'publisher.pem',
  ])
  await bench.publish({ 'a.json': '4' })
  expect(existsSync(left)).toBe(false)
})

test('an edition that was stored but not announced is announced by the next publisher', async () => {
  const first = await bench.publish({ 'a.json': '1' })
  const { store } = bench
  let isDying = true
  const dying = {
    ...store,
    announce: (series: string, number: number) =>
      isDying ? Promise.reject(new Error('power cut')) : store.announce(series, number),
  }
  const edition = {
    ...bench,
    store: dying,
    madeAt: '2026-02-08T18:00:02.000Z',
    subject: {},
    ledger: null,
    unchanged: [],
  }
  const changed = (text: string) => [{ path: 'a.json', mediaType: 'application/json', bytes: Buffer.from(text) }]
  await expect(publishEdition({ ...edition, changed: changed('2') })).rejects.toThrow('power cut')
  expect(await store.latest(bench.series)).toBe(1)
  isDying = false
  const third = await publishEdition({ ...edition, changed: changed('3') })
  const second = parseManifest(readFileSync(bench.at(2, 'manifest.json')))
  expect(second).toMatchObject({ number: 2, previous: first.sha256 })
  expect(third.manifest).toMatchObject({ number: 3, previous: sha256Of(readFileSync(bench.at(2, 'manifest.json'))) })
  expect(await store.latest(bench.series)).toBe(3)
})

test('of two publishers at the same moment one is refused', async () => {
  await bench.publish({ 'a.json': '1' })
  const other = { ...bench.store }
  const edition = { ...bench, madeAt: '2026-02-08T18:00:02.000Z', subject: {}, ledger: null, unchanged: ['a.json'] }
  const changed = [{ path: 'b.json', mediaType: 'application/json', bytes: Buffer.from('2') }]
  const settled = await Promise.allSettled([
    publishEdition({ ...edition, changed }),
    publishEdition({ ...edition, store: other, changed }),
  ])
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await bench.store.latest(bench.series)).toBe(2)
  expect(
    await bench.store.holds(bench.series, 2, parseManifest(readFileSync(bench.at(2, 'manifest.json')))?.files ?? []),
  ).toBe(true)
})
