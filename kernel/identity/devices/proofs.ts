import { createPublicKey, randomBytes, verify } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { Asking } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { identityRefusals } from '../refusals.ts'
import type { Device } from './device-record.ts'
import type { Devices } from './devices.ts'
import { proofMessage, type DeviceProof, type ProofPurpose } from './proof-message.ts'

/** A challenge is good once, and for so long. */
const challengeMilliseconds = 120_000
/** ASN.1 head of an Ed25519 SubjectPublicKeyInfo (RFC 8410); the raw key follows. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** The request header in which an enrolled device proves itself: `keyId.challengeId.signature`, the last in base64url. */
const proofHeader = 'intikhab-device'

/** Whether the device of a raw public key (base64) signed a proof. */
export function isProofBy(publicKey: string, purpose: ProofPurpose, proof: Omit<DeviceProof, 'keyId'>): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, proofMessage(purpose, proof.challengeId), key, Buffer.from(proof.signature, 'base64'))
}

/** Proofs of devices, each over a challenge of its own. */
export interface Proofs {
  /** A new challenge: 32 random bytes, base64url, good once within two minutes. */
  challenge(): Promise<string>
  /**
   * Uses up the challenge of a proof and checks the signature; the device that signed. Refuses `device-proof-wrong`
   * for every fault; `device-revoked` and `device-term-over` only to whoever holds the key.
   */
  prove(purpose: ProofPurpose, proof: DeviceProof): Promise<Outcome<Device>>
  /** The key id of the enrolled device that a request proves to come from, by its header; undefined without a good one. */
  provenDevice(asking: Asking): Promise<string | undefined>
}

/** Uses up a challenge, in the caller's transaction where there is one; false for one unknown, used or lapsed. */
export async function useChallenge(db: Kysely<unknown>, challengeId: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ lapses_at: Date }>`
    delete from identity.device_challenge where challenge_id = ${challengeId} returning lapses_at`.execute(db)
  const [row] = rows
  return row !== undefined && row.lapses_at > at
}

export function createProofs(
  database: Database,
  devices: Pick<Devices, 'findDevice' | 'isOver' | 'noteUse'>,
  now: () => Date,
): Proofs {
  const db = database.tables<unknown>()

  async function prove(purpose: ProofPurpose, proof: DeviceProof): Promise<Outcome<Device>> {
    const wrong = refuse(identityRefusals['device-proof-wrong'])
    const device = devices.findDevice(proof.keyId)
    if (!(await useChallenge(db, proof.challengeId, now()))) return wrong
    if (device === undefined || !isProofBy(device.publicKey, purpose, proof)) return wrong
    if (device.revokedAt !== null) return refuse(identityRefusals['device-revoked'])
    if (devices.isOver(device)) return refuse(identityRefusals['device-term-over'])
    devices.noteUse(device.keyId)
    return accept(device)
  }

  return {
    async challenge() {
      const at = now()
      const challengeId = randomBytes(32).toString('base64url')
      await sql`with swept as (delete from identity.device_challenge where lapses_at <= ${at})
        insert into identity.device_challenge (challenge_id, lapses_at)
        values (${challengeId}, ${new Date(at.getTime() + challengeMilliseconds)})`.execute(db)
      return challengeId
    },
    prove,
    async provenDevice({ headers }) {
      const sent = headers[proofHeader]
      const parts = typeof sent === 'string' ? /^([0-9a-f]{32})\.([\w-]{43})\.([\w-]{86})$/.exec(sent) : null
      const [, keyId, challengeId, signature] = parts ?? []
      if (keyId === undefined || challengeId === undefined || signature === undefined) return undefined
      const proven = await prove('sign-in', {
        keyId,
        challengeId,
        signature: Buffer.from(signature, 'base64url').toString('base64'),
      })
      return proven.ok ? proven.value.keyId : undefined
    },
  }
}
