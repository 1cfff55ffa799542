import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import {
  createLedger,
  ledgerMigrations,
  openSigner,
  signCheckpoint,
  splitNotes,
  verifierKey,
  type FileSigner,
  type Ledger,
} from '@intikhab/kernel/ledger'
import { createOutbound } from '@intikhab/kernel/outbound'
import { freshDatabase } from '@intikhab/kernel/testkit'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-witness-process-'))
const origin = 'commission.example/ledger'
const program = join(import.meta.dirname, 'intikhab.mjs')
let database: Database
let drop: () => Promise<void>
let signer: FileSigner
let ledger: Ledger
const children: ChildProcess[] = []

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations]))
  signer = openSigner(join(folder, 'key.pem'), origin)
  writeFileSync(join(folder, 'log.key'), `${verifierKey(signer)}\n`)
  ledger = createLedger({ database, folder: join(folder, 'log'), signer, origin })
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await drop()
  rmSync(folder, { recursive: true })
})

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly said: string[]
}

/** `intikhab witness` as a process of its own, until it answers. */
async function start(): Promise<Running> {
  const words = ['witness', '--folder', join(folder, 'witness'), '--name', 'observers.example/w1', '--port', '0']
  const child = spawn(process.execPath, [program, ...words, '--log-key', join(folder, 'log.key')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Answers at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { child, url, said }
  }
  throw new Error(`the witness ended before it answered: ${said.join(' ')}`)
}

async function grow(): Promise<{ size: number; note: string }> {
  const at = '2026-02-08T12:00:00.000Z'
  const act = {
    system: 'test',
    act: 'done',
    subject: 's',
    actor: { kind: 'system', id: 'test' },
    madeAt: at,
    arrivedAt: at,
    detail: {},
  } as const
  await database.transaction((tx) => ledger.append(tx, [act]))
  await ledger.sequence()
  return ledger.publish()
}

async function submit(url: string, old: number, size: number, note: string) {
  const proof = old === 0 || old >= size ? [] : await ledger.consistencyProof(old, size)
  const lines = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('')
  return createOutbound([url])(`${url}/add-checkpoint`, { method: 'POST', body: `old ${old}\n${lines}\n${note}` })
}

test('a witness killed at any moment goes on from what it had answered for, and refuses a forged checkpoint loudly', async () => {
  const first = await start()
  let answered = 0
  const killed = (async () => {
    for (;;) {
      const { size, note } = await grow()
      const answer = await submit(first.url, answered, size, note).catch(() => undefined)
      if (answer === undefined) return
      expect(answer.status).toBe(200)
      answered = size
      // In the middle of the next one, wherever that is.
      if (size === 25) first.child.kill('SIGKILL')
    }
  })()
  await killed
  expect(answered).toBeGreaterThanOrEqual(25)

  const second = await start()
  const { size, note } = await grow()
  const told = Number((await submit(second.url, 0, size, note)).body.toString())
  expect(told).toBeGreaterThanOrEqual(answered)
  expect((await submit(second.url, told, size, note)).status).toBe(200)
  const forged = await signCheckpoint(origin, size, '00'.repeat(32), signer)
  expect((await submit(second.url, size, size, forged.note)).status).toBe(409)
  await expect.poll(() => second.said.join('\n')).toMatch(/TWO TREES OF \d+ ENTRIES HAVE BEEN SIGNED/)
  const kept = readFileSync(/kept in (\S+)/.exec(second.said.join('\n'))?.[1] ?? '', 'utf8')
  expect(kept).toContain(forged.note)

  const memory = splitNotes((await createOutbound([second.url])(`${second.url}/cosigned`)).body.toString())
  expect(memory.rest).toBe(0)
  const sizes = memory.notes.map((each) => Number(each.split('\n')[1]))
  expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b))
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

test('a second witness on the same folder does not start while the first one lives', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(/Another witness \(process \d+\) keeps its memory/)
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
})
