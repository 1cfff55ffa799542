import type pg from 'pg'
import type { Database } from './index.ts'

/** Rows fetched at a time. */
const atOnce = 2000

/**
 * Reads the rows of a query one after the other through a cursor, all from one unchanging state of the database: a table
 * of millions never lies in memory. The connection is held until the reader is done or gives up.
 */
export async function* streamRows<R extends pg.QueryResultRow>(
  database: Pick<Database, 'pool'>,
  query: string,
): AsyncGenerator<R, void, undefined> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`declare rows_in_turn no scroll cursor for ${query}`)
    for (;;) {
      const { rows } = await client.query<R>(`fetch ${atOnce} from rows_in_turn`)
      yield* rows
      if (rows.length < atOnce) return
    }
  } finally {
    // Nothing was written: going back ends the cursor, too.
    await client.query('rollback').catch((error: Error) => (broken = error))
    client.release(broken)
  }
}
