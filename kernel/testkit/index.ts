/** What tests of every system share: a database of their own, a clock that stands still, and the house rules. */
import { randomBytes } from 'node:crypto'
import { openDatabase, prepareAs, type Database, type SystemMigrations } from '@intikhab/kernel/database'
import pg from 'pg'

export { actsIn, disagreements, ledgerInMemory, tamper } from './audited.testkit.ts'
export { anyOffice, testSession } from './signed-in.ts'
export { approveAs, type Ask } from './second-person.ts'
export { openSmallDisk, type SmallDisk } from './small-disk.ts'

/** A fresh database on the test run's server (`inject('postgresUrl')`), migrated for `systems`; `url` is its owner's. */
export async function freshDatabase(
  serverUrl: string,
  systems: readonly SystemMigrations[],
): Promise<{ database: Database; url: string; drop(): Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = serverUrl.replace(/\/[^/]*$/, `/${name}`)
  const { application } = await prepareAs(url, systems)
  const database = openDatabase(application.url)
  return {
    database,
    url,
    async drop() {
      await database.close()
      const last = new pg.Client({ connectionString: serverUrl })
      await last.connect()
      await last.query(`drop database if exists ${name} with (force)`)
      await last.end()
    },
  }
}

/** A clock under the test's hand. */
export function testClock(start: string): {
  now: () => Date
  advance(milliseconds: number): void
  set(instant: string): void
} {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    advance: (milliseconds) => void (at += milliseconds),
    set: (instant) => void (at = Date.parse(instant)),
  }
}
