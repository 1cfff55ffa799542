import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ProblemList } from './problems.ts'
import type { TableSource } from './source.ts'
import { tableProblems } from './table-problems.ts'

/** What is known of a file once it has been read to its end. */
export interface FileFacts {
  readonly name: string
  /** Of the bytes as they came, compressed or not. */
  readonly sha256: string
  readonly bytes: number
}

/** The plain bytes of a source, unpacked where they are gzip, and its facts once they have all been read. */
export class PlainBytes {
  readonly #source: TableSource
  readonly #problems: ProblemList
  readonly #hash: Hash = createHash('sha256')
  #bytes = 0

  constructor(source: TableSource, problems: ProblemList) {
    this.#source = source
    this.#problems = problems
  }

  /** Yields the bytes; on a damaged file it reports the problem and ends. */
  async *chunks(): AsyncGenerator<Buffer> {
    try {
      const raw = this.#raw()
      let first: Buffer = Buffer.alloc(0)
      while (first.length < 2) {
        const next = await raw.next()
        if (next.done === true) break
        first = Buffer.concat([first, next.value])
      }
      const whole = startingWith(first, raw)
      yield* isGzip(first) ? gunzipped(whole, () => this.#bytes) : whole
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const kind =
        error instanceof Swollen
          ? tableProblems['swollen-archive']
          : code === 'Z_BUF_ERROR'
            ? tableProblems['truncated-archive']
            : code.startsWith('Z_')
              ? tableProblems['broken-archive']
              : tableProblems['unreadable-file']
      this.#problems.add(kind, { file: this.#source.name })
    }
  }

  facts(): FileFacts {
    return { name: this.#source.name, sha256: this.#hash.digest('hex'), bytes: this.#bytes }
  }

  async *#raw(): AsyncGenerator<Buffer> {
    for await (const chunk of this.#source.open()) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      this.#hash.update(bytes)
      this.#bytes += bytes.length
      yield bytes
    }
  }
}

function isGzip(first: Buffer): boolean {
  return first[0] === 0x1f && first[1] === 0x8b
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** Text packs to a tenth, at the very best a fiftieth; a file made to swell packs to a thousandth. */
const mostSwelling = 100
/** What may be unpacked whatever the packed size: small tables of many equal lines are honest. */
const alwaysUnpacked = 16 * 1024 * 1024

class Swollen extends Error {}

/** `taken` tells how many packed bytes have been read so far. */
async function* gunzipped(packed: AsyncIterable<Buffer>, taken: () => number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  const fed = pipeline(Readable.from(packed), gunzip)
  // The same error reaches the reader below; a reader that stops early is no error at all.
  fed.catch(() => undefined)
  let unpacked = 0
  for await (const chunk of gunzip) {
    const bytes = chunk as Buffer
    unpacked += bytes.length
    if (unpacked > alwaysUnpacked && unpacked > mostSwelling * taken()) throw new Swollen()
    yield bytes
  }
}
