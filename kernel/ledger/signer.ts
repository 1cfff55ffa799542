import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeNewDurably } from './durable.ts'

/** An Ed25519 key that signs checkpoints or editions. */
export interface Signer {
  /** Key name of the signed-note format, without spaces or plus. */
  readonly name: string
  /** First 32 hex characters of the SHA-256 of the raw public key. */
  readonly keyId: string
  /** The 32 raw bytes of RFC 8032. */
  readonly publicKey: Buffer
  /** SubjectPublicKeyInfo, as `openssl` reads it. */
  readonly publicKeyPem: string
  /** Raw 64-byte signature. Throws or rejects with `KeyAway` while the key cannot be reached. */
  sign(bytes: Uint8Array): Buffer | Promise<Buffer>
}

/** A key that lies in a file and signs at once. */
export interface FileSigner extends Signer {
  sign(bytes: Uint8Array): Buffer
}

/** A key that others hold: what it signed can be verified here, and nothing signed. */
export function withoutSecret({ name, publicKey }: { readonly name: string; readonly publicKey: Buffer }): Signer {
  return {
    name,
    keyId: keyIdOf(publicKey),
    publicKey,
    publicKeyPem: publicKeyOf(publicKey).export({ type: 'spki', format: 'pem' }),
    sign: () => Promise.reject(new KeyAway(`The secret of the key ${name} is not in this program.`)),
  }
}

/** The key cannot be used at the moment, or not by us: its token is away or refuses; the message is one plain sentence. */
export class KeyAway extends Error {
  override readonly name = 'KeyAway'
}

/** A key file that must not be used, or is no Ed25519 key; the message is one plain sentence. */
export class UnsafeKeyFile extends Error {
  override readonly name = 'UnsafeKeyFile'
}

/** The 32 raw bytes of an Ed25519 public key. Throws `UnsafeKeyFile` if it is a key of another kind. */
export function rawPublicKey(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UnsafeKeyFile(`This is a key of type ${key.asymmetricKeyType}, not Ed25519.`)
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
}

/** The public key of an edition or a log, out of its 32 raw bytes. */
export function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
}

/** Identity of a public key: the first 32 hex characters of the SHA-256 of its raw bytes. */
export function keyIdOf(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 32)
}

function readKey(file: string): KeyObject {
  const mode = statSync(file).mode & 0o777
  if ((mode & 0o077) !== 0)
    throw new UnsafeKeyFile(
      `The key file ${file} has mode 0${mode.toString(8)}: others can read it. Make it 0600, or make a new key.`,
    )
  try {
    return createPrivateKey(readFileSync(file))
  } catch (error) {
    throw new UnsafeKeyFile(`The key file ${file} holds no private key in PKCS#8 PEM: ${(error as Error).message}`)
  }
}

/**
 * Opens the Ed25519 key in `file` (PKCS#8 PEM, mode 0600), making it on first use. `name` is its name in signed notes.
 * Throws `UnsafeKeyFile` if others can read the file or it holds no such key.
 */
export function openSigner(file: string, name: string): FileSigner {
  assertName(name)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const made = generateKeyPairSync('ed25519').privateKey
    writeNewDurably(file, made.export({ type: 'pkcs8', format: 'pem' }), 0o600)
  }
  return readSigner(file, name)
}

function assertName(name: string): void {
  if (!/^[^\s+]+$/u.test(name))
    throw new UnsafeKeyFile(`“${name}” cannot name a key: it is empty or has a space or a plus.`)
}

/** The same of a key that must be there. Throws `UnsafeKeyFile`, also where it is not. */
export function readSigner(file: string, name: string): FileSigner {
  assertName(name)
  if (!existsSync(file)) throw new UnsafeKeyFile(`There is no key file ${file}.`)
  const key = readKey(file)
  const publicKey = createPublicKey(key)
  const raw = rawPublicKey(publicKey)
  return {
    name,
    keyId: keyIdOf(raw),
    publicKey: raw,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
    sign: (bytes) => sign(null, bytes, key),
  }
}
