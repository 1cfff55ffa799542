import { generateKeyPairSync, sign } from 'node:crypto'
import { proofMessage, type ProofPurpose } from './proof-message.ts'
import { deviceKeyId } from './requests.ts'

/** A device with a key, as the enrolment page makes one. */
export function testDevice() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyId = deviceKeyId(raw)
  const signed = (purpose: ProofPurpose, challengeId: string) =>
    sign(null, proofMessage(purpose, challengeId), privateKey).toString('base64')
  return { keyId, publicKey: raw.toString('base64'), sign: signed }
}
