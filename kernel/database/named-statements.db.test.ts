import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import type { Database, SystemMigrations } from './index.ts'

const system: SystemMigrations = {
  schema: 'named',
  migrations: {
    '0001-row': {
      async up(db) {
        await sql`create table named.row (id int primary key)`.execute(db)
      },
    },
  },
}

let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await freshDatabase(inject('postgresUrl'), [system])))
afterAll(() => drop())

const rows = async () =>
  (await database.pool.query('select id from named.row order by id')).rows.map(({ id }) => Number(id))
const add = (id: number) => sql`insert into named.row (id) values (${id})`

test('a transaction is all or nothing, from its first statement on', async () => {
  await database.transaction(async (tx) => {
    await add(1).execute(tx)
    await add(2).execute(tx)
  })
  const broken = database.transaction(async (tx) => {
    await add(3).execute(tx)
    throw new Error('thought better of it')
  })
  await expect(broken).rejects.toThrow('thought better')
  expect(await rows()).toEqual([1, 2])
})

test('a first statement that fails leaves the connection whole for the next transaction', async () => {
  for (let n = 0; n < 25; n++)
    await expect(database.transaction((tx) => add(1).execute(tx))).rejects.toThrow(/duplicate key/)
  await database.transaction((tx) => add(4).execute(tx))
  expect(await rows()).toEqual([1, 2, 4])
})

test('a transaction without a statement is none', async () => {
  expect(await database.transaction(() => Promise.resolve('nothing to do'))).toBe('nothing to do')
  await expect(database.transaction(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  const { rows: left } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(database.tables())
  expect(left).toEqual([{ n: 0 }])
})
