import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { freshDatabase, openSmallDisk } from '@intikhab/kernel/testkit'
import { createLedger, ledgerMigrations, openSigner, verifyLedger, type LedgerAct } from './index.ts'

const disk = openSmallDisk(4 << 20)
let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])))
afterAll(async () => {
  await drop()
  disk?.remove()
})

const acts = (count: number): LedgerAct[] =>
  Array.from({ length: count }, (_, number) => ({
    system: 'test',
    act: 'noted',
    subject: `note/${number}`,
    actor: { kind: 'system', id: 'test' },
    madeAt: '2026-02-08T12:00:00.000Z',
    arrivedAt: '2026-02-08T12:00:00.000Z',
    detail: { words: 'x'.repeat(500) },
  }))

test.skipIf(disk === undefined)(
  'on a full disk acts are still taken, the log waits whole, and with room it goes on',
  async () => {
    const folder = join(disk?.folder ?? '', 'log')
    const signer = openSigner(join(disk?.folder ?? '', 'key.pem'), 'example.org/ledger')
    const ledger = createLedger({ database, folder, signer, origin: 'example.org/ledger' })
    const append = (count: number) => database.transaction((tx) => ledger.append(tx, acts(count)))
    await append(300)
    await ledger.sequence()
    disk?.fill()
    const acknowledged = await append(700)
    for (let tries = 0; tries < 3; tries++) await expect(ledger.sequence()).rejects.toThrow(/ENOSPC/)
    expect(ledger.latest().size).toBe(300)
    expect((await verifyLedger(folder, ledger.verifierKey)).findings).toEqual([])
    disk?.makeRoom()
    expect(await ledger.sequence()).toMatchObject({ size: 1000 })
    expect((await ledger.leafOf(acknowledged)).size).toBe(700)
    expect(await verifyLedger(folder, ledger.verifierKey)).toMatchObject({ checkpoint: { size: 1000 }, findings: [] })
  },
)
