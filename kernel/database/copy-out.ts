import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { applicationRole } from './migrations.ts'

/**
 * Reads what a query gives as COPY in text format, on a connection of its own: columns split by tab, rows ended by a
 * newline, in chunks that may break anywhere. The fastest way out of the database, and nothing is made of a row.
 * `snapshot`: what `pg_export_snapshot()` gave to a transaction that is still open; the rows are then as that one sees them.
 */
export async function* copyOut(url: string, query: string, snapshot?: string): AsyncGenerator<Buffer, void, undefined> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c role=${applicationRole} -c timezone=UTC`,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks fails the query; the event beside it would end the process all the same.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    if (snapshot !== undefined) await client.query(`set transaction snapshot ${pg.escapeLiteral(snapshot)}`)
    yield* client.query(copyTo(`copy (${query}) to stdout`)) as AsyncIterable<Buffer>
  } finally {
    // Ending the connection stops the query where its reader gave up.
    await client.end().catch(() => undefined)
  }
}
