import { isUtf8 } from 'node:buffer'
import type { ProblemList } from './problems.ts'
import { tableProblems } from './table-problems.ts'

/** Whole lines of a file. */
export interface LineBlock {
  /** Number of the first line of the block. */
  readonly firstLine: number
  /** One or more lines; each but possibly the last of the file ends with a line feed. */
  readonly text: string
}

/** How much of a file is read before it is given up. */
export interface ReadingLimits {
  /** Bytes of one line. */
  readonly line: number
  /** Bytes of the whole file, unpacked. */
  readonly file: number
}

export const usualLimits: ReadingLimits = { line: 64 * 1024, file: 4 * 1024 ** 3 }

const lineFeed = 0x0a

/**
 * Cuts bytes into blocks of whole lines in strict UTF-8, without a byte order mark. Never holds more than one line over.
 * On an over-long line, a wrong encoding or an over-large file it reports the problem and ends.
 */
export async function* lineBlocks(
  file: string,
  chunks: AsyncIterable<Buffer>,
  limits: ReadingLimits,
  problems: ProblemList,
): AsyncGenerator<LineBlock> {
  let held: Buffer[] = []
  let heldBytes = 0
  let line = 1
  let total = 0
  const decode = (bytes: Buffer): LineBlock | undefined => {
    if (!isUtf8(bytes)) {
      problems.add(tableProblems['wrong-encoding'], { file, ...firstWrong(bytes, line) })
      return undefined
    }
    const text = bytes.toString('utf8')
    const block = { firstLine: line, text: line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text }
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) line++
    return block
  }
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > limits.file) {
      problems.add(tableProblems['file-too-large'], { file, values: { limit: limits.file } })
      return
    }
    const first = chunk.indexOf(lineFeed)
    if (heldBytes + (first === -1 ? chunk.length : first) > limits.line) {
      problems.add(tableProblems['line-too-long'], { file, line, values: { limit: limits.line } })
      return
    }
    const last = chunk.lastIndexOf(lineFeed)
    if (last !== -1) {
      const block = decode(Buffer.concat([...held, chunk.subarray(0, last + 1)]))
      if (block === undefined) return
      yield block
      held = []
      heldBytes = 0
    }
    const rest = chunk.subarray(last + 1)
    held.push(rest)
    heldBytes += rest.length
  }
  if (heldBytes === 0) return
  const block = decode(Buffer.concat(held))
  if (block !== undefined) yield block
}

function firstWrong(bytes: Buffer, firstLine: number): { line: number; found: string } {
  let line = firstLine
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(lineFeed, from)
    const one = bytes.subarray(from, end === -1 ? bytes.length : end)
    if (!isUtf8(one)) return { line, found: one.toString('utf8') }
    from = end === -1 ? bytes.length : end + 1
  }
  return { line, found: '' }
}
