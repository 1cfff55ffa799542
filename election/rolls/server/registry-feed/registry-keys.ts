import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { CannotStart } from '@intikhab/kernel/database'

/** The keys by which the registry may sign, by their name. */
export type RegistryKeys = ReadonlyMap<string, KeyObject>

/** The name of a key: the first 16 hex digits of SHA-256 over its SubjectPublicKeyInfo in DER, as `openssl pkey -pubin -outform DER | sha256sum` begins. */
export function keyName(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

/**
 * The public keys of a file: PEM blocks one after the other, Ed25519. Each is good from when it is added until it is taken
 * out: that is how the registry changes its key. None where there is no file. Throws `CannotStart` for any other key.
 */
export function readRegistryKeys(file: string): RegistryKeys {
  const pem = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []
  const keys = blocks.map((block) => {
    const key = readable(block)
    if (key?.asymmetricKeyType !== 'ed25519')
      throw new CannotStart(`${file} holds a key that is not Ed25519: the registry signs with Ed25519 alone.`)
    return [keyName(key), key] as const
  })
  return new Map(keys)
}

function readable(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem)
  } catch {
    return undefined
  }
}

/** Whether `signature` (base64) is the key's over these bytes. */
export function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(signature, 'base64')
  return raw.length === 64 && verify(null, bytes, key, raw)
}
