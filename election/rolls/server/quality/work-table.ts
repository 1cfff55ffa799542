import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBDataChunk } from '@duckdb/node-api'

/** A DuckDB database of its own in a folder of its own: for work over the whole register that no index serves. */
export interface WorkTable {
  readonly folder: string
  run(statement: string): Promise<void>
  /** The rows of a result, an object each; numbers of 64 bits are bigint. */
  rows<Row>(statement: string): AsyncGenerator<Row>
  /** The columns of a result with too many rows for an object each, chunk by chunk, about 2,000 rows each. */
  chunks(statement: string): AsyncGenerator<DuckDBDataChunk>
  /** Appends rows of texts and 32-bit numbers. Not while a result is read: what is appended beside an open one is lost. */
  fill(table: string, rows: Iterable<readonly (number | string)[]>): Promise<void>
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
    async run(statement) {
      await connection.run(statement)
    },
    async *rows<Row>(statement: string) {
      const result = await connection.stream(statement)
      for await (const rows of result.yieldRowObjectJs()) yield* rows as Row[]
    },
    async *chunks(statement) {
      yield* await connection.stream(statement)
    },
    async fill(table, rows) {
      const appender = await connection.createAppender(table)
      for (const row of rows) {
        for (const value of row)
          if (typeof value === 'number') appender.appendInteger(value)
          else appender.appendVarchar(value)
        appender.endRow()
      }
      appender.closeSync()
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
