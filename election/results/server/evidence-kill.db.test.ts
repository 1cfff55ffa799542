import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { openEvidence } from '@intikhab/kernel/files'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { resultsMigrations } from './migrations/index.ts'
import { arrivedAt, electionId } from './results.testkit.ts'

const stations = 60
const folder = mkdtempSync(join(tmpdir(), 'intikhab-evidence-'))
const kept = join(folder, 'evidence', electionId)
let database: Database
let url: string
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, url, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations]))
})
afterAll(async () => {
  await drop()
  rmSync(folder, { recursive: true })
})

/** Lets a process send until it has said `lines` lines, then kills it; gives the photographs it had a receipt for. */
async function sendAndDie(lines: number): Promise<string[]> {
  const program = fileURLToPath(import.meta.resolve('./evidence-sender.testkit.ts'))
  const child = spawn(process.execPath, [program, url, folder, String(stations)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const receipted: string[] = []
  for await (const line of createInterface({ input: child.stdout })) if (receipted.push(line) === lines) child.kill(9)
  return receipted
}

/** Photographs in the register, and those that the ledger says have arrived. */
async function readRegister(): Promise<{ rows: string[]; entries: string[] }> {
  const rows = await database.pool.query<{ sha256: string }>('select sha256 from results.evidence order by 1')
  const entries = await database.pool.query<{ sha256: string }>(
    `select body::json -> 'detail' ->> 'sha256' as sha256 from ledger.entry
     where body::json ->> 'act' = 'evidence-received' order by 1`,
  )
  return { rows: rows.rows.map(({ sha256 }) => sha256), entries: entries.rows.map(({ sha256 }) => sha256) }
}

test('killed at any moment, every receipted photograph is whole, registered and in the ledger once; sent again, all are in', async () => {
  const receipted = new Set<string>()
  for (const lines of [1, 14, 33]) {
    for (const sha256 of await sendAndDie(lines)) receipted.add(sha256)
    const { rows, entries } = await readRegister()
    expect(entries).toEqual(rows)
    const store = await openEvidence({ folder: kept, now: () => new Date(arrivedAt) })
    // Nothing is registered that is not there, whole; `get` checks the hash.
    for (const sha256 of rows) expect((await store.get(sha256))?.length).toBe(200_003)
    expect([...receipted].filter((sha256) => !rows.includes(sha256))).toEqual([])
  }
  expect(await sendAndDie(Infinity)).toHaveLength(stations)
  const { rows, entries } = await readRegister()
  expect([rows.length, entries]).toEqual([stations, rows])
  const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  expect(files.map(({ name }) => name).filter((name) => name.length === 64)).toHaveLength(stations)
})
