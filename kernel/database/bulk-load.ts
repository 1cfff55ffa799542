import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { inChunks } from './chunks.ts'
import type { Database } from './index.ts'
import { applicationRole } from './migrations.ts'
import { markLoad } from './unfinished-load.ts'

/** One transaction that may COPY into several tables and run other statements between. */
export interface BulkLoad {
  /** For every other statement, the ledger entry among them; it must not open a transaction of its own. */
  readonly tx: Kysely<unknown>
  /** Loads rows by COPY in text format, made by `copyRow`. */
  copy(table: string, columns: readonly string[], rows: Iterable<string> | AsyncIterable<string>): Promise<void>
}

/** The same in the hand of the owner, who may empty a table and take its keys off. */
export interface OwnersLoad extends BulkLoad {
  /**
   * Fills a table that this transaction made or emptied with lines of COPY in UTF-8, in chunks that may break anywhere;
   * gives their number. No vacuum has to visit such rows.
   */
  fill(table: string, columns: readonly string[], lines: AsyncIterable<Uint8Array>): Promise<number>
}

const begun = async (connectionString: string, options: string): Promise<{ client: pg.Client; load: OwnersLoad }> => {
  const client = new pg.Client({ connectionString, options })
  // A connection that breaks fails its query; the event beside it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  const onlyClient = { query: client.query.bind(client), release: () => undefined }
  const tx = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(onlyClient), end: () => Promise.resolve() } as never,
    }),
  })
  const into = (table: string, columns: readonly string[]) => `copy ${table} (${columns.join(', ')}) from stdin`
  await client.query('begin')
  const load: OwnersLoad = {
    tx,
    async copy(table, columns, rows) {
      await pipeline(Readable.from(inChunks(rows), { objectMode: false }), client.query(copyFrom(into(table, columns))))
    },
    async fill(table, columns, lines) {
      const sink = client.query(copyFrom(`${into(table, columns)} with (freeze)`))
      await pipeline(Readable.from(lines, { objectMode: false }), sink)
      return sink.rowCount
    },
  }
  return { client, load }
}

/** Runs `act` in one transaction on a connection of its own; what it throws rolls everything back. */
export async function bulkLoad<T>(database: Database, act: (load: BulkLoad) => Promise<T>): Promise<T> {
  const { client, load } = await begun(database.url, `-c role=${applicationRole} -c timezone=UTC`)
  try {
    const result = await act(load)
    await client.query('commit')
    return result
  } finally {
    // Ending the connection before the commit is the rollback.
    await client.end()
  }
}

/**
 * Runs `act` in one transaction of the owner; what it throws rolls everything back. On an embedded server, whose
 * `folder` is given, what a killed load leaves on the disk is cleared up by the next start.
 */
export async function bulkLoadAsOwner<T>(
  owner: { readonly url: string; readonly folder?: string | undefined },
  act: (load: OwnersLoad) => Promise<T>,
): Promise<T> {
  const { client, load } = await begun(owner.url, '-c timezone=UTC')
  const unmark = owner.folder === undefined ? () => undefined : markLoad(owner.folder)
  try {
    const result = await act(load)
    await client.query('commit')
    unmark()
    return result
  } catch (error) {
    // Where the server does not answer any more, the mark stays: its files are forgotten, not gone.
    await client.query('rollback').then(unmark, () => undefined)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
