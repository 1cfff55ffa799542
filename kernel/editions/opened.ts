import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { isInTime, keysOf, publicKeyOf, rawPublicKey, type KeyHistory } from '@intikhab/kernel/ledger'
import { parseManifest, sha256Of, type Manifest } from './manifest.ts'
import type { EditionStore } from './store.ts'

/** An edition that is not what its publisher signed; the message is one plain sentence. */
export class DamagedEdition extends Error {
  override readonly name = 'DamagedEdition'
}

/** A manifest whose signature has been verified. */
export interface SignedManifest {
  readonly manifest: Manifest
  /** SHA-256 of `manifest.json`: the edition's identity. */
  readonly sha256: string
}

/** An Ed25519 public key out of PEM; undefined if it is none. */
export function findPublicKey(pem: string | Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey(pem)
    rawPublicKey(key)
    return key
  } catch {
    return undefined
  }
}

/** True if `signature` is that of the key in `pem` over `manifest`. */
function isSigned(manifest: Buffer, signature: Buffer | undefined, pem: string | Buffer | undefined): boolean {
  const key = pem === undefined ? undefined : findPublicKey(pem)
  return (
    key !== undefined && signature !== undefined && signature.length === 64 && verify(null, manifest, key, signature)
  )
}

/** True if a key of `keys` signed the manifest and may have: in its time, and not another edition of that number. */
function isSignedInTime(
  keys: KeyHistory,
  { series, number }: Pick<Manifest, 'series' | 'number'>,
  bytes: Buffer,
  signature: Buffer | undefined,
): boolean {
  const mark = { number, sha256: sha256Of(bytes) }
  return (
    signature?.length === 64 &&
    keysOf(keys).some(
      ({ publicKey }, index) =>
        isInTime(keys, index, series, mark) && verify(null, bytes, publicKeyOf(publicKey), signature),
    )
  )
}

/**
 * Reads and verifies a manifest, under the publisher's `keys` or else under the edition's own `publisher.pem`.
 * Throws `DamagedEdition` if it is missing, malformed, of another series or number, or not signed.
 */
export async function readManifest(
  store: EditionStore,
  series: string,
  number: number,
  keys?: KeyHistory,
): Promise<SignedManifest> {
  const [bytes, signature, ownKey] = await Promise.all(
    ['manifest.json', 'manifest.sig', 'publisher.pem'].map((path) => store.read(series, number, path)),
  )
  const name = `Edition ${number} of ${series}`
  if (bytes === undefined) throw new DamagedEdition(`${name} has no manifest.`)
  const isGood =
    keys === undefined ? isSigned(bytes, signature, ownKey) : isSignedInTime(keys, { series, number }, bytes, signature)
  if (!isGood) throw new DamagedEdition(`${name} is not signed by its publisher.`)
  const manifest = parseManifest(bytes)
  if (manifest === undefined) throw new DamagedEdition(`${name} has a malformed manifest.`)
  if (manifest.series !== series || manifest.number !== number)
    throw new DamagedEdition(`${name} calls itself edition ${manifest.number} of ${manifest.series}.`)
  return { manifest, sha256: sha256Of(bytes) }
}
