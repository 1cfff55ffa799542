import { encodeBundle, tileWidth } from './tile.ts'
import { leafHash } from './tree-hash.ts'
import { growTree, type GrownTile } from './tree.ts'
import type { TileFile } from './log-folder.ts'

/** A log that grows by entries: its tree, and the entries of its unfinished bundle. */
export interface Growth {
  readonly size: number
  /** Root hash in hex. */
  root(): string
  add(entry: Buffer): void
  /** Tiles and bundles that became full since the last call. */
  takeFull(): TileFile[]
  /** The unfinished tile of each level, and the unfinished bundle. */
  unfinished(): TileFile[]
}

function tileFile({ level, index, hashes }: GrownTile): TileFile {
  return { at: { level, index, width: hashes.length }, bytes: Buffer.concat(hashes) }
}

/** Continues a log of `size` entries from its right edge: hashes a level, and the entries of the unfinished bundle. */
export function growLog(size = 0, edge: readonly (readonly Buffer[])[] = [], entries: readonly Buffer[] = []): Growth {
  const tree = growTree(size, edge)
  let open = [...entries]
  let full: TileFile[] = []
  return {
    get size() {
      return tree.size
    },
    root: () => tree.root().toString('hex'),
    add(entry) {
      tree.append(leafHash(entry))
      open.push(entry)
      if (open.length < tileWidth) return
      full.push({
        at: { level: 'entries', index: tree.size / tileWidth - 1, width: tileWidth },
        bytes: encodeBundle(open),
      })
      open = []
    },
    takeFull() {
      const files = [...full, ...tree.takeFull().map(tileFile)]
      full = []
      return files
    },
    unfinished() {
      const files = tree.unfinished().map(tileFile)
      if (open.length === 0) return files
      const index = Math.floor(tree.size / tileWidth)
      return [...files, { at: { level: 'entries', index, width: open.length }, bytes: encodeBundle(open) }]
    },
  }
}
