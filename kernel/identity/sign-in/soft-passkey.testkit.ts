import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a ceremony is answered under; the truth of a browser at `http://localhost:8300` where nothing is said. */
export interface CeremonyTruth {
  readonly origin?: string
  readonly rpId?: string
  /** The authenticator asked for finger, face or PIN. */
  readonly verified?: boolean
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** A passkey in memory, with a count that a test may turn back: what an authenticator does, ES256 (WebAuthn §6). */
export function softPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(32)
  const id = base64url(credentialId)
  const passkey = { id, count: 1, userHandle: '' }

  function clientData(type: string, challenge: string, { origin = 'http://localhost:8300' }: CeremonyTruth): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }
  /** rpIdHash, flags (present, verified, with or without a key), count. */
  function authenticatorData({ rpId = 'localhost', verified = true }: CeremonyTruth, withKey: boolean): Buffer {
    const head = Buffer.alloc(5)
    head[0] = 0x01 | (verified ? 0x04 : 0) | (withKey ? 0x40 : 0)
    head.writeUInt32BE(passkey.count++, 1)
    return Buffer.concat([sha256(rpId), head])
  }

  return Object.assign(passkey, {
    make(options: { challenge: string; user: { id: string } }, truth: CeremonyTruth = {}): RegistrationResponseJSON {
      passkey.userHandle = options.user.id
      const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const authData = Buffer.concat([
        authenticatorData(truth, true),
        Buffer.alloc(16),
        length,
        credentialId,
        isoCBOR.encode(cose),
      ])
      const attestation = new Map<string, string | Map<string, never> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', options.challenge, truth)),
          attestationObject: base64url(isoCBOR.encode(attestation)),
          transports: ['internal'],
        },
      }
    },
    show(options: { challenge: string }, truth: CeremonyTruth = {}): AuthenticationResponseJSON {
      const data = authenticatorData(truth, false)
      const client = clientData('webauthn.get', options.challenge, truth)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: passkey.userHandle,
        },
      }
    },
  })
}
