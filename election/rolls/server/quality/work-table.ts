import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api'

/** A DuckDB database of its own in a folder of its own: for work over the whole register that no index serves. */
export interface WorkTable {
  readonly folder: string
  readonly connection: DuckDBConnection
  run(statement: string): Promise<void>
  /** The columns of a result, chunk by chunk, about 2,000 rows each. */
  chunks(statement: string): AsyncGenerator<DuckDBDataChunk>
  close(): void
}

export interface WorkTableLimits {
  /** As DuckDB writes it, e.g. `4GB`; what does not fit goes to files in the folder. */
  readonly memory: string
  readonly threads: number
}

/**
 * `folder` is emptied first, of what a run left that was killed, and taken away by `close`: it holds personal data. Only one
 * at a time works in it.
 */
export async function openWorkTable(folder: string, { memory, threads }: WorkTableLimits): Promise<WorkTable> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const instance = await DuckDBInstance.create(join(folder, 'work.duckdb'), {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'false',
    // Nothing is fetched from anywhere while the roll is looked through.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  return {
    folder,
    connection,
    async run(statement) {
      await connection.run(statement)
    },
    async *chunks(statement) {
      const result = await connection.stream(statement)
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        yield chunk
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A column of whole numbers as it lies in memory. None of them may be null. */
export function numbers(chunk: DuckDBDataChunk, column: number): ArrayLike<number> {
  const vector = chunk.getColumnVector(column)
  if (!('items' in vector) || !(vector.items instanceof Int32Array))
    throw new TypeError(`column ${column} is no integer`)
  return vector.items
}

/** A column of 64-bit numbers as it lies in memory. */
export function bigNumbers(chunk: DuckDBDataChunk, column: number): ArrayLike<bigint> {
  const vector = chunk.getColumnVector(column)
  if (!('items' in vector) || !(vector.items instanceof BigInt64Array))
    throw new TypeError(`column ${column} is no bigint`)
  return vector.items
}

/** A column of texts; null is the empty text. */
export function texts(chunk: DuckDBDataChunk, column: number): readonly string[] {
  return chunk.getColumnValues(column).map((value) => (typeof value === 'string' ? value : ''))
}
