import { hash } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FileOnDisk } from '@intikhab/kernel/editions'
import { directoryBitsFor, directoryPath, keyText, shardCount, shardPath } from '../../core/look-up/pack-description.ts'
import { lowerWord, upperWord } from '../../core/look-up/pack-entry.ts'
import type { TakeVoter } from '../../core/look-up/read-voter-lines.ts'
import { entryWords, sortEntries } from '../../core/look-up/sort-entries.ts'
import { cipherBlock } from './pack-secret.ts'

/** Voters whose keys are made at a time. */
const batchVoters = 4096

/** Entries of a shard that are held before they are written. */
const heldEntries = 2048

/** Shards and directory as they lie on the disk. */
export interface WrittenShards {
  readonly files: readonly FileOnDisk[]
  readonly entries: number
  readonly directoryBits: number
}

/** Writes a pack's shards out of voters in any order, with a few tens of megabytes of memory however many there are. */
export interface ShardWriter {
  /** Takes a voter; `block` is the number of the block in the lists of the pack. */
  readonly take: TakeVoter
  /** Sorts and writes everything. Undefined if two voters have the same key: it must be tried with another salt. */
  finish(onShard: (done: number) => void): WrittenShards | undefined
  /** Closes what is open, whether it was finished or not. */
  close(): void
}

/** Opens a writer in an empty folder, which it makes. `encrypt` makes keys out of blocks of 16 characters. */
export function openShardWriter(folder: string, encrypt: (texts: Buffer) => Buffer, salt: number): ShardWriter {
  mkdirSync(join(folder, 'shards'), { recursive: true })
  const dealt = dealOut(folder)
  // One text after the other, each ended by the salt already.
  const texts = Buffer.from(keyText('0'.repeat(13), salt).repeat(batchVoters))
  const places = new Uint32Array(2 * batchVoters)
  let [waiting, entries] = [0, 0]

  function dealBatch(): void {
    const keys = encrypt(texts.subarray(0, waiting * cipherBlock))
    for (let voter = 0; voter < waiting; voter++)
      dealt.add(
        keys.readUInt32BE(voter * cipherBlock),
        keys.readUInt32BE(voter * cipherBlock + 4),
        places[2 * voter] ?? 0,
        places[2 * voter + 1] ?? 0,
      )
    entries += waiting
    waiting = 0
  }

  return {
    take(bytes, at, block, gender, serial, household, state) {
      const to = waiting * cipherBlock
      for (let digit = 0; digit < 13; digit++) texts[to + digit] = bytes[at + digit] ?? 0
      places[2 * waiting] = upperWord(state, gender, block, serial)
      places[2 * waiting + 1] = lowerWord(serial, household)
      if (++waiting === batchVoters) dealBatch()
    },

    finish(onShard) {
      dealBatch()
      const directoryBits = directoryBitsFor(entries)
      const directory = new Uint32Array(2 ** directoryBits + 1)
      const files: FileOnDisk[] = []
      for (let shard = 0; shard < shardCount; shard++) {
        const sorted = dealt.takeSorted(shard)
        if (sorted === undefined) return undefined
        for (let at = 0; at < sorted.length; at += entryWords) {
          const bucket = ((sorted[at] ?? 0) >>> (32 - directoryBits)) + 1
          directory[bucket] = (directory[bucket] ?? 0) + 1
        }
        files.push(writeWords(folder, shardPath(shard), sorted))
        onShard(shard + 1)
      }
      for (let bucket = 1; bucket < directory.length; bucket++)
        directory[bucket] = (directory[bucket] ?? 0) + (directory[bucket - 1] ?? 0)
      files.push(writeWords(folder, directoryPath, directory))
      return { files, entries, directoryBits }
    },

    close: () => dealt.close(),
  }
}

/** The entries of each shard in a file of its own, in the order in which they came. */
function dealOut(folder: string) {
  const held = new Uint32Array(shardCount * heldEntries * entryWords)
  const used = new Uint32Array(shardCount)
  const names = Array.from({ length: shardCount }, (_, shard) => join(folder, `${shard}.unsorted`))
  const open = new Map<number, number>()

  const heldOf = (shard: number): Uint32Array =>
    held.subarray(shard * heldEntries * entryWords, shard * heldEntries * entryWords + (used[shard] ?? 0))

  function write(shard: number): void {
    const known = open.get(shard)
    const file = known ?? openSync(names[shard] ?? '', 'wx+')
    if (known === undefined) open.set(shard, file)
    writeWhole(file, bytesOf(heldOf(shard)))
    used[shard] = 0
  }

  return {
    add(first: number, second: number, upper: number, lower: number): void {
      const shard = first >>> 24
      const at = used[shard] ?? 0
      const to = shard * heldEntries * entryWords + at
      held[to] = first
      held[to + 1] = second
      held[to + 2] = upper
      held[to + 3] = lower
      used[shard] = at + entryWords
      if (at + entryWords === heldEntries * entryWords) write(shard)
    },

    /** The shard's entries sorted; undefined if a key comes twice. Its file is gone afterwards. */
    takeSorted(shard: number): Uint32Array | undefined {
      write(shard)
      const file = open.get(shard) ?? -1
      const entries = new Uint32Array(fstatSync(file).size / Uint32Array.BYTES_PER_ELEMENT)
      const bytes = bytesOf(entries)
      for (let read = 0; read < bytes.length;) read += readSync(file, bytes, read, bytes.length - read, read)
      closeSync(file)
      open.delete(shard)
      unlinkSync(names[shard] ?? '')
      const sorted = new Uint32Array(entries.length)
      return sortEntries(entries, sorted) ? sorted : undefined
    },

    close(): void {
      for (const file of open.values()) closeSync(file)
      open.clear()
    },
  }
}

function bytesOf(words: Uint32Array): Buffer {
  return Buffer.from(words.buffer, words.byteOffset, words.byteLength)
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
}

/** Writes words big endian, whatever the machine; the words are used up by that. */
function writeWords(folder: string, path: string, words: Uint32Array): FileOnDisk {
  const bytes = bytesOf(words)
  if (isLittleEndian) bytes.swap32()
  const file = join(folder, path)
  const handle = openSync(file, 'wx')
  try {
    writeWhole(handle, bytes)
  } finally {
    closeSync(handle)
  }
  return { path, mediaType: 'application/octet-stream', file, size: bytes.length, sha256: hash('sha256', bytes) }
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1
