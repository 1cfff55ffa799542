import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { replaceDurably, writeAllDurably } from './durable.ts'
import { parseBundle, parseHashes, tilePath, tileWidth, tilesOf, widthIn, type TileAt } from './tile.ts'

/** A tile or bundle with its bytes. */
export interface TileFile {
  readonly at: TileAt
  readonly bytes: Buffer
}

/** The log's files on disk, laid out as C2SP tlog-tiles wants them. */
export interface LogFolder {
  readonly folder: string
  /** The note in `checkpoint`, read anew only when the file has changed; undefined if there is none. */
  checkpoint(): string | undefined
  /** Replaces `checkpoint` in one step. */
  writeCheckpoint(note: string): void
  /** Writes tiles; returns when they are on the disk. Partial tiles below a full one are removed. */
  writeTiles(tiles: readonly TileFile[]): Promise<void>
  /** The hashes of a tile of a tree of `size`; undefined if it is missing or damaged. */
  hashes(size: number, level: number, index: number): Promise<readonly Buffer[] | undefined>
  /** The entries of a bundle of a tree of `size`; undefined if it is missing or damaged. */
  entries(size: number, index: number): Promise<readonly Buffer[] | undefined>
  /** The first tile of a tree of `size` that is missing or has a wrong length; undefined if all are there. */
  findMissing(size: number): Promise<TileAt | undefined>
  /** Bytes of a small file of the log, such as `key`; written when they differ. */
  keep(name: string, text: string): void
}

/** Opens the folder of a log, which is made by the first write; so many tiles stay in memory, some 40 kB each. */
export function openLogFolder(folder: string, tilesKept = 1024): LogFolder {
  const checkpointFile = join(folder, 'checkpoint')
  const tilesInMemory = new LRUCache<string, readonly Buffer[]>({ max: tilesKept })
  let seen: { mark: string; note: string } | undefined

  async function read(size: number, level: TileAt['level'], index: number): Promise<readonly Buffer[] | undefined> {
    const at: TileAt = { level, index, width: widthIn(size, level, index) }
    if (at.width === 0) return undefined
    const whole = await readWhole(at)
    // A partial tile goes once the full one is there, which begins with the same hashes.
    if (whole !== undefined || at.width === tileWidth) return whole
    return (await readWhole({ ...at, width: tileWidth }))?.slice(0, at.width)
  }

  async function readWhole(at: TileAt): Promise<readonly Buffer[] | undefined> {
    const path = tilePath(at)
    const known = tilesInMemory.get(path)
    if (known !== undefined) return known
    const bytes = await readFile(join(folder, path)).catch(() => undefined)
    if (bytes === undefined) return undefined
    const parts = at.level === 'entries' ? parseBundle(bytes) : parseHashes(bytes, at.width)
    if (parts === undefined || parts.length !== at.width) return undefined
    if (at.level !== 'entries') tilesInMemory.set(path, parts)
    return parts
  }

  async function isThere(at: TileAt): Promise<boolean> {
    const found = await stat(join(folder, tilePath(at))).catch(() => undefined)
    return found !== undefined && (at.level === 'entries' ? found.size > 0 : found.size === at.width * 32)
  }

  return {
    folder,
    checkpoint() {
      const found = statSync(checkpointFile, { bigint: true, throwIfNoEntry: false })
      if (found === undefined) return undefined
      const mark = `${found.ino} ${found.mtimeNs} ${found.size}`
      if (seen?.mark !== mark) seen = { mark, note: readFileSync(checkpointFile, 'utf8') }
      return seen.note
    },
    writeCheckpoint(note) {
      mkdirSync(folder, { recursive: true })
      replaceDurably(checkpointFile, note)
    },
    async writeTiles(tiles) {
      for (const { at } of tiles) tilesInMemory.delete(tilePath(at))
      await writeAllDurably(
        folder,
        tiles.map(({ at, bytes }) => ({ file: join(folder, tilePath(at)), bytes })),
      )
      const full = tiles.filter(({ at }) => at.width === tileWidth)
      await Promise.all(full.map(({ at }) => rm(`${join(folder, tilePath(at))}.p`, { recursive: true, force: true })))
    },
    hashes: (size, level, index) => read(size, level, index),
    entries: (size, index) => read(size, 'entries', index),
    async findMissing(size) {
      for (const at of tilesOf(size))
        if (!(await isThere(at)) && !(at.width < tileWidth && (await isThere({ ...at, width: tileWidth })))) return at
      return undefined
    },
    keep(name, text) {
      const file = join(folder, name)
      mkdirSync(folder, { recursive: true })
      if (!existsSync(file) || readFileSync(file, 'utf8') !== text) replaceDurably(file, text)
    },
  }
}
