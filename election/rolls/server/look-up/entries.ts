import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { OpenEdition } from '@intikhab/kernel/editions'
import { directoryPath, shardCount, shardPath } from '../../core/look-up/pack-description.ts'
import { entryBytes, findEntry, leadingWord, type PackEntry } from '../../core/look-up/pack-entry.ts'

/** The entries of an open pack. */
export interface Entries {
  /** The entry with this key; undefined if there is none. Throws `DamagedEdition` where its shard is not what was signed. */
  find(key: Uint8Array): Promise<PackEntry | undefined>
  /** Closes the shards as soon as nothing is looked for; what is looked for afterwards opens them again, and closes them. */
  close(): Promise<void>
}

/**
 * Shards that are open. A handle that is collected before it is closed ends the process; whoever forgets a pack without
 * closing it keeps its files open instead.
 */
const open = new Set<FileHandle>()

/** Opens the entries of a pack. Each is found by one read; no shard is held in memory. */
export async function openEntries(edition: OpenEdition, directoryBits: number): Promise<Entries> {
  const bytes = await edition.bytes(directoryPath)
  if (bytes?.length !== (2 ** directoryBits + 1) * Uint32Array.BYTES_PER_ELEMENT)
    throw new Error('the look-up pack is damaged: its directory has another length')
  const starts = new Uint32Array(2 ** directoryBits + 1)
  let largest = 0
  for (let bucket = 0; bucket < starts.length; bucket++) {
    starts[bucket] = bytes.readUInt32BE(bucket * Uint32Array.BYTES_PER_ELEMENT)
    if (bucket > 0) largest = Math.max(largest, (starts[bucket] ?? 0) - (starts[bucket - 1] ?? 0))
  }
  const buffer = Buffer.alloc(largest * entryBytes)
  const shards: (FileHandle | undefined)[] = Array.from({ length: shardCount })
  const opening = new Map<number, Promise<FileHandle>>()
  let [underWay, isClosed] = [0, false]

  async function openShard(shard: number): Promise<FileHandle> {
    const path = shardPath(shard)
    const handle = await edition.open(path)
    if (handle === undefined) throw new Error(`the look-up pack lacks ${path}`)
    open.add(handle)
    shards[shard] = handle
    return handle
  }

  function take(shard: number): Promise<FileHandle> {
    const begun = opening.get(shard) ?? openShard(shard).finally(() => opening.delete(shard))
    opening.set(shard, begun)
    return begun
  }

  async function letGo(): Promise<void> {
    const held = shards.filter((handle) => handle !== undefined)
    shards.fill(undefined)
    await Promise.all(held.map((handle) => handle.close()))
    for (const handle of held) open.delete(handle)
  }

  return {
    async find(key) {
      underWay++
      try {
        const leading = leadingWord(key)
        const shard = leading >>> 24
        const handle = shards[shard] ?? (await take(shard))
        const bucket = leading >>> (32 - directoryBits)
        const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0]
        const begin = (from - (starts[shard << (directoryBits - 8)] ?? 0)) * entryBytes
        // Between the read and the search nothing else runs, so one buffer does for all.
        const read = readSync(handle.fd, buffer, 0, (to - from) * entryBytes, begin)
        return findEntry(buffer, read / entryBytes, key)
      } finally {
        if (--underWay === 0 && isClosed) await letGo()
      }
    },
    async close() {
      isClosed = true
      if (underWay === 0) await letGo()
    },
  }
}
