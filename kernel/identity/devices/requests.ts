import { createHash } from 'node:crypto'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import type { DeviceRecord } from './device-record.ts'

/** A station's phone to be enrolled in a list. */
export interface DeviceRequest {
  /** The 32 raw bytes of the Ed25519 public key, base64. */
  readonly publicKey: string
  readonly electionId: string
  /** The station for which it will sign, e.g. `NA-21/17`. */
  readonly scope: string
}

/** The key id of a raw Ed25519 public key: the first 32 hex digits of its SHA-256. */
export function deviceKeyId(rawPublicKey: Uint8Array): string {
  return createHash('sha256').update(rawPublicKey).digest('hex').slice(0, 32)
}

/** Reads the 32 bytes of a key written in canonical base64; undefined for anything else. */
export function findRawKey(publicKey: string): Buffer | undefined {
  const bytes = Buffer.from(publicKey, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === publicKey ? bytes : undefined
}

/** Reads a list of phones; the same one twice is one. Refuses `bad-device-key` and `device-elsewhere`. */
export function readRequests(
  requests: readonly DeviceRequest[],
  { by, at }: { readonly by: string; readonly at: Date },
): Outcome<DeviceRecord[]> {
  const nobody = { holderAccount: null, holderRole: null, salt: null }
  const untouched = { revokedAt: null, revokedBy: null, revokeReason: null }
  const devices = new Map<string, DeviceRecord>()
  for (const [i, { publicKey, electionId, scope }] of requests.entries()) {
    const raw = findRawKey(publicKey)
    if (raw === undefined) return refuse(identityRefusals['bad-device-key'], { field: `/devices/${i}/publicKey` })
    const keyId = deviceKeyId(raw)
    const twin = devices.get(keyId)
    if (twin !== undefined && (twin.electionId !== electionId || twin.scope !== scope))
      return refuse(identityRefusals['device-elsewhere'], { field: `/devices/${i}` })
    const bound = { kind: 'phone', electionId, scopeKind: 'station', scope } as const
    devices.set(keyId, { keyId, publicKey, ...bound, ...nobody, ...untouched, enrolledAt: at, enrolledBy: by })
  }
  return accept([...devices.values()])
}
