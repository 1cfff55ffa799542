import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkpoint } from './checkpoint.ts'
import { writeNewDurably } from './durable.ts'
import { parseNote, parseSignature } from './note.ts'
import { tilePath, tileWidth } from './tile.ts'

/**
 * The checkpoints that were published: `checkpoints/` beside the tiles, one file a size, in folders of a thousand. No
 * file is ever written twice. Cosignatures come later, each as a file of its own in a folder beside: whoever copies the
 * log copies them along. `checkpoints/sizes` lists the sizes in the order of publication, for quick reading; the files
 * are what counts.
 */
export interface PublishedCheckpoints {
  /** Keeps a checkpoint of this size for good, unless there is one already. */
  publish(checkpoint: Checkpoint): void
  /** The note of this size with its cosignatures; undefined if none was published. */
  find(size: number): string | undefined
  /** Adds the line of a cosignature that was verified; the first of each key stays. False if there was one, or no checkpoint. */
  addCosignature(size: number, line: string): boolean
  /** Listed sizes from `from` upwards, rising, at most `limit`. */
  sizes(from: number, limit: number): number[]
  /** The largest listed sizes, rising, at most `count`. */
  newest(count: number): number[]
  /** The largest listed size; undefined before the first. */
  latestSize(): number | undefined
  /** Every size that has a file, rising, listed or not: reads the whole folder. */
  walk(): number[]
}

const folderName = 'checkpoints'

function pathOf(size: number): string {
  return tilePath({ level: 0, index: size, width: tileWidth }).replace('tile/0', folderName)
}

/** All sizes below `folder`, whose path says `prefix`. */
function* walk(folder: string, prefix = 0): Generator<number> {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const number = prefix * 1000 + Number(name.slice(-3))
    if (/^x\d{3}$/u.test(name)) yield* walk(join(folder, name), number)
    else if (/^\d{3}$/u.test(name)) yield number
  }
}

/** Index of the first of the rising `numbers` that is not below `from`. */
function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Opens the published checkpoints of the log in `folder`, which need not exist yet. */
export function openPublished(folder: string): PublishedCheckpoints {
  const root = join(folder, folderName)
  const list = join(root, 'sizes')
  const fileOf = (size: number) => join(folder, pathOf(size))
  let seen: { bytes: number; sizes: number[] } = { bytes: -1, sizes: [] }

  /** Other processes publish too: the list is read again when it has grown. */
  function listed(): readonly number[] {
    const bytes = statSync(list, { throwIfNoEntry: false })?.size ?? 0
    if (bytes !== seen.bytes) {
      const lines = bytes === 0 ? [] : readFileSync(list, 'utf8').split('\n')
      const sizes = lines.filter((line) => /^(0|[1-9]\d{0,14})$/u.test(line)).map(Number)
      seen = { bytes, sizes: [...new Set(sizes)].toSorted((a, b) => a - b) }
    }
    return seen.sizes
  }

  function linesOf(size: number): string[] {
    const beside = `${fileOf(size)}.cosigned`
    if (!existsSync(beside)) return []
    const lines = readdirSync(beside)
      .filter((name) => /^[0-9a-f]{8}$/u.test(name))
      .toSorted()
      .map((name) => readFileSync(join(beside, name), 'utf8').trimEnd())
    return lines.filter((line) => parseSignature(line) !== undefined)
  }

  return {
    publish({ size, note }) {
      const file = fileOf(size)
      if (existsSync(file)) return
      mkdirSync(join(file, '..'), { recursive: true })
      writeNewDurably(file, note)
      appendFileSync(list, `${size}\n`)
    },
    find(size) {
      const file = fileOf(size)
      if (!existsSync(file)) return undefined
      const note = readFileSync(file, 'utf8')
      const known = new Set(parseNote(note)?.signatures.map(({ line }) => line))
      const more = linesOf(size).filter((line) => !known.has(line))
      return note + more.map((line) => `${line}\n`).join('')
    },
    addCosignature(size, line) {
      const key = parseSignature(line)?.keyHash.toString('hex')
      if (key === undefined || !existsSync(fileOf(size))) return false
      const beside = `${fileOf(size)}.cosigned`
      const file = join(beside, key)
      if (existsSync(file)) return false
      mkdirSync(beside, { recursive: true })
      writeNewDurably(file, `${line}\n`)
      return true
    },
    sizes(from, limit) {
      const all = listed()
      const first = firstFrom(all, from)
      return all.slice(first, first + limit)
    },
    newest: (count) => listed().slice(-count),
    latestSize: () => listed().at(-1),
    walk: () => [...walk(root)].toSorted((a, b) => a - b),
  }
}
