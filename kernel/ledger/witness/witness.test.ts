import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signCheckpoint } from '../checkpoint.ts'
import { cosignaturesOn } from '../cosignature.ts'
import { growLog, type Growth } from '../growth.ts'
import { splitNotes } from '../note-list.ts'
import { consistencyRanges } from '../ranges.ts'
import { openSigner, type FileSigner } from '../signer.ts'
import { naiveProof } from '../naive-tree.testkit.ts'
import { openMemory, UnusableMemory, type WitnessMemory } from './memory.ts'
import { createWitness, type Alarm, type Witness } from './witness.ts'

const origin = 'commission.example/ledger'
let folder: string
let log: FileSigner
let signer: FileSigner
let memory: WitnessMemory
let witness: Witness
let alarms: Alarm[]

const open = (logs = [log]): Witness => {
  memory = openMemory(join(folder, 'witness'), signer)
  return createWitness({ logs, signer, memory, now: () => new Date(1_700_000_000_500), onAlarm: (a) => alarms.push(a) })
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-witness-'))
  log = openSigner(join(folder, 'log.pem'), origin)
  signer = openSigner(join(folder, 'witness.pem'), 'observers.example/w1')
  alarms = []
  witness = open()
})
afterEach(() => {
  memory.close()
  rmSync(folder, { recursive: true })
})

const entries = (size: number, kind: string): Buffer[] =>
  Array.from({ length: size }, (_, n) => Buffer.from(`${kind} ${n}`))

function tree(size: number, kind: string): Growth {
  const growth = growLog()
  for (const entry of entries(size, kind)) growth.add(entry)
  return growth
}

const checkpoint = (size: number, kind = 'act', key: FileSigner = log) =>
  signCheckpoint(key.name, size, tree(size, kind).root(), key)

async function submission(old: number, size: number, kind = 'act', key = log): Promise<string> {
  const proof = consistencyRanges(old, size).length === 0 ? [] : naiveProof(old, entries(size, kind))
  const { note } = await checkpoint(size, kind, key)
  return `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`
}
const submit = async (old: number, size: number, kind = 'act', key = log) =>
  witness.addCheckpoint(await submission(old, size, kind, key))

test('a checkpoint that continues the last one is cosigned, with the time, over the whole text', async () => {
  expect((await submit(0, 5)).status).toBe(200)
  const answer = await submit(5, 300)
  expect(answer.status).toBe(200)
  const { note } = await checkpoint(300)
  expect(cosignaturesOn(note + answer.body, [signer])).toMatchObject([{ at: 1_700_000_000 }])
  expect(memory.latest(origin)?.size).toBe(300)
})

test('the same checkpoint is cosigned again, and remembered once', async () => {
  await submit(0, 5)
  expect((await submit(5, 5)).status).toBe(200)
  expect(splitNotes(memory.text().toString()).notes).toHaveLength(1)
})

test('who does not know how far the witness has seen is told the size', async () => {
  await submit(0, 5)
  expect(await submit(0, 9)).toMatchObject({ status: 409, body: '5\n', type: 'text/x.tlog.size' })
  expect(await submit(7, 9)).toMatchObject({ status: 409, body: '5\n' })
  expect(alarms).toEqual([])
})

test('an older checkpoint replayed later is not cosigned, and does not set the witness back', async () => {
  const old = await submission(0, 5)
  witness.addCheckpoint(old)
  await submit(5, 9)
  expect(witness.addCheckpoint(old)).toMatchObject({ status: 409, body: '9\n' })
  expect(memory.latest(origin)?.size).toBe(9)
})

test('another tree of the same size, signed with the log’s own key, is refused loudly and both notes are kept', async () => {
  await submit(0, 5)
  const answer = await submit(5, 5, 'forged')
  expect(answer.status).toBe(409)
  expect(alarms).toMatchObject([{ kind: 'fork', seen: { size: 5 }, given: { size: 5 } }])
  const kept = readFileSync(alarms[0]?.evidence ?? '', 'utf8')
  expect(kept).toContain((await checkpoint(5)).root.length === 64 ? alarms[0]?.seen.note : '')
  expect(kept).toContain(alarms[0]?.given.note)
  expect(kept).toMatch(/two different trees of 5 entries/)
})

test('a larger tree that is not shown to continue is refused and kept, the same one once', async () => {
  await submit(0, 5)
  const forged = await submission(5, 9, 'forged')
  expect([witness.addCheckpoint(forged).status, witness.addCheckpoint(forged).status]).toEqual([422, 422])
  expect(alarms[0]).toMatchObject({ kind: 'not-continued' })
  expect(readdirSync(join(folder, 'witness', 'evidence'))).toHaveLength(1)
  expect(memory.latest(origin)?.size).toBe(5)
})

test('a forged checkpoint, a log that is not watched, and what is no submission are refused', async () => {
  const thief = openSigner(join(folder, 'thief.pem'), origin)
  const other = openSigner(join(folder, 'other.pem'), 'other.example/log')
  expect((await submit(0, 5, 'act', thief)).status).toBe(403)
  expect((await submit(0, 5, 'act', other)).status).toBe(404)
  const good = await submission(0, 5)
  for (const bad of [
    '',
    good.replace('old 0', 'old 00'),
    good.replace('old 0', 'old 6'),
    good.replace('old 0', 'new 0'),
    good.slice(0, -1),
    good.replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`.repeat(1) + 'x\n'),
  ])
    expect([bad, witness.addCheckpoint(bad).status]).toEqual([bad, 400])
  expect(memory.latest(origin)).toBeUndefined()
})

test('a proof where none belongs is refused', async () => {
  const good = await submission(0, 5)
  expect(witness.addCheckpoint(good.replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`)).status).toBe(422)
})

test('killed after the memory was written and before the answer, it goes on from there', async () => {
  await submit(0, 5)
  memory.close()
  witness = open()
  expect(memory.latest(origin)?.size).toBe(5)
  expect((await submit(5, 5, 'forged')).status).toBe(409)
  expect((await submit(5, 9)).status).toBe(200)
})

test('what a power cut left half-written was never answered for, and is forgotten', async () => {
  await submit(0, 5)
  await submit(5, 9)
  memory.close()
  const file = join(folder, 'witness', 'cosigned')
  const whole = readFileSync(file)
  for (const cut of [1, 2, 40, 100]) {
    writeFileSync(file, whole.subarray(0, whole.length - cut))
    witness = open()
    expect([cut, memory.latest(origin)?.size]).toEqual([cut, cut === 1 ? 9 : 5])
    memory.close()
  }
  writeFileSync(file, whole)
  witness = open()
})

test('a memory that was tampered with does not open', async () => {
  await submit(0, 5)
  await submit(5, 9)
  memory.close()
  const file = join(folder, 'witness', 'cosigned')
  const whole = readFileSync(file, 'utf8')
  for (const tampered of [whole.replace('\n9\n', '\n8\n'), whole.replace('\n5\n', '\n\n5\n')]) {
    writeFileSync(file, tampered)
    expect(() => open()).toThrow(UnusableMemory)
  }
  writeFileSync(file, whole)
  witness = open()
})

test('a second witness cannot open the same memory while the first lives', async () => {
  writeFileSync(join(folder, 'witness', 'witness.pid'), `${process.ppid}\n`)
  expect(() => openMemory(join(folder, 'witness'), signer)).toThrow(/Another witness/)
})
