import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openSmallDisk } from '@intikhab/kernel/testkit'
import { editionBench } from './editions.testkit.ts'
import {
  createEditionStore,
  createS3EditionStore,
  DamagedEdition,
  fileOnDisk,
  openEditionReader,
  openLoneEdition,
  sha256Of,
  verifyEdition,
} from './index.ts'
import { startS3Server } from './s3-server.testkit.ts'

const disk = openSmallDisk(4 << 20)
afterAll(() => disk?.remove())

let bench: ReturnType<typeof editionBench>
beforeEach(() => (bench = editionBench()))
afterEach(() => bench.remove())

/** Larger than what is hashed at a time. */
const large = Buffer.alloc(2_500_000, 'the roll ')
function lay(name: string, bytes: Uint8Array = large): string {
  const folder = join(bench.folder, 'made')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const describe = (path: string, file: string) => fileOnDisk(path, 'application/octet-stream', file)

test('a file that lies on the disk is linked into the edition, beside bytes from memory, and outlives its first name', async () => {
  const made = lay('a.bin')
  const text = { path: 'b.json', mediaType: 'application/json', bytes: Buffer.from('{}') }
  const { manifest } = await bench.publishFiles([await describe('shards/a.bin', made), text])
  expect(manifest.files).toEqual([
    { path: 'b.json', mediaType: 'application/json', size: 2, sha256: sha256Of('{}') },
    { path: 'shards/a.bin', mediaType: 'application/octet-stream', size: large.length, sha256: sha256Of(large) },
  ])
  expect(statSync(bench.at(1, 'shards/a.bin')).ino).toBe(statSync(made).ino)
  rmSync(made)
  expect(readFileSync(bench.at(1, 'shards/a.bin')).equals(large)).toBe(true)
  expect((await verifyEdition(join(bench.root, bench.series, '1'))).findings).toEqual([])
})

test('a file that is no longer what was described stops the publication and leaves nothing', async () => {
  const made = lay('a.bin')
  const described = await describe('a.bin', made)
  writeFileSync(made, 'half')
  await expect(bench.publishFiles([described])).rejects.toThrow('a.bin has 4 bytes, not 2500000')
  rmSync(made)
  await expect(bench.publishFiles([described])).rejects.toThrow(/ENOENT/)
  expect(readdirSync(join(bench.root, bench.series))).toEqual([])
})

test('a publisher that dies between two files leaves them where they were made, and the next try takes them', async () => {
  const described = [await describe('a.bin', lay('a.bin')), await describe('b.bin', lay('b.bin'))]
  const left = join(bench.root, bench.series, '.new-1-00ff')
  mkdirSync(left, { recursive: true })
  writeFileSync(join(left, 'a.bin'), large)
  const { manifest } = await bench.publishFiles(described)
  expect(manifest.number).toBe(1)
  await bench.publishFiles([], ['a.bin', 'b.bin'])
  expect(existsSync(left)).toBe(false)
  expect((await verifyEdition(join(bench.root, bench.series, '2'))).findings).toEqual([])
})

test('a large file is read at any position, and not before it was verified', async () => {
  await bench.publishFiles([await describe('a.bin', lay('a.bin'))])
  const reader = openEditionReader(bench.store)
  const edition = await reader.latest(bench.series)
  const handle = await edition?.open('a.bin')
  const four = Buffer.alloc(4)
  await handle?.read(four, 0, 4, 9 * 200_000)
  expect(four.toString()).toBe('the ')
  await handle?.close()
  expect(await edition?.open('none.bin')).toBeUndefined()
  reader.close()
})

test('an edition that was copied alone is read from wherever it lies, and not where a file of it is missing', async () => {
  await bench.publishFiles([await describe('a.bin', lay('a.bin'))])
  const copy = join(bench.folder, 'on a stick')
  cpSync(join(bench.root, bench.series, '1'), copy, { recursive: true })
  const edition = await openLoneEdition(copy)
  expect(edition.manifest).toMatchObject({ series: bench.series, number: 1 })
  const handle = await edition.open('a.bin')
  expect((await handle?.stat())?.size).toBe(large.length)
  await handle?.close()
  expect((await edition.bytes('a.bin'))?.equals(large)).toBe(true)
  rmSync(join(copy, 'a.bin'))
  await expect(openLoneEdition(copy)).rejects.toThrow(/has a file that is missing/)
  rmSync(join(copy, 'manifest.sig'))
  await expect(openLoneEdition(copy)).rejects.toThrow(/is not signed/)
  await expect(openLoneEdition(bench.folder)).rejects.toThrow(/is not the folder of an edition/)
})

test('one changed byte, or a missing file, is found when the file is opened', async () => {
  await bench.publishFiles([await describe('a.bin', lay('a.bin')), await describe('b.bin', lay('b.bin'))])
  const problems: Error[] = []
  const reader = openEditionReader(bench.store, { onProblem: (problem) => problems.push(problem) })
  const edition = await reader.latest(bench.series)
  const altered = Buffer.from(large)
  altered[2_000_000] = 0
  writeFileSync(bench.at(1, 'a.bin'), altered)
  await expect(edition?.open('a.bin')).rejects.toThrow(DamagedEdition)
  rmSync(bench.at(1, 'b.bin'))
  await expect(edition?.open('b.bin')).rejects.toThrow(/b\.bin of edition 1 of .* is missing/)
  expect(problems).toHaveLength(1)
  reader.close()
})

test.skipIf(disk === undefined)(
  'on a full disk a file from another disk is not half taken over; with room it is',
  async () => {
    const root = join(disk?.folder ?? '', 'editions')
    const small = editionBench(createEditionStore({ root }))
    await small.publish({ 'a.json': '1' })
    const described = await describe('large.bin', lay('large.bin'))
    disk?.fill()
    await expect(small.publishFiles([described], ['a.json'])).rejects.toThrow(/ENOSPC/)
    expect(readdirSync(join(root, small.series)).toSorted()).toEqual(['1', 'latest'])
    disk?.makeRoom()
    expect((await small.publishFiles([described], ['a.json'])).manifest.number).toBe(2)
    expect((await verifyEdition(join(root, small.series, '2'))).findings).toEqual([])
    small.remove()
  },
)

test('a bucket is sent the file as a stream, again where the store is busy, and gives it back at any position', async () => {
  const server = await startS3Server()
  const { endpoint } = server
  const key = { bucket: 'editions', region: 'test-region', accessKeyId: 'key-of-test', secretAccessKey: 'secret' }
  const remote = editionBench(await createS3EditionStore({ ...key, endpoint }))
  try {
    server.busy(`PUT editions/${remote.series}/1/a.bin`, 2)
    await remote.publishFiles([await describe('a.bin', lay('a.bin'))])
    expect(server.objects.get(`editions/${remote.series}/1/a.bin`)?.bytes.equals(large)).toBe(true)
    const reader = openEditionReader(remote.store, { pollMilliseconds: 1_000_000 })
    const handle = await (await reader.latest(remote.series))?.open('a.bin')
    const four = Buffer.alloc(4)
    await handle?.read(four, 0, 4, 9 * 250_000)
    expect(four.toString()).toBe('the ')
    await handle?.close()
    expect(await remote.store.open(remote.series, 1, 'none.bin')).toBeUndefined()
    reader.close()
  } finally {
    remote.remove()
    await server.stop()
  }
})
