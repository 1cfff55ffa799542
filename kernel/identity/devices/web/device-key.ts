import { proofMessage, type DeviceProof, type ProofPurpose } from '../proof-message.ts'
import type { DeviceKind, DevicePlaceKind } from '../place.ts'

/** What this browser's device is enrolled as. */
export interface HeldPlace {
  readonly kind: DeviceKind
  readonly electionId: string
  readonly scopeKind: DevicePlaceKind
  readonly scope: string
}

/** A key of this browser; `place` is absent until the server has enrolled it. */
export interface HeldKey {
  readonly keyId: string
  /** 32 raw bytes, base64. */
  readonly publicKey: string
  /** Signs, and can be read out by nobody: `extractable` is false. */
  readonly privateKey: CryptoKey
  /** The enrolment code for which it was made, until it is enrolled. */
  readonly code?: string
  readonly place?: HeldPlace
  /** ISO 8601 in UTC. */
  readonly madeAt: string
}

const databaseName = 'intikhab-devices'
const storeName = 'keys'

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the keys cannot be read')))
  })
}

async function withKeys<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(databaseName, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName, { keyPath: 'keyId' }))
  const database = await answered(opening)
  try {
    const transaction = database.transaction(storeName, mode)
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the key cannot be kept')))
    })
    const result = await answered(act(transaction.objectStore(storeName)))
    // Only a completed transaction is on the disk: a key must not be enrolled before it is.
    await done
    return result
  } finally {
    database.close()
  }
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function makePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
}

/** Whether this browser can make and keep such a key: a page over https, Ed25519 in WebCrypto, a database. */
export async function canHoldKeys(): Promise<boolean> {
  try {
    await makePair()
    await withKeys('readonly', (store) => store.count())
    return true
  } catch {
    return false
  }
}

/** Every key of this browser, enrolled or not, the newest first. */
export async function listHeldKeys(): Promise<HeldKey[]> {
  const keys = await withKeys('readonly', (store) => store.getAll() as IDBRequest<HeldKey[]>)
  return keys.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** The key for an enrolment code: the one made for it before, if its answer was lost, else a new one. */
export async function keyForCode(code: string): Promise<HeldKey> {
  const before = (await listHeldKeys()).find((key) => key.code === code && key.place === undefined)
  if (before !== undefined) return before
  const pair = await makePair()
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  const keyId = hex(await crypto.subtle.digest('SHA-256', raw)).slice(0, 32)
  const madeAt = new Date().toISOString()
  const key: HeldKey = { keyId, publicKey: base64(raw), privateKey: pair.privateKey, code, madeAt }
  await withKeys('readwrite', (store) => store.put(key))
  return key
}

/** Remembers that a key is enrolled, and as what. */
export async function keepEnrolled({ keyId, publicKey, privateKey, madeAt }: HeldKey, place: HeldPlace): Promise<void> {
  const key: HeldKey = { keyId, publicKey, privateKey, madeAt, place }
  await withKeys('readwrite', (store) => store.put(key))
}

/** Forgets keys that never came to be enrolled: their codes were refused. */
export async function forgetKey(keyId: string): Promise<void> {
  await withKeys('readwrite', (store) => store.delete(keyId))
}

/** Signs a challenge of the server with a key of this browser. */
export async function proveKey(key: HeldKey, purpose: ProofPurpose, challengeId: string): Promise<DeviceProof> {
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, proofMessage(purpose, challengeId))
  return { keyId: key.keyId, challengeId, signature: base64(signature) }
}

/**
 * The request headers by which a sign-in proves to come from this browser's enrolled device; none where it holds none.
 * A device that cannot be proved stops nobody: the sign-in then comes from an ordinary browser.
 */
export async function deviceHeaders(): Promise<Readonly<Record<string, string>>> {
  try {
    const key = (await listHeldKeys()).find(({ place }) => place !== undefined)
    if (key === undefined) return {}
    const asked = await fetch('/api/identity/devices/challenge', { method: 'POST' })
    const { challengeId } = (await asked.json()) as { challengeId: string }
    const { signature } = await proveKey(key, 'sign-in', challengeId)
    const inUrl = signature.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    return { 'intikhab-device': `${key.keyId}.${challengeId}.${inUrl}` }
  } catch {
    return {}
  }
}
