/** Where the log's files lie: C2SP tlog-tiles (https://c2sp.org/tlog-tiles). */

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256

/** A run of subtree hashes of height 8 × level, or of entries. */
export interface TileAt {
  readonly level: number | 'entries'
  readonly index: number
  /** 1 … 256; below 256 the tile is partial. */
  readonly width: number
}

/** Path below the log's folder, e.g. `tile/0/x001/234.p/17`. */
export function tilePath({ level, index, width }: TileAt): string {
  const groups: string[] = []
  for (let rest = index, first = true; first || rest > 0; rest = Math.floor(rest / 1000), first = false)
    groups.unshift(`${first ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`)
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`
}

/** Reads a path back; undefined if it is not exactly how a tile is written. */
export function parseTilePath(path: string): TileAt | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (match === null) return undefined
  const tile: TileAt = {
    level: match[1] === 'entries' ? 'entries' : Number(match[1]),
    index: Number((match[2] ?? '').replaceAll(/[x/]/g, '')),
    width: match[3] === undefined ? tileWidth : Number(match[3]),
  }
  const isWritten =
    tilePath(tile) === path && tile.width > 0 && tile.width <= tileWidth && Number.isSafeInteger(tile.index)
  return isWritten && (tile.level === 'entries' || tile.level <= 63) ? tile : undefined
}

/** How many hashes level `level` has in a tree of `size` entries. */
export function hashesAt(level: number | 'entries', size: number): number {
  return level === 'entries' ? size : Math.floor(size / tileWidth ** level)
}

/** Width of tile `index` in a tree of `size` entries; 0 if it has none yet. */
export function widthIn(size: number, level: number | 'entries', index: number): number {
  return Math.max(0, Math.min(tileWidth, hashesAt(level, size) - index * tileWidth))
}

/** Every tile and bundle of a tree of `size` entries. */
export function* tilesOf(size: number): Generator<TileAt> {
  for (const level of levelsOf(size)) {
    for (let index = 0; ; index++) {
      const width = widthIn(size, level, index)
      if (width === 0) break
      yield { level, index, width }
    }
  }
}

function* levelsOf(size: number): Generator<number | 'entries'> {
  yield 'entries'
  for (let level = 0; hashesAt(level, size) > 0; level++) yield level
}

/** An entry bundle: each entry behind its length as a big-endian uint16. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    at = bytes.writeUInt16BE(entry.length, at)
    bytes.set(entry, at)
    at += entry.length
  }
  return bytes
}

/** The entries of a bundle; undefined if it ends in the middle of one. */
export function parseBundle(bytes: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    if (at + 2 > bytes.length) return undefined
    const end = at + 2 + bytes.readUInt16BE(at)
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return entries
}

/** The hashes of a tile; undefined if its length is not that of `width` hashes. */
export function parseHashes(bytes: Buffer, width: number): Buffer[] | undefined {
  if (bytes.length !== width * 32) return undefined
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * 32, i * 32 + 32))
}
