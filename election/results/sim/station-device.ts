import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { payloadTypes, preAuthenticationEncoding, type Form, type FormBundle, type FormKind } from '../core/bundle.ts'

/** A presiding officer's device: an Ed25519 key bound to one station of one election. */
export interface StationDevice {
  readonly electionId: string
  readonly stationId: string
  /** First 32 hex characters of the SHA-256 of the raw public key. */
  readonly keyId: string
  /** The 32 raw bytes, base64: what is enrolled with identity. */
  readonly publicKey: string
  /** Signs a form as it stands; `announced` lets a test announce another form than it sends. */
  sign(form: Form, announced?: FormKind): FormBundle
  /** Signs any bytes, also such as are no form. */
  signPayload(payload: Buffer, announced: FormKind): FormBundle
}

/** ASN.1 head of an Ed25519 private key in PKCS#8 (RFC 8410); the 32 bytes of the seed follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The device of a station: the same seed, election and station make the same key. */
export function stationDevice(seed: string, electionId: string, stationId: string): StationDevice {
  const secret = createHash('sha256').update(`${seed}\n${electionId}\n${stationId}`).digest()
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, secret]), format: 'der', type: 'pkcs8' })
  const raw = rawPublicKey(key)
  const keyId = createHash('sha256').update(raw).digest('hex').slice(0, 32)
  return {
    electionId,
    stationId,
    keyId,
    publicKey: raw.toString('base64'),
    sign: (form, announced = form.form) => signBytes(Buffer.from(JSON.stringify(form)), announced, keyId, key),
    signPayload: (payload, announced) => signBytes(payload, announced, keyId, key),
  }
}

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url')
}

function signBytes(payload: Buffer, announced: FormKind, keyid: string, key: KeyObject): FormBundle {
  const payloadType = payloadTypes[announced]
  const signature = sign(null, preAuthenticationEncoding(payloadType, payload), key)
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid, sig: signature.toString('base64') }],
  }
}
