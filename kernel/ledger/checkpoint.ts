import { signNote, verifyNote, type VerifierKey } from './note.ts'
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

/** A checkpoint of `origin` signed by `key`; undefined if the note is malformed, of another log or not so signed. */
export function parseCheckpoint(note: string, origin: string, key: VerifierKey): Checkpoint | undefined {
  const [first, size, root] = verifyNote(note, key)?.split('\n') ?? []
  if (first !== origin || size === undefined || !/^(0|[1-9]\d{0,15})$/.test(size)) return undefined
  const bytes = Buffer.from(root ?? '', 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== root) return undefined
  return { size: Number(size), root: bytes.toString('hex'), note }
}
