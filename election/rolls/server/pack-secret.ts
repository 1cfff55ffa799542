import { createHmac, hash } from 'node:crypto'
import { openSecretFile } from '@intikhab/kernel/files'
import { keyBytes } from '../core/look-up-pack.ts'

/** The secret without which a look-up pack tells nothing: CNICs are few enough to try them all. 32 bytes. */
export type PackSecret = Buffer

/** Reads the secret kept in `file` (mode 0600), making it on first use. Throws `CannotStart` if it is no such file. */
export function openPackSecret(file: string): PackSecret {
  return openSecretFile(file, 'the secret of the enquiry')
}

/**
 * The key function of a secret: the first 16 bytes of HMAC-SHA256(secret, text). Two one-shot hashes over kept
 * buffers, as RFC 2104 composes them: a third of the time of `createHmac`, which counts over a whole roll.
 */
export function packKey(secret: PackSecret): (text: string) => Buffer {
  const block = 64
  const longest = 64
  const inner = Buffer.alloc(block + longest, 0x36)
  const outer = Buffer.alloc(block + 32, 0x5c)
  for (const [i, byte] of secret.entries()) {
    inner[i] = byte ^ 0x36
    outer[i] = byte ^ 0x5c
  }
  return (text) => {
    // Whatever does not fit the kept buffers is none of ours, but must come out right all the same.
    if (text.length > longest || /[^\x20-\x7e]/.test(text))
      return createHmac('sha256', secret).update(text).digest().subarray(0, keyBytes)
    const end = block + inner.write(text, block, 'latin1')
    hash('sha256', inner.subarray(0, end), 'buffer').copy(outer, block)
    return hash('sha256', outer, 'buffer').subarray(0, keyBytes)
  }
}
