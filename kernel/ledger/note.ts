import { createHash, verify } from 'node:crypto'
import { publicKeyOf, type Signer } from './signer.ts'

/** C2SP signed notes (https://c2sp.org/signed-note) with Ed25519 keys. */

const ed25519 = 0x01

/** Whose signature is believed. */
export interface VerifierKey {
  readonly name: string
  readonly publicKey: Buffer
}

/** The four bytes that name a key beside its name: SHA-256(name ‖ LF ‖ 0x01 ‖ public key)[:4]. */
function keyHash({ name, publicKey }: VerifierKey): Buffer {
  const text = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ed25519]), publicKey])
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

/** Signs `text`, which ends in a newline. */
export function signNote(text: string, signer: Signer): string {
  const signature = Buffer.concat([keyHash(signer), signer.sign(Buffer.from(text))])
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`
}

/**
 * The text of a note that `key` has signed; undefined if it has not, or if the note is malformed. Signatures of other
 * keys (witnesses) are passed over; a false one under `key` spoils the note.
 */
export function verifyNote(note: string, key: VerifierKey): string | undefined {
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n')) return undefined
  const text = note.slice(0, blank + 1)
  const hash = keyHash(key)
  let signed = false
  for (const line of note.slice(blank + 2, -1).split('\n')) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line)
    if (match === null) return undefined
    const signature = Buffer.from(match[2] ?? '', 'base64')
    if (match[1] !== key.name || !signature.subarray(0, 4).equals(hash)) continue
    if (!verify(null, Buffer.from(text), publicKeyOf(key.publicKey), signature.subarray(4))) return undefined
    signed = true
  }
  return signed ? text : undefined
}
