import { createPublicKey, hash, verify } from 'node:crypto'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { payloadTypes, preAuthenticationEncoding, type FormKind, type PayloadType } from '../core/bundle.ts'
import type { OpenedBundle } from '../core/judge.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { parseForm } from './form-schema.ts'

/** A station's device, as identity keeps it. */
export interface EnrolledDevice {
  readonly keyId: string
  /** 32 raw bytes, base64. */
  readonly publicKey: string
  readonly electionId: string
  readonly scope: string
  readonly revokedAt: Date | null
  /** The term for which it was enrolled is over. */
  readonly isOver: boolean
}

/** An envelope whose outer shape is right; nothing in it is believed yet. */
export interface Envelope {
  readonly announced: FormKind
  readonly payload: Buffer
  readonly keyId: string
  readonly signature: Buffer
  /** SHA-256 of the payload, hex. */
  readonly bundleId: string
}

/** A bundle with everything that is stored of it. */
export interface Opened extends OpenedBundle {
  readonly envelope: Envelope
  /** The payload as text, byte for byte. */
  readonly text: string
}

const kinds: Readonly<Record<PayloadType, FormKind>> = { [payloadTypes['45']]: '45', [payloadTypes['46']]: '46' }
const base64 = /^[A-Za-z0-9+/]+={0,2}$/
/** ASN.1 head of an Ed25519 SubjectPublicKeyInfo (RFC 8410): importing it costs a third of a JWK. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the outer shape of a DSSE envelope. Refuses `malformed` with the field at fault. */
export function readEnvelope(body: unknown): Outcome<Envelope> {
  const malformed = (field: string): Outcome<never> => refuse(resultsRefusals.malformed, { field })
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return malformed('/')
  const { payloadType, payload, signatures } = body as Readonly<Record<string, unknown>>
  if (typeof payloadType !== 'string' || !Object.hasOwn(kinds, payloadType)) return malformed('/payloadType')
  if (typeof payload !== 'string' || !base64.test(payload)) return malformed('/payload')
  if (!Array.isArray(signatures) || signatures.length !== 1) return malformed('/signatures')
  const first: unknown = signatures[0]
  if (typeof first !== 'object' || first === null) return malformed('/signatures/0')
  const { keyid, sig } = first as Readonly<Record<string, unknown>>
  if (typeof keyid !== 'string' || !/^[0-9a-f]{32}$/.test(keyid)) return malformed('/signatures/0/keyid')
  if (typeof sig !== 'string' || !base64.test(sig)) return malformed('/signatures/0/sig')
  const signature = Buffer.from(sig, 'base64')
  if (signature.length !== 64) return malformed('/signatures/0/sig')
  const bytes = Buffer.from(payload, 'base64')
  return accept({
    announced: kinds[payloadType as PayloadType],
    payload: bytes,
    keyId: keyid,
    signature,
    bundleId: hash('sha256', bytes, 'hex'),
  })
}

/** True if the device of `publicKey` (raw, base64) signed the envelope's payload under its payload type. */
export function isSignedBy(envelope: Envelope, publicKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  const signed = preAuthenticationEncoding(payloadTypes[envelope.announced], envelope.payload)
  return verify(null, signed, key, envelope.signature)
}

/** Believes an envelope: device known, signature right, payload a form. Nothing is parsed before it is verified. */
export function openBundle(envelope: Envelope, device: EnrolledDevice | undefined): Outcome<Opened> {
  if (device === undefined) return refuse(resultsRefusals['unknown-device'], { field: '/signatures/0/keyid' })
  if (!isSignedBy(envelope, device.publicKey))
    return refuse(resultsRefusals['wrong-signature'], { field: '/signatures/0/sig' })
  const text = findText(envelope.payload)
  const value = text === undefined ? undefined : findJson(text)
  if (text === undefined || value === undefined) return refuse(resultsRefusals.malformed, { field: '/payload' })
  const parsed = parseForm(value)
  if ('field' in parsed) return refuse(resultsRefusals.malformed, { field: `/payload/${parsed.field}` })
  const { electionId, scope, revokedAt, isOver } = device
  return accept({
    announced: envelope.announced,
    form: parsed.form,
    device: { electionId, scope, revoked: revokedAt !== null, isOver },
    envelope,
    text,
  })
}

function findText(bytes: Buffer): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
