import { firstKey, isInTime, keysOf, type KeyHistory } from './key-history.ts'
import { parseNote, signNote, verifyNote, type VerifierKey } from './note.ts'
import type { Signer } from './signer.ts'

/** A signed tree head (https://c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Entries in the tree. */
  readonly size: number
  /** Root hash, 64 hex characters. */
  readonly root: string
  /** The whole signed note, as it lies in the file `checkpoint`. */
  readonly note: string
}

/** Signs the tree of `size` entries with `root` (hex), with one key or, where one follows another, with both. */
export async function signCheckpoint(
  origin: string,
  size: number,
  root: string,
  ...signers: readonly Signer[]
): Promise<Checkpoint> {
  const text = `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`
  return { size, root, note: await signNote(text, ...signers) }
}

/** What a note says as a checkpoint, whoever signed it; undefined if it is malformed. Nothing of it is believed yet. */
export function readCheckpoint(note: string): { readonly origin: string; readonly checkpoint: Checkpoint } | undefined {
  const [origin = '', size, root = ''] = parseNote(note)?.text.split('\n') ?? []
  if (origin === '' || size === undefined || !/^(0|[1-9]\d{0,14})$/.test(size)) return undefined
  const bytes = Buffer.from(root, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== root) return undefined
  return { origin, checkpoint: { size: Number(size), root: bytes.toString('hex'), note } }
}

/**
 * A checkpoint of `origin` signed by one of `keys` in its time, or by the one key given; undefined if the note is
 * malformed, of another log or not so signed.
 */
export function parseCheckpoint(note: string, origin: string, keys: KeyHistory | VerifierKey): Checkpoint | undefined {
  const read = readCheckpoint(note)
  if (read?.origin !== origin) return undefined
  const { checkpoint } = read
  const mark = { number: checkpoint.size, sha256: checkpoint.root }
  const history = 'current' in keys ? keys : firstKey(keys)
  const isSigned = keysOf(history).some(
    (key, index) => isInTime(history, index, origin, mark) && verifyNote(note, key) !== undefined,
  )
  return isSigned ? checkpoint : undefined
}
