import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { applicationRole, CannotStart, openDatabase, prepareAs, type Database, type SystemMigrations } from './index.ts'

const stones: SystemMigrations = {
  schema: 'stones',
  appendOnly: ['carved'],
  migrations: {
    '0001-carved': {
      async up(db) {
        await sql`create table stones.carved (id int primary key, words text)`.execute(db)
        await sql`insert into stones.carved values (1, 'kept')`.execute(db)
        await sql`create function stones.refuse() returns trigger language plpgsql as $$ begin raise 'kept'; end $$`.execute(
          db,
        )
        await sql`create trigger guard before update on stones.carved execute function stones.refuse()`.execute(db)
      },
    },
  },
}

let database: Database
let url: string
let drop: () => Promise<void>
const admin = new pg.Client({ connectionString: inject('postgresUrl') })
beforeAll(async () => {
  await admin.connect()
  ;({ database, url, drop } = await freshDatabase(inject('postgresUrl'), [stones]))
})
afterAll(async () => {
  await drop()
  await admin.end()
})

const refused = /permission denied|must be (?:owner|member)|may alter/

test('the application logs in as itself', async () => {
  const { rows } = await database.pool.query('select session_user as login, current_user as role')
  expect(rows).toEqual([{ login: applicationRole, role: applicationRole }])
})

test.each([
  'set role none; delete from stones.carved',
  'reset role; delete from stones.carved',
  "set session authorization default; update stones.carved set words = 'x'",
  'set role intikhab',
  'set session authorization intikhab',
  'alter table stones.carved disable trigger all',
  'alter table stones.carved drop column words',
  'alter table stones.carved owner to current_user',
  'drop table stones.carved',
  'drop schema stones cascade',
  'truncate stones.carved',
  'create table stones.mine (id int)',
  'create rule no_insert as on insert to stones.carved do instead nothing',
  'create or replace function stones.refuse() returns trigger language plpgsql as $$ begin return null; end $$',
  'set session_replication_role = replica',
  'grant delete on stones.carved to current_user; delete from stones.carved',
  `alter role ${applicationRole} superuser`,
  'create role thief login superuser',
  'delete from public.migration',
  'copy stones.carved to program $$cat$$',
])('is refused: %s', async (attack) => {
  const client = await database.pool.connect()
  try {
    await expect(client.query(attack)).rejects.toThrow(refused)
    const { rows } = await client.query('select words from stones.carved where id = 1').catch(() => ({ rows: [] }))
    expect(rows).toEqual([{ words: 'kept' }])
  } finally {
    client.release(true)
  }
})

test('a login that was changed behind its back is mended by the next start', async () => {
  const { application } = await prepareAs(url, [stones])
  await admin.query(`alter role ${applicationRole} password 'changed by somebody'`)
  expect((await prepareAs(url, [stones])).application).toEqual(application)
})

test('several starts at once agree on one login', async () => {
  await admin.query(`alter role ${applicationRole} password 'changed again'`)
  const all = await Promise.all(Array.from({ length: 4 }, () => prepareAs(url, [stones])))
  expect(new Set(all.map(({ application }) => application.url)).size).toBe(1)
  expect(all.map(({ application }) => application.sharedBecause)).toEqual(Array(4).fill(undefined))
})

test('an owner who may not make roles says what an administrator must do, then shares its login under the role', async () => {
  const name = `tenant_${randomBytes(4).toString('hex')}`
  await admin.query(`create role ${name} login password 'tenant'`)
  await admin.query(`create database ${name} owner ${name}`)
  const address = new URL(inject('postgresUrl'))
  Object.assign(address, { username: name, password: 'tenant', pathname: `/${name}` })
  try {
    const first = prepareAs(address.href, [stones])
    await expect(first).rejects.toThrow(CannotStart)
    await expect(first).rejects.toThrow(
      `The database user ${name} may not make roles; let an administrator run once: grant ${applicationRole} to ${name}.`,
    )
    await admin.query(`grant ${applicationRole} to ${name}`)
    const { application } = await prepareAs(address.href, [stones])
    expect(application).toEqual({
      url: address.href,
      sharedBecause: 'the user of the database may not change roles',
    })
    const shared = openDatabase(application.url, 1)
    await expect(shared.pool.query('delete from stones.carved')).rejects.toThrow(/permission denied/)
    await shared.close()
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
  }
})
