/**
 * The database room: one PostgreSQL (embedded, or `DATABASE_URL`), a schema and migrations per system, and an
 * application role that owns nothing and cannot rewrite append-only tables.
 */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { inChunks } from './chunks.ts'
import { CannotStart, type DatabaseConfiguration } from './configuration.ts'
import { startEmbedded } from './embedded.ts'
import { applicationRole, type SystemMigrations } from './migrations.ts'
import { prepareAs } from './prepare.ts'
import { withNamedStatements } from './named-statements.ts'
import { clearUnfinishedLoad } from './unfinished-load.ts'

export { bulkLoad, bulkLoadAsOwner, type BulkLoad, type OwnersLoad } from './bulk-load.ts'
export { copyOut } from './copy-out.ts'
export { CannotStart, type DatabaseConfiguration } from './configuration.ts'
export { hasEmbedded, removeEmbedded, startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts'
export { applicationRole, type Migration, type SystemMigrations } from './migrations.ts'
export { findCommandOf, isAlive } from './processes.ts'
export { prepareAs, type Prepared } from './prepare.ts'
export { reasonOfFile } from './reasons.ts'
export { streamRows } from './stream-rows.ts'

// bigint columns here are counts and sequence numbers, all below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date is a day in the law's calendar, never an instant: keep 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** An open database, as the application role sees it. */
export interface Database {
  readonly url: string
  readonly pool: pg.Pool
  /** The same connection pool, typed to the tables of the asking system. */
  tables<T>(): Kysely<T>
  /** Runs `act` in one transaction; what it throws rolls everything back. */
  transaction<T>(act: (tx: Transaction<unknown>) => Promise<T>): Promise<T>
  /** Loads rows by COPY in text format: one string a row, columns split by tab, ended by a newline. All or nothing. */
  copy(table: string, columns: readonly string[], rows: Iterable<string> | AsyncIterable<string>): Promise<void>
  close(): Promise<void>
}

/** One field of a COPY row: null, or text with the four characters escaped that the format reserves. */
export function copyField(value: string | number | boolean | null): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return value.replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c)
}

/** One COPY row out of its fields. */
export function copyRow(fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map(copyField).join('\t')}\n`
}

/** Opens a pool on `url` under the application role, whoever logs in. `size` connections at most. */
export function openDatabase(url: string, size = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    options: `-c role=${applicationRole} -c timezone=UTC`,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while in use fails its query; the event beside it would end the process all the same.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) as never }) })
  return {
    url,
    pool,
    tables: <T>() => kysely as Kysely<T>,
    transaction: (act) => kysely.transaction().execute(act),
    async copy(table, columns, rows) {
      const client = new pg.Client({ connectionString: url, options: `-c role=${applicationRole}` })
      await client.connect()
      try {
        const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
        await pipeline(Readable.from(inChunks(rows), { objectMode: false }), sink)
      } finally {
        await client.end()
      }
    },
    close: () => kysely.destroy(),
  }
}

/** The running database and, where it is our own, the server behind it. */
export interface RunningDatabase {
  readonly database: Database
  /** As the owner of everything in it: for what has migrations of its own. */
  readonly ownerUrl: string
  /** Folder of the embedded server's data; undefined when somebody else runs it. */
  readonly embeddedFolder: string | undefined
  /** The process of the embedded server at this moment; undefined when somebody else runs it. */
  readonly serverPid: number | undefined
  readonly applied: readonly string[]
  stop(): Promise<void>
}

/** How a database is started besides where it is. */
export interface StartOptions {
  /** An embedded server that already ran is left running at the end: a command beside a live server must not stop its database. */
  readonly borrow?: boolean
  /** An embedded server is started for a load of a whole register (`EmbeddedOptions`). */
  readonly forBulkLoad?: boolean
  /** When aborted, an embedded server is stopped, during the start and after it. */
  readonly signal?: AbortSignal
  /** Told, in one plain sentence each, of what an operator should know; an embedded server is then also started again when it ends by itself. */
  readonly onNotice?: (sentence: string) => void
}

/** Starts or reaches the database, migrates it, and opens it under the application's login. Throws `CannotStart`. */
export async function startDatabase(
  configuration: DatabaseConfiguration,
  systems: readonly SystemMigrations[],
  options: StartOptions = {},
): Promise<RunningDatabase> {
  const { borrow = false, signal, onNotice } = options
  const startedAt = new Date()
  const server =
    configuration.url === undefined
      ? await startEmbedded(configuration.folder, {
          disposable: configuration.disposable === true,
          forBulkLoad: options.forBulkLoad === true,
          ...(signal === undefined ? {} : { signal }),
          ...(onNotice === undefined ? {} : { onNotice }),
        })
      : undefined
  const ownerUrl = server?.url ?? configuration.url ?? ''
  const stopServer = async () => {
    if (!(server?.takenOver === true && borrow)) await server?.stop()
  }
  try {
    if (server !== undefined) await assertOwnFolder(server.url, server.folder)
    // A server that already ran may be in the middle of a load that another process drives.
    if (server?.takenOver === false) await clearUnfinishedLoad(server.url, server.folder, startedAt)
    const { applied, application } = await prepareAs(ownerUrl, systems)
    if (application.sharedBecause !== undefined)
      onNotice?.(
        `The application uses the login of the database's owner under the role ${applicationRole}, which a break-in could shed: ${application.sharedBecause}.`,
      )
    const database = openDatabase(application.url, 20)
    return {
      database,
      ownerUrl,
      embeddedFolder: server?.folder,
      get serverPid() {
        return server?.pid
      },
      applied,
      async stop() {
        await database.close()
        await stopServer()
      },
    }
  } catch (error) {
    await stopServer()
    throw error
  }
}

/** Guards against ever migrating somebody else's server that happens to listen on the port. */
async function assertOwnFolder(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const answer = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  if (answer.rows[0]?.data_directory !== folder)
    throw new CannotStart(
      `The PostgreSQL that answered keeps its data in ${answer.rows[0]?.data_directory}, not in ${folder}.`,
    )
}
