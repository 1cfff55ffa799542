import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { inChunks } from './chunks.ts'
import type { Database } from './index.ts'
import { applicationRole } from './migrations.ts'

/** One transaction that may COPY into several tables and run other statements between. */
export interface BulkLoad {
  /** For every other statement, the ledger entry among them; it must not open a transaction of its own. */
  readonly tx: Kysely<unknown>
  /** Loads rows by COPY in text format, made by `copyRow`. */
  copy(table: string, columns: readonly string[], rows: Iterable<string> | AsyncIterable<string>): Promise<void>
}

/** Runs `act` in one transaction on a connection of its own; what it throws rolls everything back. */
export async function bulkLoad<T>(database: Database, act: (load: BulkLoad) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: database.url,
    options: `-c role=${applicationRole} -c timezone=UTC`,
  })
  await client.connect()
  const onlyClient = { query: client.query.bind(client), release: () => undefined }
  const tx = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(onlyClient), end: () => Promise.resolve() } as never,
    }),
  })
  try {
    await client.query('begin')
    const result = await act({
      tx,
      async copy(table, columns, rows) {
        const sink = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
        await pipeline(Readable.from(inChunks(rows), { objectMode: false }), sink)
      },
    })
    await client.query('commit')
    return result
  } finally {
    // Ending the connection before the commit is the rollback.
    await client.end()
  }
}
