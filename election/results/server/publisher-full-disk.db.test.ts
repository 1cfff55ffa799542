import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { createEditionStore, openEditionReader, verifyEdition } from '@intikhab/kernel/editions'
import { ledgerMigrations, openSigner } from '@intikhab/kernel/ledger'
import { freshDatabase, openSmallDisk, testClock } from '@intikhab/kernel/testkit'
import type { ResultsSummary } from '../core/edition.ts'
import { readStation } from '../core/read-edition.ts'
import { createIntake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import { createPublisher, resultsSeries } from './publisher.ts'
import { arrivedAt, electionId, enrolled, sampleBundle, sampleFacts, sampleLedger } from './results.testkit.ts'

const disk = openSmallDisk(4 << 20)
afterAll(() => disk?.remove())

test.skipIf(disk === undefined)(
  'forms acknowledged while the disk is full are in the edition that follows when there is room',
  async () => {
    const { database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
    const { ledger, folder, remove } = sampleLedger(database)
    const { now } = testClock(arrivedAt)
    const facts = sampleFacts()
    const root = join(disk?.folder ?? '', 'editions')
    mkdirSync(root)
    const store = createEditionStore({ root })
    const signer = openSigner(join(folder, 'editions.key'), 'editions.example')
    const intake = createIntake({ database, ledger, findDevice: enrolled(facts), now })
    await ledger.sequence()
    await intake.open(facts)
    const publisher = createPublisher({ database, ledger, store, signer, facts, now })
    await publisher.step()

    disk?.fill()
    for (const bundle of [sampleBundle('NA-1', 1), sampleBundle('NA-2', 2)]) {
      expect(await intake.take(bundle)).toMatchObject({ ok: true })
      await ledger.sequence()
      // Twice: what the first try had in hand must not be forgotten by the second.
      for (let tries = 0; tries < 2; tries++) await expect(publisher.step()).rejects.toThrow(/ENOSPC/)
    }
    disk?.makeRoom()
    expect(await publisher.step()).toMatchObject({ number: 2 })

    const reader = openEditionReader(store)
    const edition = await reader.latest(resultsSeries(electionId))
    if (edition === undefined) throw new Error('no edition')
    const summary = await edition.json<ResultsSummary>('summary.json')
    expect(summary?.counters.received).toBe(2)
    expect((await readStation(edition, 'NA-1', 1))?.result.forms).not.toBeNull()
    expect((await readStation(edition, 'NA-2', 2))?.result.forms).not.toBeNull()
    const folderOf = join(root, resultsSeries(electionId), '2')
    expect((await verifyEdition(folderOf)).findings).toEqual([])
    reader.close()
    await drop()
    remove()
  },
)

test('an edition that the ledger could not take at once is entered by the next step', async () => {
  const { database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  const { ledger, folder, remove } = sampleLedger(database)
  await ledger.sequence()
  const store = createEditionStore({ root: join(folder, 'editions') })
  mkdirSync(join(folder, 'editions'))
  const signer = openSigner(join(folder, 'editions.key'), 'editions.example')
  let isAway = true
  const flaky = {
    ...ledger,
    append: (...given: Parameters<typeof ledger.append>) =>
      isAway ? Promise.reject(new Error('the database is away')) : ledger.append(...given),
  }
  const { now } = testClock(arrivedAt)
  const publisher = createPublisher({ database, ledger: flaky, store, signer, facts: sampleFacts(), now })
  await expect(publisher.step()).rejects.toThrow('the database is away')
  const before = ledger.latest().size
  isAway = false
  expect(await publisher.step()).toBeUndefined()
  await ledger.sequence()
  expect(ledger.latest().size).toBe(before + 1)
  const entry = JSON.parse(((await ledger.entry(before)) ?? Buffer.from('null')).toString()) as { subject: string }
  expect(entry.subject).toBe(`${resultsSeries(electionId)}/1`)
  await drop()
  remove()
})
