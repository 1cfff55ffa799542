import { randomBytes } from 'node:crypto'
import { hashRecord, type RecordChange } from '@intikhab/kernel/ledger'
import type { Role } from '../rights/person.ts'
import type { DeviceKind, DevicePlace, RevocationReason } from './place.ts'

/** Whose a device is: an account, or whoever holds an office; nobody is named where neither is said. */
export interface DeviceHolder {
  readonly holderAccount: string | null
  readonly holderRole: Role | null
}

/** A device as identity holds it in memory. */
export interface Device extends DevicePlace {
  /** First 32 hex digits of the SHA-256 of the raw public key; the `keyid` of its signatures. */
  readonly keyId: string
  /** The 32 raw bytes of the Ed25519 public key, base64. */
  readonly publicKey: string
  readonly kind: DeviceKind
  readonly enrolledAt: Date
  readonly revokedAt: Date | null
}

/** A device with everything that is stored of it and entered in the ledger by its hash. */
export interface DeviceRecord extends Device, DeviceHolder {
  /** The account that made its enrolment. */
  readonly enrolledBy: string
  readonly revokedBy: string | null
  readonly revokeReason: RevocationReason | null
  /** 16 bytes beside a record that names a person's account; see `hashRecord`. */
  readonly salt: Buffer | null
}

/** The kind of record under which devices stand in the ledger. */
export const deviceRecordKind = 'identity.device'

/** Salt for a device of this holder: only an account needs it. */
export function saltFor({ holderAccount }: DeviceHolder): Buffer | null {
  return holderAccount === null ? null : randomBytes(16)
}

/** The fingerprint of a device's record. When it was last used is no part of it: that is no official act. */
export function hashDevice(device: DeviceRecord): string {
  const { keyId, publicKey, electionId, kind, scopeKind, scope, holderAccount, holderRole } = device
  const { enrolledAt, enrolledBy, revokedAt, revokedBy, revokeReason, salt } = device
  const bound = { keyId, publicKey, electionId, kind, scopeKind, scope, holderAccount, holderRole }
  const enrolled = { enrolledAt: enrolledAt.toISOString(), enrolledBy }
  const revoked = { revokedAt: revokedAt?.toISOString() ?? null, revokedBy, revokeReason }
  return hashRecord({ ...bound, ...enrolled, ...revoked }, salt ?? undefined)
}

/** What happened to a device, for the ledger; `before` is absent where it was enrolled just now. */
export function deviceChange(after: DeviceRecord, before?: DeviceRecord): RecordChange {
  return {
    record: `${deviceRecordKind}:${after.keyId}`,
    before: before === undefined ? null : hashDevice(before),
    after: hashDevice(after),
  }
}
