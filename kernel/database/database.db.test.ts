import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { copyRow, prepareAs, CannotStart, type Database, type SystemMigrations } from './index.ts'

const stones: SystemMigrations = {
  schema: 'stones',
  appendOnly: ['carved'],
  migrations: {
    '0001-carved': {
      async up(db) {
        await sql`create table stones.carved (id int primary key, words text)`.execute(db)
        await sql`create table stones.chalked (id int primary key, words text)`.execute(db)
      },
    },
  },
}

let database: Database
let url: string
let drop: () => Promise<void>
beforeAll(async () => ({ database, url, drop } = await freshDatabase(inject('postgresUrl'), [stones])))
afterAll(() => drop())

test('a second migration finds nothing left to do', async () => {
  expect((await prepareAs(url, [stones])).applied).toEqual([])
})

test('the application may add to an append-only table but not change, delete or empty it', async () => {
  await database.pool.query("insert into stones.carved values (1, 'kept')")
  for (const attack of [
    "update stones.carved set words = 'x'",
    'delete from stones.carved',
    'truncate stones.carved',
    'drop table stones.carved',
  ])
    await expect(database.pool.query(attack)).rejects.toThrow(/permission denied|must be owner/)
  await database.pool.query("insert into stones.chalked values (1, 'x'); update stones.chalked set words = 'y'")
})

test('COPY carries tabs, newlines, backslashes, Urdu and nulls unharmed', async () => {
  const words = 'a\tb\nc\\d\r — ووٹ'
  await database.copy('stones.chalked', ['id', 'words'], [copyRow([2, words]), copyRow([3, null])])
  const { rows } = await database.pool.query('select words from stones.chalked where id in (2, 3) order by id')
  expect(rows).toEqual([{ words }, { words: null }])
})

test('a COPY that fails half-way leaves nothing', async () => {
  const rows = [copyRow([10, 'first']), copyRow([10, 'same key'])]
  await expect(database.copy('stones.chalked', ['id', 'words'], rows)).rejects.toThrow(/duplicate key/)
  const { rows: found } = await database.pool.query('select 1 from stones.chalked where id = 10')
  expect(found).toEqual([])
})

test('a database that cannot be reached is one plain sentence without the password', async () => {
  const refused = prepareAs('postgres://who:secret@127.0.0.1:1/none', [stones])
  await expect(refused).rejects.toThrow(CannotStart)
  await expect(refused).rejects.toThrow(
    /^The database at postgres:\/\/who:…@127\.0\.0\.1:1\/none cannot be used: .*ECONNREFUSED/,
  )
})
