/** What a device proves by its key. */
export type ProofPurpose = 'enrol' | 'sign-in'

/** What a device sends to prove itself. */
export interface DeviceProof {
  readonly keyId: string
  /** As the server gave it: 32 random bytes, base64url. */
  readonly challengeId: string
  /** Ed25519 over `proofMessage`, base64. */
  readonly signature: string
}

/**
 * The bytes that a device signs to prove itself. They begin with words of their own, so that a proof is never a signed
 * form, whose bytes begin with `DSSEv1`, nor the other way round.
 */
export function proofMessage(purpose: ProofPurpose, challengeId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`intikhab-device-proof/1 ${purpose} ${challengeId}`)
}

/** A key id in groups of four, as two people compare it: one reads aloud, the other looks. */
export function fingerprintGroups(keyId: string): string[] {
  return keyId.match(/.{1,4}/g) ?? []
}
