import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { bulkLoad, copyRow, type Database, type SystemMigrations } from './index.ts'

const shelves: SystemMigrations = {
  schema: 'shelves',
  migrations: {
    '0001-shelf': {
      async up(db) {
        await sql`create table shelves.shelf (id int primary key)`.execute(db)
        await sql`create table shelves.book (shelf int references shelves.shelf, title text unique)`.execute(db)
      },
    },
  },
}

let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await freshDatabase(inject('postgresUrl'), [shelves])))
afterAll(() => drop())

const titles = async () => (await database.pool.query('select title from shelves.book order by title')).rows

test('several tables and other statements land together', async () => {
  const counted = await bulkLoad(database, async ({ tx, copy }) => {
    await sql`insert into shelves.shelf values (1)`.execute(tx)
    await copy('shelves.book', ['shelf', 'title'], [copyRow([1, 'پہلی']), copyRow([1, 'second'])])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from shelves.book`.execute(tx)
    expect(await titles()).toEqual([])
    return rows[0]?.n
  })
  expect(counted).toBe(2)
  expect(await titles()).toEqual([{ title: 'second' }, { title: 'پہلی' }])
})

test('a late failure takes back what was copied before it', async () => {
  const failing = bulkLoad(database, async ({ copy }) => {
    await copy('shelves.book', ['shelf', 'title'], [copyRow([1, 'third'])])
    await copy('shelves.book', ['shelf', 'title'], [copyRow([1, 'second'])])
  })
  await expect(failing).rejects.toThrow(/duplicate key/)
  expect(await titles()).toHaveLength(2)
})
