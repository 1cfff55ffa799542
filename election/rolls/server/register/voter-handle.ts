import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { parseCnic, type Cnic } from '../../core/identifiers.ts'

/**
 * Names for voters that may stand in an address: a CNIC there would end up in histories and logs. The CNIC encrypted
 * under a key of the house, always to the same name; whoever has the name alone learns nothing.
 */
export interface VoterHandles {
  handleOf(cnic: Cnic): string
  /** The CNIC behind a name; undefined for a name that this house did not give. */
  cnicOf(handle: string): Cnic | undefined
}

/** `secret`: 32 bytes that stay in the house. */
export function voterHandles(secret: Uint8Array): VoterHandles {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `voter handle ${use}`, 32))
  const names = key('names')
  const sealing = key('sealing')
  // As RFC 5297 has it: the nonce is a keyed hash of what is sealed, so that the same CNIC has one name.
  const nonceOf = (cnic: string) => createHmac('sha256', names).update(cnic).digest().subarray(0, 12)
  return {
    handleOf(cnic) {
      const nonce = nonceOf(cnic)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const sealed = Buffer.concat([cipher.update(cnic, 'latin1'), cipher.final()])
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
    },
    cnicOf(handle) {
      const bytes = Buffer.from(handle, 'base64url')
      if (bytes.length !== 12 + 13 + 16) return undefined
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(25))
      try {
        return parseCnic(decipher.update(bytes.subarray(12, 25), undefined, 'latin1') + decipher.final('latin1'))
      } catch {
        return undefined
      }
    },
  }
}
