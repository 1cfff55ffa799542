import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { makeApplicationRole, openApplicationLogin, type ApplicationLogin } from './application-login.ts'
import { CannotStart } from './configuration.ts'
import { migrate, type SystemMigrations } from './migrations.ts'
import { reasonOfConnection, withoutPassword } from './reasons.ts'

/** What the owner's turn at the database brought. */
export interface Prepared {
  /** Steps applied, as `schema/0001-what`. */
  readonly applied: readonly string[]
  readonly application: ApplicationLogin
}

const oldest = 15

async function reach(url: string): Promise<pg.Client> {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    // A connection that breaks fails its query; the event beside it would end the process.
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ version: number; isCopy: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version, pg_is_in_recovery() as "isCopy"`,
    )
    const [{ version, isCopy } = { version: 0, isCopy: false }] = rows
    if (version < oldest) throw new Error(`it is PostgreSQL ${version}, and ${oldest} is the oldest that will do`)
    if (isCopy) throw new Error('it is a read-only copy of another server')
    return client
  } catch (error) {
    await client?.end().catch(() => undefined)
    throw new CannotStart(`The database at ${withoutPassword(url)} cannot be used: ${reasonOfConnection(error)}.`)
  }
}

/** Kysely on one connection, which it does not close. */
function kyselyOn(client: pg.Client): Kysely<unknown> {
  const only = { query: client.query.bind(client), release: () => undefined }
  return new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(only), end: () => Promise.resolve() } as never,
    }),
  })
}

/**
 * Migrates as the owner of the database and opens the application's login, then forgets the owner's right. Throws
 * `CannotStart` with one plain sentence if `url` cannot be reached or its user lacks a right.
 */
export async function prepareAs(url: string, systems: readonly SystemMigrations[]): Promise<Prepared> {
  const owner = await reach(url)
  try {
    await makeApplicationRole(owner)
    const applied = await migrate(kyselyOn(owner), systems)
    return { applied, application: await openApplicationLogin(owner, url) }
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error
    throw new CannotStart(
      `The database at ${withoutPassword(url)} cannot be used: ${reasonOfConnection(error)}; its user must own it.`,
    )
  } finally {
    await owner.end().catch(() => undefined)
  }
}
