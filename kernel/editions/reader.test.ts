import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstKey, openSigner, type KeyHistory } from '@intikhab/kernel/ledger'
import {
  createEditionStore,
  DamagedEdition,
  openEditionReader,
  type EditionReader,
  type ReaderOptions,
} from './index.ts'
import { editionBench } from './editions.testkit.ts'

let bench: ReturnType<typeof editionBench>
let problems: string[]
const readers: EditionReader[] = []
beforeEach(() => {
  bench = editionBench()
  problems = []
})
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close()
  bench.remove()
})

function open(options: ReaderOptions = {}, store = bench.store): EditionReader {
  const reader = openEditionReader(store, {
    pollMilliseconds: 1_000_000,
    onProblem: (problem) => problems.push(problem.message),
    ...options,
  })
  readers.push(reader)
  return reader
}

test('files of the latest edition are read, verified and kept', async () => {
  const reader = open()
  expect(await reader.latest(bench.series)).toBeUndefined()
  const made = await bench.publish({ 'summary.json': '{"counted":7}' })
  const edition = await reader.latest(bench.series)
  expect(edition?.id).toBe(made.sha256)
  expect(await edition?.json('summary.json')).toEqual({ counted: 7 })
  expect((await edition?.bytes('summary.json'))?.toString()).toBe('{"counted":7}')
  expect(await edition?.bytes('other.json')).toBeUndefined()
  expect(await edition?.bytes('../latest')).toBeUndefined()
  rmSync(bench.at(1, 'summary.json'))
  expect(await edition?.json('summary.json')).toEqual({ counted: 7 })
  expect(await reader.series()).toEqual([bench.series])
})

test('a publisher in the same process is seen at once; old editions can still be opened', async () => {
  const reader = open()
  await bench.publish({ 'a.json': '1' })
  expect((await reader.latest(bench.series))?.manifest.number).toBe(1)
  const seen: number[] = []
  reader.onNewer((edition) => seen.push(edition.manifest.number))
  await bench.publish({ 'a.json': '2' })
  await reader.notify(bench.series)
  expect((await reader.latest(bench.series))?.manifest.number).toBe(2)
  expect(seen).toEqual([2])
  expect(await (await reader.edition(bench.series, 1))?.json('a.json')).toBe(1)
  expect(await reader.edition(bench.series, 9)).toBeUndefined()
})

test.each([
  ['by watching the folder', {}, true],
  ['by looking at it', { pollMilliseconds: 5 }, false],
] as const)('a publisher elsewhere is noticed %s', async (_how, options, watches) => {
  const elsewhere = createEditionStore({ root: bench.root })
  const reader = open(options, watches ? elsewhere : { ...elsewhere, watch: () => () => undefined })
  await bench.publish({ 'a.json': '1' })
  await reader.latest(bench.series)
  const newer = new Promise<number>((resolve) => reader.onNewer((edition) => resolve(edition.manifest.number)))
  await bench.publish({ 'a.json': '2' })
  expect(await newer).toBe(2)
})

const harms: [string, () => void][] = [
  ['a missing file', () => rmSync(bench.at(2, 'a.json'))],
  ['a shortened file', () => writeFileSync(bench.at(2, 'a.json'), '')],
  ['no manifest', () => rmSync(bench.at(2, 'manifest.json'))],
  ['no signature', () => rmSync(bench.at(2, 'manifest.sig'))],
  ['an altered manifest', () => writeFileSync(bench.at(2, 'manifest.json'), '{}')],
  ['no folder at all', () => rmSync(bench.at(2, ''), { recursive: true })],
]

test.each(harms)(
  'an edition with %s is passed over for the previous one, also after a restart',
  async (_what, harm) => {
    await bench.publish({ 'a.json': '1' })
    const reader = open()
    await reader.latest(bench.series)
    await bench.publish({ 'a.json': '"two"' })
    harm()
    await reader.notify(bench.series)
    expect((await reader.latest(bench.series))?.manifest.number).toBe(1)
    expect(await (await open().latest(bench.series))?.json('a.json')).toBe(1)
    expect(problems).not.toEqual([])
  },
)

test('an altered file is never served, and its edition gives way to the previous one', async () => {
  await bench.publish({ 'a.json': '1' })
  await bench.publish({ 'a.json': '2' })
  const reader = open()
  const edition = await reader.latest(bench.series)
  writeFileSync(bench.at(2, 'a.json'), '3')
  await expect(edition?.bytes('a.json')).rejects.toThrow(DamagedEdition)
  expect((await reader.latest(bench.series))?.manifest.number).toBe(1)
  expect(problems).toEqual([`a.json of edition 2 of ${bench.series} is altered.`])
  // Repaired and told so, it is read again.
  writeFileSync(bench.at(2, 'a.json'), '2')
  await reader.notify(bench.series)
  expect((await reader.latest(bench.series))?.manifest.number).toBe(2)
})

test('a reader that knows the publisher believes nobody else', async () => {
  await bench.publish({ 'a.json': '1' })
  const stranger = openSigner(`${bench.folder}/stranger.key`, 'stranger.example')
  expect((await open({ keys: firstKey(bench.signer) }).latest(bench.series))?.manifest.number).toBe(1)
  expect(await open({ keys: firstKey(stranger) }).latest(bench.series)).toBeUndefined()
})

test('a reader that knows all keys of the publisher opens what each signed in its time, and nothing of an old key after', async () => {
  await bench.publish({ 'a.json': '1' })
  const { sha256 } = await bench.publish({ 'a.json': '2' })
  await bench.changeKey('rotated', { number: 1, sha256 })
  const numbers = async (keys: KeyHistory) => {
    const reader = open({ keys })
    const found = await Promise.all([1, 2, 3].map((number) => reader.edition(bench.series, number)))
    return found.map((edition) => edition?.manifest.number)
  }
  // Another edition 1 than the one that the statement names.
  expect(await numbers(bench.keys)).toEqual([undefined, undefined, undefined])
  await bench.publish({ 'a.json': '3' })
  expect(await numbers(bench.keys)).toEqual([undefined, undefined, 3])
})

test('the memory for files stays within its budget', async () => {
  await bench.publish({ 'a.json': `"${'a'.repeat(500)}"`, 'b.json': `"${'b'.repeat(500)}"` })
  const edition = await open({ cacheBytes: 700 }).latest(bench.series)
  await edition?.bytes('a.json')
  await edition?.bytes('b.json')
  rmSync(bench.at(1, 'a.json'))
  rmSync(bench.at(1, 'b.json'))
  expect(await edition?.bytes('b.json')).toHaveLength(502)
  await expect(edition?.bytes('a.json')).rejects.toThrow(/missing/)
})
