import { createCipheriv } from 'node:crypto'
import { openSecretFile } from '@intikhab/kernel/files'
import type { Cnic } from '../../core/identifiers.ts'
import { keyText, secretCheckText } from '../../core/look-up/pack-description.ts'

/** The secret without which a look-up pack tells nothing: CNICs are few enough to try them all. 32 bytes. */
export type PackSecret = Buffer

/** Reads the secret kept in `file` (mode 0600), making it on first use. Throws `CannotStart` if it is no such file. */
export function openPackSecret(file: string): PackSecret {
  return openSecretFile(file, 'the secret of the enquiry')
}

/** Bytes of a block of AES (FIPS 197). */
export const cipherBlock = 16

/**
 * AES-256 of blocks that stand one after the other, each for itself. On texts of a single block AES is a keyed hash by
 * itself; thousands of blocks at a time cost four nanoseconds each, where HMAC-SHA256 costs two thousand.
 */
export function blockCipher(secret: PackSecret): (blocks: Uint8Array) => Buffer {
  const cipher = createCipheriv('aes-256-ecb', secret, null).setAutoPadding(false)
  return (blocks) => cipher.update(blocks)
}

/** The keys of CNICs in a pack with this salt: 16 bytes, of which entries have the first 8. */
export function keysOfPack(secret: PackSecret, salt: number): (cnic: Cnic) => Buffer {
  const encrypt = blockCipher(secret)
  const text = Buffer.from(keyText('0'.repeat(13), salt))
  return (cnic) => {
    text.write(cnic, 0, 13, 'latin1')
    return encrypt(text)
  }
}

/** What a pack says of its secret: `PackDescription.secretCheck`. */
export function secretCheckOf(secret: PackSecret): string {
  return blockCipher(secret)(Buffer.from(secretCheckText)).toString('hex')
}
