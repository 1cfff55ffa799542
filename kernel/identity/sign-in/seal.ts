import { compactDecrypt, CompactEncrypt } from 'jose'

/** Seals secrets of an account so that a stolen database alone tells none of them. */
export interface Seal {
  /** JWE (RFC 7516) with a shared key, A256GCM; bound to the account. */
  seal(accountId: string, secret: string): Promise<string>
  /** Throws where it was sealed with another key, for another account, or changed since. */
  open(accountId: string, sealed: string): Promise<string>
}

/** `key`: 32 bytes that are kept outside the database. */
export function createSeal(key: Uint8Array): Seal {
  return {
    seal: (accountId, secret) =>
      // The header is authenticated with the text: a secret moved to another account does not open.
      new CompactEncrypt(new TextEncoder().encode(secret))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', sub: accountId })
        .encrypt(key),
    async open(accountId, sealed) {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      if (protectedHeader['sub'] !== accountId) throw new Error('a sealed secret stands at another account')
      return new TextDecoder().decode(plaintext)
    },
  }
}
