import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { copyOut, type Database, type SystemMigrations } from './index.ts'

const stones: SystemMigrations = {
  schema: 'stones',
  migrations: {
    '0001-stone': {
      async up(db) {
        await sql`create table stones.stone (id int primary key, words text)`.execute(db)
        await sql`insert into stones.stone select n, 'stone ' || n from generate_series(1, 50000) n`.execute(db)
      },
    },
  },
}

let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await freshDatabase(inject('postgresUrl'), [stones])))
afterAll(() => drop())

const all = 'select id, words from stones.stone order by id'
async function read(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  return Buffer.concat(await Array.fromAsync(chunks))
    .toString()
    .split('\n')
    .slice(0, -1)
}

test('every row comes as a line, and several of them in a chunk', async () => {
  const chunks = await Array.fromAsync(copyOut(database.url, all))
  const lines = Buffer.concat(chunks).toString().split('\n')
  expect([lines.length, lines[0], lines[49_999]]).toEqual([50_001, '1\tstone 1', '50000\tstone 50000'])
  expect(chunks.length).toBeLessThan(5000)
})

test('with a snapshot the rows are those that its transaction sees', async () => {
  await database
    .tables<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx)
      await database.pool.query(`update stones.stone set words = 'changed' where id = 7`)
      expect((await read(copyOut(database.url, all, rows[0]?.snapshot)))[6]).toBe('7\tstone 7')
    })
  expect((await read(copyOut(database.url, all)))[6]).toBe('7\tchanged')
})

test('who stops reading leaves no query running, and a query that fails says why', async () => {
  for await (const chunk of copyOut(database.url, all)) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  await expect
    .poll(async () => {
      const running = `select count(*) as n from pg_stat_activity where query like 'copy (select id%' and datname = current_database()`
      return (await database.pool.query<{ n: number }>(running)).rows[0]?.n
    })
    .toBe(0)
  await expect(read(copyOut(database.url, 'select none from stones.stone'))).rejects.toThrow(/none.*does not exist/)
})
