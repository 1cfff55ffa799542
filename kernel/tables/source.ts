import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

/** A file to be read, wherever its bytes come from. It can be opened once only. */
export interface TableSource {
  /** The name under which problems report it. */
  readonly name: string
  open(): AsyncIterable<Uint8Array>
}

/** A file on disk; one that cannot be opened becomes a problem when it is read. */
export function fileSource(path: string): TableSource {
  return { name: basename(path), open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
}

/** Bytes that arrive over a connection, e.g. an upload. */
export function streamSource(name: string, bytes: AsyncIterable<Uint8Array>): TableSource {
  return { name, open: () => bytes }
}

/** Text at hand. */
export function textSource(name: string, content: string): TableSource {
  return { name, open: () => oneChunk(Buffer.from(content)) }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
