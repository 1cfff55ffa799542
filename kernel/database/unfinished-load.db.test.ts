import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { isAlive, startDatabase, type RunningDatabase } from './index.ts'
import { markLoad } from './unfinished-load.ts'

const root = mkdtempSync(join(tmpdir(), 'intikhab-unfinished-'))
chmodSync(root, 0o755)
const folder = join(root, 'postgres')
const running: RunningDatabase[] = []
afterAll(async () => {
  await Promise.all(running.map((each) => each.stop()))
  rmSync(root, { recursive: true, force: true })
})

async function start(): Promise<RunningDatabase> {
  const started = await startDatabase({ url: undefined, folder }, [], { forBulkLoad: true })
  running.push(started)
  return started
}

async function asOwner(database: RunningDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  // It is killed on purpose.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const filesOf = async (client: pg.Client) => {
  const { rows } = await client.query<{ oid: string }>(
    'select oid::text from pg_database where datname = current_database()',
  )
  return () => readdirSync(join(folder, 'base', rows[0]?.oid ?? ''))
}

test('what a load leaves on the disk when the server is killed is gone after the next start, and nothing else', async () => {
  const first = await start()
  const client = await asOwner(first)
  await client.query('create table kept as select n from generate_series(1, 1000) n')
  const files = await filesOf(client)
  const before = files().length
  markLoad(folder)
  await client.query('begin')
  await client.query('truncate kept')
  await client.query('insert into kept select n from generate_series(1, 300000) n')
  await client.query('create index on kept (n)')
  const { rows } = await client.query<{ path: string }>(`select pg_relation_filepath('kept') as path`)
  const left = join(folder, rows[0]?.path ?? '')
  expect(existsSync(left)).toBe(true)
  const pid = first.serverPid ?? 0
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
  expect(existsSync(left)).toBe(true)

  const second = await start()
  expect(existsSync(left)).toBe(false)
  expect(files().length).toBeLessThanOrEqual(before)
  expect(existsSync(`${folder}.loading`)).toBe(false)
  const again = await asOwner(second)
  expect((await again.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 1000 }])
  await again.end()
  await second.stop()
})

test('a mark that nothing belongs to any more costs nothing: every table stays', async () => {
  markLoad(folder)
  const third = await start()
  const client = await asOwner(third)
  expect((await client.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 1000 }])
  expect(existsSync(`${folder}.loading`)).toBe(false)
  await client.end()
})
