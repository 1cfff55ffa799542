import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { createOutbound } from '@intikhab/kernel/outbound'
import { freshDatabase } from '@intikhab/kernel/testkit'
import {
  cosign,
  cosignaturesOn,
  createLedger,
  createWitness,
  createWitnesses,
  ledgerMigrations,
  ledgerRoutes,
  lookAt,
  openMemory,
  openSigner,
  parsePolicy,
  splitNotes,
  witnessKey,
  witnessServer,
  type Alarm,
  type Ledger,
  type Witness,
  type Witnesses,
} from './index.ts'

const origin = 'commission.example/ledger'
const now = () => new Date('2026-02-08T12:00:00Z')
let folder: string
let database: Database
let drop: () => Promise<void>
let ledger: Ledger
let witness: Witness
let server: Server
let alarms: Alarm[]
const open: Witnesses[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-witnesses-'))
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations]))
  ledger = openLedger()
  alarms = []
  const signer = openSigner(join(folder, 'witness.pem'), 'observers.example/w1')
  const memory = openMemory(join(folder, 'witness'), signer)
  const logs = [openSigner(join(folder, 'key.pem'), origin)]
  witness = createWitness({ logs, signer, memory, now, onAlarm: (alarm) => alarms.push(alarm) })
  server = witnessServer(witness)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()))
  server.closeAllConnections()
  server.close()
  witness.memory.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const openLedger = (): Ledger =>
  createLedger({ database, folder: join(folder, 'log'), signer: openSigner(join(folder, 'key.pem'), origin), origin })

const urlOf = (of: Server): string => `http://127.0.0.1:${(of.address() as AddressInfo).port}`

async function append(by: number): Promise<void> {
  const acts = Array.from({ length: by }, (_, n) => ({
    system: 'test',
    act: 'done',
    subject: `subject/${n}`,
    actor: { kind: 'system' as const, id: 'test' },
    madeAt: '2026-02-08T11:59:00.000Z',
    arrivedAt: '2026-02-08T11:59:00.000Z',
    detail: {},
  }))
  await database.transaction((tx) => ledger.append(tx, acts))
}

async function grow(by: number): Promise<number> {
  await append(by)
  await ledger.sequence()
  return ledger.publish().size
}

function witnessesOf(lines: string, refused: string[] = []): Witnesses {
  const policy = parsePolicy(lines)
  const made = createWitnesses({ ledger, policy, now, onRefused: (sentence) => refused.push(sentence), every: 5 })
  open.push(made)
  return made
}
const policyLine = (url = '') => `witness w1 ${witnessKey(witness.signer)} ${url}\nquorum w1`

test('a published checkpoint is sent to the witness in the background, and its cosignature is kept beside it', async () => {
  const witnesses = witnessesOf(policyLine(urlOf(server)))
  await grow(5)
  const second = await grow(300)
  witnesses.start()
  await expect.poll(() => witnesses.quorumSize()).toBe(second)
  expect(witnesses.states()).toMatchObject([
    { name: 'w1', size: second, at: '2026-02-08T12:00:00.000Z', waitingSince: null, isLate: false, refusedWith: null },
  ])
  expect(cosignaturesOn(ledger.published.find(second) ?? '', [witness.signer])).toHaveLength(1)
  // What came between is covered by the larger tree, and carries no signature of its own.
  expect(cosignaturesOn(ledger.published.find(5) ?? '', [witness.signer])).toEqual([])
  const third = await grow(1)
  await expect.poll(() => witnesses.quorumSize()).toBe(third)
  // A new process finds out from the files how far each witness is.
  expect(witnessesOf(policyLine(urlOf(server))).quorumSize()).toBe(third)
})

test('a witness that refuses is told of once, and holds nothing up', async () => {
  await grow(5)
  const note = ledger.published.find(5) ?? ''
  // As if the witness had seen five other entries: the ledger was rewritten since.
  const refused: string[] = []
  const other = createWitness({
    logs: [openSigner(join(folder, 'key.pem'), origin)],
    signer: witness.signer,
    memory: { ...witness.memory, latest: () => ({ size: 5, root: '0'.repeat(64), note }) },
    now,
    onAlarm: (alarm) => alarms.push(alarm),
  })
  const strict = witnessServer(other)
  await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve))
  try {
    const witnesses = witnessesOf(policyLine(urlOf(strict)), refused)
    witnesses.start()
    await expect.poll(() => witnesses.states()[0]?.refusedWith).toBe(409)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/w1 does not sign the ledger at 5 entries/)
    expect(alarms[0]?.kind).toBe('fork')
    expect(await grow(1)).toBe(6)
  } finally {
    strict.closeAllConnections()
    strict.close()
  }
})

test('a witness that cannot be reached is late after a quarter of an hour, and nothing else happens', async () => {
  let minutes = 0
  const policy = parsePolicy(policyLine('http://127.0.0.1:1'))
  const witnesses = createWitnesses({
    ledger,
    policy,
    now: () => new Date(now().getTime() + minutes * 60_000),
    onRefused: () => undefined,
    every: 5,
  })
  open.push(witnesses)
  await grow(2)
  witnesses.start()
  await expect.poll(() => witnesses.states()[0]?.waitingSince).toBe('2026-02-08T12:00:00.000Z')
  expect(witnesses.states()[0]).toMatchObject({ isLate: false, size: null, refusedWith: null })
  minutes = 16
  expect(witnesses.states()[0]).toMatchObject({ isLate: true })
  expect(witnesses.quorumSize()).toBeNull()
})

/** The commission's public addresses on a port of their own. */
async function listen(witnesses: Witnesses): Promise<{ http: HttpServer; url: string }> {
  const http = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
    checkAnswers: true,
  })
  http.register(ledgerRoutes(ledger, witnesses))
  return { http, url: await http.listen({ port: 0, host: '127.0.0.1' }) }
}

test('a witness behind a router follows the site, and hands in what it cosigned', async () => {
  const witnesses = witnessesOf(policyLine())
  const { http, url } = await listen(witnesses)
  try {
    const call = createOutbound([url])
    expect(await lookAt(url, witness, call)).toMatchObject({ look: 'unreached' })
    await grow(5)
    expect(await lookAt(url, witness, call)).toEqual({ look: 'cosigned', size: 5 })
    expect(await lookAt(url, witness, call)).toEqual({ look: 'unchanged', size: 5 })
    await grow(300)
    expect(await lookAt(url, witness, call)).toEqual({ look: 'cosigned', size: 305 })
    expect(witnesses.quorumSize()).toBe(305)
    const head = (await call(`${url}/api/ledger`)).body.toString()
    expect(JSON.parse(head)).toMatchObject({
      witnessed: { published: 305, quorum: 305, witnesses: [{ name: 'w1', size: 305 }] },
    })
    const all = splitNotes((await call(`${url}/ledger/checkpoints?from=5`)).body.toString()).notes
    expect(all.map((note) => [note.split('\n')[1], cosignaturesOn(note, [witness.signer]).length])).toEqual([
      ['5', 1],
      ['305', 1],
    ])
    expect((await call(`${url}/ledger/checkpoints/305`)).body.toString()).toBe(all[1])
    expect((await call(`${url}/ledger/checkpoints/7`)).status).toBe(404)
  } finally {
    await http.close()
  }
})

test('a log that rewrote what the follower cosigned is refused loudly, and both notes are evidence', async () => {
  const witnesses = witnessesOf(policyLine())
  const { http, url } = await listen(witnesses)
  try {
    await grow(5)
    const call = createOutbound([url])
    await lookAt(url, witness, call)
    // The commission's own key signs a ledger of six entries that begins otherwise, over the old one.
    const other = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
    const before = database
    rmSync(join(folder, 'log'), { recursive: true })
    database = other.database
    ledger = openLedger()
    const rewritten = witnessesOf(policyLine())
    await grow(3)
    await grow(4)
    const second = await listen(rewritten)
    const look = await lookAt(second.url, witness, createOutbound([second.url]))
    await second.http.close()
    await other.drop()
    database = before
    expect(look).toMatchObject({ look: 'refused', status: 422 })
    expect(alarms).toMatchObject([{ kind: 'not-continued', seen: { size: 5 }, given: { size: 7 } }])
    const [kept = ''] = readdirSync(join(folder, 'witness', 'evidence'))
    expect(splitNotesIn(readFileSync(join(folder, 'witness', 'evidence', kept), 'utf8'))).toEqual(['5', '7'])
  } finally {
    await http.close()
  }
})

function splitNotesIn(evidence: string): (string | undefined)[] {
  return splitNotes(evidence.slice(evidence.indexOf('\n\n') + 2)).notes.map((note) => note.split('\n')[1])
}

test('only cosignatures of configured witnesses over published checkpoints are taken in', async () => {
  const witnesses = witnessesOf(policyLine())
  await grow(5)
  const { http } = await listen(witnesses)
  const hand = async (payload: string) => {
    const answer = await http.fastify.inject({
      method: 'POST',
      url: '/ledger/cosignatures',
      headers: { 'content-type': 'text/plain' },
      payload,
    })
    return [answer.statusCode, answer.json().code ?? answer.json().added]
  }
  try {
    const note = ledger.published.find(5) ?? ''
    const text = note.slice(0, note.indexOf('\n\n') + 1)
    const stranger = openSigner(join(folder, 'stranger.pem'), 'stranger.example')
    const good = `${text}\n${cosign(text, witness.signer, 1)}\n`
    const otherText = text.replace('\n5\n', '\n6\n')
    expect(await hand(`${otherText}\n${cosign(otherText, witness.signer, 1)}\n`)).toEqual([422, 'ledger.not-published'])
    expect(await hand(`${text}\n${cosign(text, stranger, 1)}\n`)).toEqual([422, 'ledger.unknown-witness'])
    expect(await hand(`${text}\n${cosign(otherText, witness.signer, 1)}\n`)).toEqual([422, 'ledger.unknown-witness'])
    expect(await hand('nothing')).toEqual([422, 'ledger.not-published'])
    expect(await hand('x'.repeat(20_000))).toEqual([413, 'http.body-too-large'])
    expect(await hand(good)).toEqual([200, 1])
    expect(await hand(good)).toEqual([200, 0])
    expect(await hand(`${text}\n${cosign(text, witness.signer, 2)}\n`)).toEqual([200, 0])
    expect(cosignaturesOn(ledger.published.find(5) ?? '', [witness.signer])).toMatchObject([{ at: 1 }])
  } finally {
    await http.close()
  }
})

test('of many submissions at once none sets the witness back, and each answer is on the disk', async () => {
  const notes: { size: number; note: string }[] = []
  for (let i = 0; i < 20; i++) {
    const size = await grow(1 + (i % 3))
    notes.push({ size, note: ledger.published.find(size) ?? '' })
  }
  const call = createOutbound([urlOf(server)])
  async function submit(size: number, note: string): Promise<void> {
    let old = 0
    for (let tries = 0; tries < 50; tries++) {
      const proof = old === 0 ? [] : await ledger.consistencyProof(old, size)
      const lines = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('')
      const { status, body } = await call(`${urlOf(server)}/add-checkpoint`, {
        method: 'POST',
        body: `old ${old}\n${lines}\n${note}`,
      })
      if (status === 200) return
      expect(status).toBe(409)
      old = Number(body.toString())
      if (old > size) return
    }
  }
  await Promise.all(notes.toReversed().map(({ size, note }) => submit(size, note)))
  const remembered = splitNotes(witness.memory.text().toString()).notes.map((note) => Number(note.split('\n')[1]))
  expect(remembered).toEqual(remembered.toSorted((a, b) => a - b))
  expect(new Set(remembered).size).toBe(remembered.length)
  expect(witness.memory.latest(origin)?.size).toBe(notes.at(-1)?.size)
  expect(alarms).toEqual([])
})

test('the ledger publishes at most so often while it grows, and always when it starts and stops', async () => {
  const busy = createLedger({
    database,
    folder: join(folder, 'log'),
    signer: openSigner(join(folder, 'key.pem'), origin),
    origin,
    publishEvery: 3_600_000,
  })
  await busy.start()
  expect(busy.published.walk()).toEqual([0])
  await append(2)
  await expect.poll(() => busy.latest().size).toBe(2)
  expect(busy.published.walk()).toEqual([0])
  await busy.stop()
  expect(busy.published.sizes(0, 10)).toEqual([0, 2])
  const first = readFileSync(join(folder, 'log', 'checkpoints', '002'))
  busy.published.publish({ ...busy.latest(), note: 'another' })
  expect(readFileSync(join(folder, 'log', 'checkpoints', '002'))).toEqual(first)
})
