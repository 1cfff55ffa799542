import { generateKeyPairSync } from 'node:crypto'
import type { Grant } from './index.ts'

/** A raw Ed25519 public key, base64, as a device would send it. */
export function freshPublicKey(): string {
  const { publicKey } = generateKeyPairSync('ed25519')
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
}

export const officerOfNa21: Grant = { role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-21' } }
export const secretariat: Grant = { role: 'secretariat', scope: { kind: 'national' } }

/** A key of sign-in for tests; a real one lies in a file of its own. */
export const sealKey = Buffer.alloc(32, 7)
