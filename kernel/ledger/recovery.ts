import type { Checkpoint } from './checkpoint.ts'
import { growLog, type Growth } from './growth.ts'
import type { LogFolder } from './log-folder.ts'
import { countPlaced, readPlaced, type Connection, type PlacedEntry } from './store.ts'
import { hashesAt, tileWidth } from './tile.ts'
import { leafHash } from './tree-hash.ts'

/**
 * What the log would have to sign contradicts what it has signed: a shorter tree, other entries at old places, or a
 * checkpoint of somebody else. Nothing is written; a person has to find out why.
 */
export class LedgerForked extends Error {
  override readonly name = 'LedgerForked'
}

/** Entries read from the database at a time: whole bundles. */
const batch = tileWidth * 40

/** Reads the entries of leaves `from` … `to` − 1 and insists that none is missing. */
export async function* placedBetween(client: Connection, from: number, to: number): AsyncGenerator<PlacedEntry[]> {
  for (let at = from; at < to;) {
    const rows = await readPlaced(client, at, Math.min(batch, to - at))
    for (const [i, row] of rows.entries())
      if (row.leaf !== at + i)
        throw new LedgerForked(`The database has no entry at leaf ${at + i}, but one at ${row.leaf}.`)
    if (rows.length === 0) throw new LedgerForked(`The database has no entry at leaf ${at} of ${to}.`)
    yield rows
    at += rows.length
  }
}

/** The right edge as the folder and the database tell it alike; undefined if a file is missing, damaged or different. */
async function fromFolder(client: Connection, folder: LogFolder, signed: Checkpoint): Promise<Growth | undefined> {
  const { size } = signed
  if ((await folder.findMissing(size)) !== undefined) return undefined
  const edge: (readonly Buffer[])[] = []
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const index = Math.floor(hashesAt(level, size) / tileWidth)
    const isOpen = hashesAt(level, size) % tileWidth > 0
    const hashes = isOpen ? await folder.hashes(size, level, index) : []
    if (hashes === undefined) return undefined
    edge.push(hashes)
  }
  // The entries of the last bundle, full or not, tie the database to the files.
  const start = size === 0 ? 0 : Math.floor((size - 1) / tileWidth) * tileWidth
  const last: Buffer[] = []
  for await (const rows of placedBetween(client, start, size)) last.push(...rows.map((row) => Buffer.from(row.body)))
  const hashes = size === 0 ? [] : await folder.hashes(size, 0, start / tileWidth)
  if (!last.every((entry, i) => hashes?.[i]?.equals(leafHash(entry)))) return undefined
  return growLog(size, edge, size % tileWidth === 0 ? [] : last)
}

/** Grows the tree anew from the database; `full` is called with each batch of finished files. */
async function fromDatabase(
  client: Connection,
  size: number,
  full?: (growth: Growth) => Promise<void>,
): Promise<Growth> {
  const growth = growLog()
  for await (const rows of placedBetween(client, 0, size)) {
    for (const row of rows) growth.add(Buffer.from(row.body))
    if (full === undefined) growth.takeFull()
    else await full(growth)
  }
  return growth
}

/**
 * Finds the state of the log at what was signed last: from the files where they are whole, else from the database, and
 * then the files are written anew, but only after the database has been found to give the signed root.
 * Throws `LedgerForked` if it does not.
 */
export async function recover(client: Connection, folder: LogFolder, signed: Checkpoint | undefined): Promise<Growth> {
  if (signed === undefined) return growLog()
  const placed = await countPlaced(client)
  if (placed < signed.size)
    throw new LedgerForked(
      `A tree of ${signed.size} entries was signed, but the database holds ${placed}: an older copy was restored, or it is another one.`,
    )
  const found = await fromFolder(client, folder, signed)
  if (found?.root() === signed.root) return found
  const dry = await fromDatabase(client, signed.size)
  if (dry.root() !== signed.root)
    throw new LedgerForked(
      `The first ${signed.size} entries of the database give the root ${dry.root()}, but ${signed.root} was signed.`,
    )
  const rebuilt = await fromDatabase(client, signed.size, (growth) => folder.writeTiles(growth.takeFull()))
  await folder.writeTiles(rebuilt.unfinished())
  return rebuilt
}
