import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from '@intikhab/kernel/database'
import { freshDatabase } from '@intikhab/kernel/testkit'
import {
  createLedger,
  ledgerMigrations,
  openSigner,
  verifyConsistency,
  verifyLedger,
  type Checkpoint,
  type Ledger,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-kill-'))
let database: Database
let url: string
let drop: () => Promise<void>
beforeAll(async () => ({ database, url, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])))
afterAll(async () => {
  await drop()
  rmSync(folder, { recursive: true })
})

const open = (on: Database): Ledger =>
  createLedger({
    database: on,
    folder: join(folder, 'log'),
    signer: openSigner(join(folder, 'key.pem'), 'example.org/ledger'),
    origin: 'example.org/ledger',
  })

/** Lets a process append until it has said `lines` lines, then kills it; gives the entry ids it had acknowledged. */
async function appendAndDie(lines: number): Promise<number[]> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./appender.testkit.ts')), url, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ids: number[] = []
  let said = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('committed ')) ids.push(...line.slice('committed '.length).split(',').map(Number))
    if (++said === lines) child.kill('SIGKILL')
  }
  return ids
}

test('a process killed at any moment leaves every acknowledged act in the ledger once, and nothing forked', async () => {
  const acknowledged: number[] = []
  const heads: Checkpoint[] = []
  for (const lines of [3, 40, 75, 200]) {
    acknowledged.push(...(await appendAndDie(lines)))
    const ledger = open(database)
    await ledger.sequence()
    heads.push(ledger.latest())
  }
  const ledger = open(database)
  const leaves = await ledger.leafOf(acknowledged)
  expect(leaves.size).toBe(acknowledged.length)
  expect(new Set(leaves.values()).size).toBe(acknowledged.length)
  const { size, root } = ledger.latest()
  expect(await verifyLedger(join(folder, 'log'), ledger.verifierKey)).toMatchObject({
    checkpoint: { size, root },
    findings: [],
  })
  for (const head of heads) {
    const proof = await ledger.consistencyProof(head.size)
    expect(verifyConsistency({ first: head.size, firstRoot: head.root, second: size, secondRoot: root, proof })).toBe(
      true,
    )
  }
})

test('a running ledger goes on after its connections to the database were cut', async () => {
  const own = openDatabase(url, 4)
  const ledger = createLedger({
    database: own,
    folder: join(folder, 'log'),
    signer: openSigner(join(folder, 'key.pem'), 'example.org/ledger'),
    origin: 'example.org/ledger',
    onProblem: () => undefined,
  })
  await ledger.start()
  const before = ledger.latest().size
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await owner.end()
  const signed = new Promise<number>((resolve) => ledger.onCheckpoint(({ size }) => resolve(size)))
  const act = {
    system: 'test',
    act: 'after',
    subject: 'cut',
    actor: { kind: 'system' as const, id: 'test' },
    madeAt: '',
    arrivedAt: '',
    detail: {},
  }
  const fresh = openDatabase(url, 1)
  await fresh.transaction((tx) => ledger.append(tx, [act]))
  await fresh.close()
  expect(await signed).toBe(before + 1)
  await ledger.stop()
  await own.close()
})
