import { hash } from 'node:crypto'
import type { NumberedLine } from '../../core/registry-feed/take-in.ts'

/** A line as it came, and the fingerprint of its bytes. */
export type BatchLine = NumberedLine & { readonly sha256: Buffer }

const lineFeed = 0x0a

/**
 * The records of a kept batch from number `start` on, `most` at a time. `first` is the number of the batch's first record;
 * header and signature stand before it.
 */
export async function* batchLines(
  bytes: AsyncIterable<Buffer>,
  first: number,
  start: number,
  most: number,
): AsyncGenerator<readonly BatchLine[]> {
  let lines: BatchLine[] = []
  let number = first - 2
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = all.indexOf(lineFeed); end !== -1; end = all.indexOf(lineFeed, from)) {
      if (number >= start) lines.push(batchLine(number, all.subarray(from, end)))
      if (lines.length === most) {
        yield lines
        lines = []
      }
      number++
      from = end + 1
    }
    rest = Buffer.from(all.subarray(from))
  }
  if (lines.length > 0) yield lines
}

function batchLine(number: number, bytes: Uint8Array): BatchLine {
  return { number, line: Buffer.from(bytes).toString('utf8'), sha256: hash('sha256', bytes, 'buffer') }
}
