import { readCheckpoint, parseCheckpoint } from '../checkpoint.ts'
import { cosignaturesOn, verifyCosignature, witnessKey } from '../cosignature.ts'
import { keyHash, parseNote, type VerifierKey } from '../note.ts'
import { keysOf, type KeyHistory } from '../key-history.ts'
import type { PublishedCheckpoints } from '../published.ts'
import type { WitnessedAt } from './clock.ts'
import type { Finding } from './findings.ts'

/** A checkpoint as it was published, or as a witness keeps it. */
export interface KnownCheckpoint {
  readonly size: number
  readonly note: string
  /** Where it lies, for the report. */
  readonly file: string
}

/** What one witness remembers of this log. */
export interface WitnessMemoryGiven {
  readonly witness: VerifierKey
  readonly notes: readonly string[]
}

/** The published checkpoints, and the newest, which need not be among them yet. */
export function collectPublished(published: PublishedCheckpoints, newest: string): KnownCheckpoint[] {
  const found = published.walk().map((size) => {
    const note = published.find(size) ?? ''
    return { size, note, file: `checkpoints, ${size}` }
  })
  const size = readCheckpoint(newest)?.checkpoint.size ?? -1
  return [...found, { size, note: newest, file: 'checkpoint' }]
}

/** When witnesses had seen the log, out of every good cosignature. */
export function witnessedAt(
  checkpoints: readonly { readonly size: number; readonly note: string }[],
  witnesses: readonly VerifierKey[],
): WitnessedAt[] {
  return checkpoints.flatMap(({ size, note }) =>
    cosignaturesOn(note, witnesses).map(({ key, at }) => ({ size, at: at * 1000, witness: key.name })),
  )
}

/** Signature, root and cosignatures of each published checkpoint. `roots`: what the entries give at each size. */
export function* checkPublished(
  checkpoints: readonly KnownCheckpoint[],
  parts: {
    readonly origin: string
    readonly keys: KeyHistory
    readonly witnesses: readonly VerifierKey[]
    readonly roots: ReadonlyMap<number, string>
    readonly size: number
  },
): Generator<Finding> {
  const { origin, keys, witnesses, roots, size: here } = parts
  for (const { size, note, file } of checkpoints) {
    const values = { size: Math.max(0, size), file }
    const read = parseCheckpoint(note, origin, keys)
    if (read === undefined || read.size !== size) {
      yield { code: 'checkpoint-unsigned', values, at: file }
      continue
    }
    const root = roots.get(size)
    if (size > here) yield { code: 'ledger-cut', values: { ...values, here }, at: file }
    else if (root !== read.root)
      yield { code: 'checkpoint-rewritten', values, at: file, expected: root ?? null, found: read.root }
    for (const witness of brokenCosignatures(note, witnesses))
      yield { code: 'cosignature-broken', values: { ...values, witness: witness.name }, at: file }
  }
}

/** The witnesses whose signature lines stand below a note that they did not sign. */
function brokenCosignatures(note: string, witnesses: readonly VerifierKey[]): VerifierKey[] {
  const parts = parseNote(note)
  if (parts === undefined) return []
  return witnesses.filter((key) =>
    parts.signatures.some(
      (line) =>
        line.name === key.name &&
        line.keyHash.equals(keyHash(key, 4)) &&
        verifyCosignature(parts.text, line, key) === undefined,
    ),
  )
}

/**
 * The witness's own memory against ours. Only what carries both its cosignature and a signature of a key of this log
 * counts: a witness cannot invent a ledger for us. Keys count whatever their time: a thief's signature is evidence, too.
 */
export function* checkMemory(
  { witness, notes }: WitnessMemoryGiven,
  parts: {
    readonly origin: string
    readonly keys: KeyHistory
    readonly roots: ReadonlyMap<number, string>
    readonly size: number
    readonly published: ReadonlySet<number>
  },
): Generator<Finding> {
  const { origin, keys, roots, size: here, published } = parts
  for (const note of notes) {
    const [cosignature] = cosignaturesOn(note, [witness])
    const read = keysOf(keys)
      .map((key) => parseCheckpoint(note, origin, key))
      .find((each) => each !== undefined)
    if (cosignature === undefined || read === undefined) continue
    const { size, root } = read
    const values = { witness: witness.name, size, at: new Date(cosignature.at * 1000) }
    const at = `memory of ${witnessKey(witness).split('+')[0]}, ${size}`
    if (size > here) yield { code: 'witness-ahead', values: { ...values, here }, at }
    else if (roots.get(size) !== root)
      yield { code: 'witness-disagrees', values, at, expected: root, found: roots.get(size) ?? null }
    else if (!published.has(size)) yield { code: 'checkpoint-missing', values, at }
  }
}
