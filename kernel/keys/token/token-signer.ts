import { keyIdOf, publicKeyOf, type Signer } from '@intikhab/kernel/ledger'
import type { Token } from './connect-token.ts'
import type { FoundKey } from './messages.ts'

/** The signer of a key that lies in a token; the token is asked only when something is to be signed. */
export function tokenSigner(token: Token, name: string, publicKey: Buffer): Signer {
  return {
    name,
    keyId: keyIdOf(publicKey),
    publicKey,
    publicKeyPem: publicKeyOf(publicKey).export({ type: 'spki', format: 'pem' }),
    async sign(bytes) {
      const answer = await token.ask({ order: 'sign', publicKey, bytes })
      return Buffer.from(answer.bytes ?? [])
    },
  }
}

/** The keys in the token. Throws `KeyAway`. */
export async function keysInToken(token: Token): Promise<FoundKey[]> {
  const { keys = [] } = await token.ask({ order: 'keys' })
  return keys.map(({ label, publicKey }) => ({ label, publicKey: Buffer.from(publicKey) }))
}

/** The public key of the pair called `label`, made inside the token where there is none. Throws `KeyAway`. */
export async function keyOfToken(token: Token, label: string): Promise<Buffer> {
  const found = (await keysInToken(token)).find((key) => key.label === label)
  if (found !== undefined) return found.publicKey
  return Buffer.from((await token.ask({ order: 'make', label })).bytes ?? [])
}
