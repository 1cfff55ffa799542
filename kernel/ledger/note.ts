import { createHash, verify } from 'node:crypto'
import { publicKeyOf, type Signer } from './signer.ts'

/** C2SP signed notes (https://c2sp.org/signed-note) with Ed25519 keys. */

const ed25519 = 0x01

/** Whose signature is believed. */
export interface VerifierKey {
  readonly name: string
  readonly publicKey: Buffer
}

/**
 * The four bytes that name a key beside its name: SHA-256(name ‖ LF ‖ type ‖ public key)[:4]. `type` is 0x01 for a log's
 * signature, 0x04 for a witness's cosignature.
 */
export function keyHash({ name, publicKey }: VerifierKey, type: number = ed25519): Buffer {
  const text = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), publicKey])
  return createHash('sha256').update(text).digest().subarray(0, 4)
}

/** The verifier key as text: `name+hash+base64(0x01 ‖ public key)`. */
export function verifierKey(key: VerifierKey): string {
  const encoded = Buffer.concat([Buffer.from([ed25519]), key.publicKey]).toString('base64')
  return `${key.name}+${keyHash(key).toString('hex')}+${encoded}`
}

/** Reads a verifier key; undefined if it is malformed or its hash is not its own. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim())
  if (match === null) return undefined
  const bytes = Buffer.from(match[3] ?? '', 'base64')
  const key = { name: match[1] ?? '', publicKey: bytes.subarray(1) }
  return bytes[0] === ed25519 && bytes.length === 33 && keyHash(key).toString('hex') === match[2] ? key : undefined
}

/** A note taken apart; nothing of it is believed yet. */
export interface NoteParts {
  /** What is signed, with its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  /** Four bytes, and what stands behind them. */
  readonly keyHash: Buffer
  readonly signature: Buffer
  /** The line as it stands, without its newline. */
  readonly line: string
}

/** Reads one line of a signature; undefined if it is malformed. */
export function parseSignature(line: string): NoteSignature | undefined {
  const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line)
  if (match === null) return undefined
  const bytes = Buffer.from(match[2] ?? '', 'base64')
  return { name: match[1] ?? '', keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4), line }
}

/** Takes a note apart; undefined if it is malformed. */
export function parseNote(note: string): NoteParts | undefined {
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n')) return undefined
  const signatures = note
    .slice(blank + 2, -1)
    .split('\n')
    .map(parseSignature)
  return signatures.every((each) => each !== undefined) ? { text: note.slice(0, blank + 1), signatures } : undefined
}

/** Signs `text`, which ends in a newline, with one key or several. */
export async function signNote(text: string, ...signers: readonly Signer[]): Promise<string> {
  let note = `${text}\n`
  for (const signer of signers) {
    const signature = Buffer.concat([keyHash(signer), await signer.sign(Buffer.from(text))])
    note += `— ${signer.name} ${signature.toString('base64')}\n`
  }
  return note
}

/**
 * The text of a note that `key` has signed; undefined if it has not, or if the note is malformed. Signatures of other
 * keys (witnesses) are passed over; a false one under `key` spoils the note.
 */
export function verifyNote(note: string, key: VerifierKey): string | undefined {
  const parts = parseNote(note)
  if (parts === undefined) return undefined
  const hash = keyHash(key)
  const own = parts.signatures.filter((each) => each.name === key.name && each.keyHash.equals(hash))
  const isGood = own.every(({ signature }) =>
    verify(null, Buffer.from(parts.text), publicKeyOf(key.publicKey), signature),
  )
  return own.length > 0 && isGood ? parts.text : undefined
}
