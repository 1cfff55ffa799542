import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isAlive } from '@intikhab/kernel/database'
import { cosignaturesOn } from '../cosignature.ts'
import { replaceDurably, writeNewDurably } from '../durable.ts'
import { splitNotes } from '../note-list.ts'
import type { VerifierKey } from '../note.ts'
import { readCheckpoint, type Checkpoint } from '../checkpoint.ts'

/** What a witness has cosigned. One file, only ever added to: it can be copied, mailed, and given to an auditor. */
export interface WitnessMemory {
  /** The largest checkpoint of a log that was cosigned; undefined if there is none. */
  latest(origin: string): Checkpoint | undefined
  /** All logs and their latest checkpoints. */
  all(): ReadonlyMap<string, Checkpoint>
  /** Adds a cosigned note; it is on the disk when this returns. */
  remember(note: string): void
  /** Keeps notes that contradict each other; the same ones only once. Gives the file, or undefined if there are too many. */
  keepEvidence(notes: readonly string[], why: string): string
  /** Every cosigned note, in order (`splitNotes` takes them apart). */
  text(): Buffer
  close(): void
}

/** A witness's folder that cannot be used; the message is one plain sentence. */
export class UnusableMemory extends Error {
  override readonly name = 'UnusableMemory'
}

/** Takes the folder for this process; two processes could cosign two futures of one log. */
function claim(folder: string): () => void {
  const file = join(folder, 'witness.pid')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (other > 1 && other !== process.pid && isAlive(other))
    throw new UnusableMemory(`Another witness (process ${other}) keeps its memory in ${folder}.`)
  writeFileSync(file, `${process.pid}\n`)
  return () => rmSync(file, { force: true })
}

/** The notes of a memory. What a power cut left half-written at the end was never answered for, and is forgotten. */
function readMemory(file: string, key: VerifierKey): Map<string, Checkpoint> {
  const found = new Map<string, Checkpoint>()
  if (!existsSync(file)) return found
  const text = readFileSync(file, 'utf8')
  const { notes, rest } = splitNotes(text)
  if (text.slice(-rest - 1).split('\n\n').length > 3)
    throw new UnusableMemory(`The memory in ${file} is damaged in its middle.`)
  for (const note of notes) {
    const read = readCheckpoint(note)
    if (read === undefined) throw new UnusableMemory(`The memory in ${file} holds something that is no checkpoint.`)
    if ((found.get(read.origin)?.size ?? -1) < read.checkpoint.size) found.set(read.origin, read.checkpoint)
  }
  for (const [origin, { note, size }] of found)
    if (cosignaturesOn(note, [key]).length === 0)
      throw new UnusableMemory(`The memory in ${file} holds a checkpoint of ${origin} (${size}) that was not cosigned.`)
  const whole = notes.map((note) => `${note}\n`).join('')
  if (whole !== text) replaceDurably(file, whole)
  return found
}

/** Opens the memory in `folder` of the witness whose key is `key`. Throws `UnusableMemory`. */
export function openMemory(folder: string, key: VerifierKey): WitnessMemory {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const release = claim(folder)
  const file = join(folder, 'cosigned')
  const evidence = join(folder, 'evidence')
  let latest: Map<string, Checkpoint>
  try {
    latest = readMemory(file, key)
  } catch (error) {
    release()
    throw error
  }
  writeNewDurably(file, '')
  const handle = openSync(file, 'a')
  return {
    latest: (origin) => latest.get(origin),
    all: () => latest,
    remember(note) {
      const read = readCheckpoint(note)
      if (read === undefined) throw new RangeError('only checkpoints are remembered')
      writeSync(handle, `${note}\n`)
      fsyncSync(handle)
      latest.set(read.origin, read.checkpoint)
    },
    keepEvidence(notes, why) {
      mkdirSync(evidence, { recursive: true })
      const text = `${why}\n\n${notes.join('\n')}`
      const name = createHash('sha256').update(notes.join('\n')).digest('hex').slice(0, 16)
      const kept = join(evidence, `${name}.txt`)
      writeNewDurably(kept, text)
      return kept
    },
    text: () => readFileSync(file),
    close() {
      closeSync(handle)
      release()
    },
  }
}
