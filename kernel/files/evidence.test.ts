import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CorruptEvidence, openEvidence, type EvidenceStore } from './index.ts'

const now = () => new Date('2018-07-25T18:00:00Z')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const photograph = Buffer.from('a photograph of Form-45')
const name = sha256(photograph)
let folder: string
let store: EvidenceStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  store = await openEvidence({ folder, limitBytes: 1000, now })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
async function* inParts(...parts: Buffer[]) {
  for (const part of parts) yield await Promise.resolve(part)
}

test('bytes are kept under their hash, read-only, and come back', async () => {
  expect(await store.put(photograph)).toEqual({ ok: true, value: { sha256: name, size: 23 } })
  expect(await store.get(name)).toEqual(photograph)
  expect(readFileSync(fileOf(name))).toEqual(photograph)
  expect(statSync(fileOf(name)).mode & 0o777).toBe(0o444)
  expect(readdirSync(join(folder, 'arriving'))).toEqual([])
})

test('a stream is the same evidence as its bytes, and twice the same is one file', async () => {
  const expected = { ok: true, value: { sha256: name, size: 23 } }
  const kept = await store.put(inParts(photograph.subarray(0, 7), photograph.subarray(7)))
  const twice = await Promise.all([store.put(photograph), store.put(photograph)])
  expect([kept, ...twice]).toEqual([expected, expected, expected])
  expect(readdirSync(join(folder, name.slice(0, 2), name.slice(2, 4)))).toEqual([name])
})

test('what is not kept is not there, and a name that is no hash reaches no file', async () => {
  writeFileSync(join(folder, 'secret'), 'outside')
  expect([await store.has(name), await store.get(name)]).toEqual([false, undefined])
  for (const odd of ['', '../secret', 'secret', name.toUpperCase(), `${name}/..`]) {
    expect(await store.get(odd)).toBeUndefined()
    expect(await store.has(odd)).toBe(false)
  }
})

test('a file over the limit is refused while it arrives, is not read on, and leaves nothing', async () => {
  let read = 0
  async function* endless() {
    for (;;) {
      read++
      yield await Promise.resolve(Buffer.alloc(600))
    }
  }
  expect(await store.put(endless())).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'files.too-large' }, detail: { limitBytes: 1000 } },
  })
  expect(read).toBe(2)
  expect(await store.put(Buffer.alloc(1001))).toMatchObject({ ok: false })
  expect(await store.put(Buffer.alloc(1000))).toMatchObject({ ok: true })
  expect(readdirSync(join(folder, 'arriving'))).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  async function* broken() {
    yield await Promise.resolve(photograph)
    throw new Error('connection lost')
  }
  await expect(store.put(broken())).rejects.toThrow('connection lost')
  expect(await store.has(name)).toBe(false)
  expect(readdirSync(join(folder, 'arriving'))).toEqual([])
})

test('bytes changed on the disk are never handed out, nor taken for the same evidence', async () => {
  await store.put(photograph)
  chmodSync(fileOf(name), 0o644)
  writeFileSync(fileOf(name), 'a photograph of Form-46')
  await expect(store.get(name)).rejects.toThrow(CorruptEvidence)
  await expect(store.put(photograph)).rejects.toThrow(name)
  expect(readFileSync(fileOf(name), 'utf8')).toBe('a photograph of Form-46')
})

test('a file that memory does not hold comes back as a stream, whole or not at all', async () => {
  const bytes = async (stream: AsyncIterable<Buffer> | undefined) => Buffer.concat(await Array.fromAsync(stream ?? []))
  await store.put(photograph)
  expect(await bytes(await store.stream(name))).toEqual(photograph)
  for (const odd of [sha256(Buffer.from('another')), '', '../secret']) expect(await store.stream(odd)).toBeUndefined()
  chmodSync(fileOf(name), 0o644)
  writeFileSync(fileOf(name), 'a photograph of Form-46')
  await expect(store.stream(name)).rejects.toThrow(CorruptEvidence)
})

test('remains of a cut-off write go after a day, a write under way stays', async () => {
  const put = (file: string, hoursAgo: number) => {
    writeFileSync(join(folder, 'arriving', file), 'half')
    const at = (now().getTime() - hoursAgo * 3_600_000) / 1000
    utimesSync(join(folder, 'arriving', file), at, at)
  }
  put('old', 25)
  put('young', 1)
  await openEvidence({ folder, now })
  expect(readdirSync(join(folder, 'arriving'))).toEqual(['young'])
})
