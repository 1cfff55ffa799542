import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { createEditionStore, openEditionReader } from '@intikhab/kernel/editions'
import { encodeKeys, firstKey, ledgerMigrations, openSigner } from '@intikhab/kernel/ledger'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { ResultsSummary } from '../core/edition.ts'
import { createIntake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import { resultsSeries, type Published } from './publisher.ts'
import { startPublisher } from './publisher-thread.ts'
import { arrivedAt, electionId, enrolled, sampleBundle, sampleFacts, sampleLedger } from './results.testkit.ts'

test('the thread publishes what comes in by itself, answers when asked, and stops', async () => {
  const { database, url, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  const { ledger, folder, remove } = sampleLedger(database)
  const file = join(folder, 'editions.key')
  const signer = openSigner(file, 'editions.example')
  const facts = sampleFacts()
  const root = join(folder, 'editions')
  mkdirSync(root)
  await ledger.start()
  const problems: string[] = []
  let tell: (published: Published) => void = () => undefined
  const next = () => new Promise<Published>((resolve) => (tell = resolve))
  const first = next()
  const publisher = startPublisher(
    {
      databaseUrl: url,
      ledger: { folder: join(folder, 'log'), origin: 'sample.example/log', keys: encodeKeys(ledger.keys) },
      signer: { name: signer.name, place: { kind: 'file', file }, keys: encodeKeys(firstKey(signer)) },
      editions: { kind: 'folder', root },
      facts,
      shortestPause: 20,
    },
    { onPublished: (published) => tell(published), onProblem: (message) => problems.push(message) },
  )
  expect(await first).toMatchObject({ series: 'results-sample-2026', number: 1 })

  const intake = createIntake({ database, ledger, findDevice: enrolled(facts), now: () => new Date(arrivedAt) })
  await intake.open(facts)
  const second = next()
  await intake.take(sampleBundle('NA-1', 4))
  const { number } = await second
  const edition = await openEditionReader(createEditionStore({ root })).latest(resultsSeries(electionId))
  expect(edition?.manifest.number).toBe(number)
  expect((await edition?.json<ResultsSummary>('summary.json'))?.counters.received).toBe(1)

  expect(await publisher.publishNow()).toMatchObject({ ok: true })
  await publisher.stop()
  expect(await publisher.publishNow()).toMatchObject({ ok: false })
  expect(problems).toEqual([])
  await ledger.stop()
  remove()
  await drop()
})
