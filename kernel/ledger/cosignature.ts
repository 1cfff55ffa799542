import { verify } from 'node:crypto'
import { keyHash, parseNote, type NoteSignature, type VerifierKey } from './note.ts'
import { publicKeyOf, type FileSigner } from './signer.ts'

/** Cosignatures of witnesses with Ed25519 keys (https://c2sp.org/tlog-cosignature, `cosignature/v1`). */

const cosignature = 0x04

/** A witness's word that, at `at`, the checkpoint continued everything of this log that it had seen. */
export interface Cosignature {
  readonly key: VerifierKey
  /** Seconds since 1970 by the witness's own clock. */
  readonly at: number
  /** The line of the note, without its newline. */
  readonly line: string
}

/** The key of a witness as text: `name+hash+base64(0x04 ‖ public key)`. */
export function witnessKey(key: VerifierKey): string {
  const encoded = Buffer.concat([Buffer.from([cosignature]), key.publicKey]).toString('base64')
  return `${key.name}+${keyHash(key, cosignature).toString('hex')}+${encoded}`
}

/** Reads the key of a witness; undefined if it is malformed, of another type, or its hash is not its own. */
export function parseWitnessKey(text: string): VerifierKey | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text.trim())
  if (match === null) return undefined
  const bytes = Buffer.from(match[3] ?? '', 'base64')
  const key = { name: match[1] ?? '', publicKey: bytes.subarray(1) }
  const isOwn = keyHash(key, cosignature).toString('hex') === match[2]
  return bytes[0] === cosignature && bytes.length === 33 && isOwn ? key : undefined
}

function message(text: string, at: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${at}\n${text}`)
}

/** Cosigns the text of a checkpoint at `at` (seconds since 1970); the line, without its newline. */
export function cosign(text: string, signer: FileSigner, at: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  const signature = signer.sign(message(text, BigInt(at)))
  const bytes = Buffer.concat([keyHash(signer, cosignature), time, signature])
  return `— ${signer.name} ${bytes.toString('base64')}`
}

/** The cosignature that a line holds over `text`; undefined where it is not, or not rightly, that of `key`. */
export function verifyCosignature(text: string, line: NoteSignature, key: VerifierKey): Cosignature | undefined {
  if (line.name !== key.name || !line.keyHash.equals(keyHash(key, cosignature)) || line.signature.length !== 72)
    return undefined
  const at = line.signature.readBigUInt64BE()
  // 2^43 seconds lie 280,000 years ahead: such a time is no time, and a number keeps the rest exactly.
  if (at >= 1n << 43n) return undefined
  const isGood = verify(null, message(text, at), publicKeyOf(key.publicKey), line.signature.subarray(8))
  return isGood ? { key, at: Number(at), line: line.line } : undefined
}

/** The cosignatures of known witnesses on a note. Lines of others are passed over, as are false ones. */
export function cosignaturesOn(note: string, keys: readonly VerifierKey[]): Cosignature[] {
  const parts = parseNote(note)
  if (parts === undefined) return []
  return keys.flatMap((key) => {
    const found = parts.signatures.map((line) => verifyCosignature(parts.text, line, key))
    return found.find((each) => each !== undefined) ?? []
  })
}
