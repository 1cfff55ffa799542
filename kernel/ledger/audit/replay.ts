import type { LogFolder } from '../log-folder.ts'
import type { Connection } from '../store.ts'
import { tilePath, tileWidth, widthIn } from '../tile.ts'
import { leafHash } from '../tree-hash.ts'
import { readLeavesBetween, type StoredLeaf } from './audit-store.ts'
import type { Finding } from './findings.ts'
import { growFrontier, type KeptNode } from './frontier.ts'

/** What is replayed, and who is told of what. */
export interface ReplayParts {
  readonly files: LogFolder
  /** The database; undefined where only the files are at hand. */
  readonly client: Connection | undefined
  /** Entries of the signed tree. */
  readonly size: number
  /** Sizes at which the root is wanted. */
  readonly wanted: ReadonlySet<number>
  /** Each entry in its order: the bytes that were signed, or undefined where they are lost. */
  entry(leaf: number, bytes: Buffer | undefined): void
  finding(finding: Finding): void
  onProgress(done: number): void
}

/** Bundles read at a time. */
const bundlesAtOnce = 24
const step = bundlesAtOnce * tileWidth

/** What lies in the files and in the database for a run of leaves. */
interface Chunk {
  readonly from: number
  readonly to: number
  readonly bundles: readonly (readonly Buffer[] | undefined)[]
  readonly tiles: readonly (readonly Buffer[] | undefined)[]
  readonly rows: readonly StoredLeaf[]
}

async function readChunk({ files, client, size }: ReplayParts, from: number): Promise<Chunk> {
  const to = Math.min(size, from + step)
  const first = from / tileWidth
  const indices = Array.from({ length: Math.ceil((to - from) / tileWidth) }, (_, i) => first + i)
  const [bundles, tiles, rows] = await Promise.all([
    Promise.all(indices.map((index) => files.entries(size, index))),
    Promise.all(indices.map((index) => files.hashes(size, 0, index))),
    client === undefined ? [] : readLeavesBetween(client, from, to),
  ])
  return { from, to, bundles, tiles, rows }
}

/**
 * Goes through every entry once, in order: files and database are held against each other and against the tiles, and the
 * tree is grown anew from the entries alone. Gives the root (hex) at each wanted size.
 */
export async function replay(parts: ReplayParts): Promise<ReadonlyMap<number, string>> {
  const { files, size, wanted } = parts
  const roots = new Map<number, string>()
  const wrongTiles = new Set<string>()
  const above: KeptNode[] = []
  const tree = growFrontier((node) => void above.push(node))

  function wrongTile(level: number, index: number): void {
    const file = tilePath({ level, index, width: widthIn(size, level, index) })
    if (wrongTiles.has(file)) return
    wrongTiles.add(file)
    parts.finding({ code: 'tile-wrong', values: { file }, at: file })
  }

  async function checkAbove(): Promise<void> {
    for (const { level, index, hash } of above.splice(0)) {
      const tile = Math.floor(index / tileWidth)
      const kept = (await files.hashes(size, level, tile))?.[index % tileWidth]
      if (kept?.equals(hash) !== true) wrongTile(level, tile)
    }
  }

  if (wanted.has(0)) roots.set(0, tree.root())
  let coming = size === 0 ? undefined : readChunk(parts, 0)
  for (let from = 0; from < size; from += step) {
    const chunk = await (coming as Promise<Chunk>)
    coming = chunk.to < size ? readChunk(parts, chunk.to) : undefined
    // Its rejection is met above, at its turn.
    coming?.catch(() => undefined)
    let row = 0
    for (let leaf = from; leaf < chunk.to; leaf++) {
      const place = Math.floor((leaf - from) / tileWidth)
      const signed = chunk.tiles[place]?.[leaf % tileWidth]
      const inFile = chunk.bundles[place]?.[leaf % tileWidth]
      const stored = chunk.rows[row]?.leaf === leaf ? chunk.rows[row++] : undefined
      const inBase = stored?.body == null ? undefined : Buffer.from(stored.body)
      const { bytes, hash, isTileWrong } = settle(signed, inFile, inBase)
      if (isTileWrong) wrongTile(0, Math.floor(leaf / tileWidth))
      tree.add(hash)
      parts.entry(leaf, bytes)
      if (parts.client !== undefined || bytes === undefined || inFile === undefined || !bytes.equals(inFile))
        for (const finding of comparison(leaf, bytes, inFile, inBase, parts.client !== undefined))
          parts.finding(finding)
      if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
    }
    await checkAbove()
    parts.onProgress(chunk.to)
  }
  return roots
}

interface Settled {
  readonly bytes: Buffer | undefined
  readonly hash: Buffer
  readonly isTileWrong: boolean
}

/** Which of the copies is the one that was signed. The tile says so; where it is lost too, files and database must agree. */
function settle(signed: Buffer | undefined, inFile: Buffer | undefined, inBase: Buffer | undefined): Settled {
  const fileHash = inFile === undefined ? undefined : leafHash(inFile)
  if (signed !== undefined && fileHash?.equals(signed) === true)
    return { bytes: inFile, hash: signed, isTileWrong: false }
  const baseHash = inBase === undefined ? undefined : leafHash(inBase)
  if (signed !== undefined && baseHash?.equals(signed) === true)
    return { bytes: inBase, hash: signed, isTileWrong: false }
  if (fileHash !== undefined && (baseHash === undefined || baseHash.equals(fileHash)))
    return { bytes: inFile, hash: fileHash, isTileWrong: true }
  return {
    bytes: undefined,
    hash: signed ?? fileHash ?? baseHash ?? Buffer.alloc(32),
    isTileWrong: signed === undefined,
  }
}

/** How files and database differ from what was signed. */
function* comparison(
  leaf: number,
  bytes: Buffer | undefined,
  inFile: Buffer | undefined,
  inBase: Buffer | undefined,
  hasBase: boolean,
): Generator<Finding> {
  const at = `entry ${leaf}`
  if (bytes === undefined) {
    yield { code: 'entry-lost', values: { leaf }, at, leaf }
    return
  }
  const expected = leafHash(bytes).toString('hex')
  if (inFile?.equals(bytes) !== true)
    yield { code: 'entry-file-damaged', values: { leaf }, at, leaf, expected, found: hashOf(inFile) }
  if (!hasBase || inBase?.equals(bytes) === true) return
  const code = inBase === undefined ? 'entry-missing' : 'entry-changed'
  yield { code, values: { leaf }, at, leaf, expected, found: hashOf(inBase) }
}

const hashOf = (bytes: Buffer | undefined): string | null =>
  bytes === undefined ? null : leafHash(bytes).toString('hex')
