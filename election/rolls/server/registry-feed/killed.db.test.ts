import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { areas } from '../register/made-up-voters.testkit.ts'
import { registryRecords } from '../../sim/registry/records.ts'
import { openRegistryFeed } from './feed.ts'
import { endings, openFeedBench, type FeedBench } from './registry-feed.testkit.ts'

let bench: FeedBench
let undisturbed: FeedBench
beforeAll(async () => {
  bench = await openFeedBench(inject('postgresUrl'), { recordsAtOnce: 50 })
  undisturbed = await openFeedBench(inject('postgresUrl'), { recordsAtOnce: 50 })
})
afterAll(async () => {
  await bench.drop()
  await undisturbed.drop()
})

async function register({ database }: FeedBench): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`select (v.*)::text as row from rolls.voter v order by cnic`.execute(
    database.tables(),
  )
  return rows.map(({ row }) => row)
}

const count = async ({ database }: FeedBench, table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.tables())).rows[0]?.n

test('killed in the middle of a batch, the feed has taken in whole pieces or nothing of them, and goes on by itself', async () => {
  const made = registryRecords({ seed: 7, blocks: areas.map(({ block }) => block), today: '2024-03-01', dirt: 0.1 })
  const lines = Array.from({ length: 240 }, () => made.next().value.line)
  await bench.send(1, lines)
  await undisturbed.send(1, lines)
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('cut-off.testkit.ts', import.meta.url)),
      bench.database.url,
      bench.configuration.folder,
      bench.configuration.keyFile,
      '50',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await bench.feed.state()).toMatchObject({ last: 100, batches: [{ state: 'waiting' }] })
  expect(await count(bench, 'rolls.batch')).toBe(2)
  const again = await openRegistryFeed(bench.configuration)
  expect(await again.takeIn()).toMatchObject({ last: 240, batches: [{ state: 'applied', skipped: 0 }] })
  await undisturbed.feed.takeIn()
  expect(await endings(bench.database)).toEqual(await endings(undisturbed.database))
  expect(await register(bench)).toEqual(await register(undisturbed))
  expect(await count(bench, 'rolls.action')).toBe(await count(undisturbed, 'rolls.action'))
})

test('two processes that take the same batch in at once take each record in once', async () => {
  const made = registryRecords({ seed: 8, blocks: areas.map(({ block }) => block), today: '2024-03-01', dirt: 0.1 })
  const lines = Array.from({ length: 640 }, () => made.next().value.line.replace('"cnic":"98', '"cnic":"97')).slice(240)
  await bench.send(241, lines)
  await undisturbed.send(241, lines)
  const another = await openRegistryFeed(bench.configuration)
  await Promise.all([bench.feed.takeIn(), another.takeIn()])
  await undisturbed.feed.takeIn()
  expect(await endings(bench.database, 241)).toHaveLength(400)
  expect(await register(bench)).toEqual(await register(undisturbed))
  expect((await bench.feed.state()).batches[0]).toMatchObject({ state: 'applied', records: 400, skipped: 0 })
})
