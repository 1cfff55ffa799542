import { randomBytes, verify } from 'node:crypto'
import { chmodSync, existsSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KeyAway, publicKeyOf, UnsafeKeyFile } from '@intikhab/kernel/ledger'
import { connectToken, type Token } from './connect-token.ts'
import { hasSoftHsm, softToken } from './softhsm.testkit.ts'
import { keyOfToken, keysInToken, tokenSigner } from './token-signer.ts'

describe.skipIf(!hasSoftHsm())('a PKCS#11 token', () => {
  let soft: ReturnType<typeof softToken>
  let token: Token
  beforeEach(() => {
    soft = softToken()
    token = connectToken(soft.place)
  })
  afterEach(() => soft.remove())

  test('makes a key inside itself once, names it, and signs what openssl’s Ed25519 verifies, small and large', async () => {
    expect(await keysInToken(token)).toEqual([])
    const publicKey = await keyOfToken(token, 'intikhab-ledger')
    expect(await keyOfToken(token, 'intikhab-ledger')).toEqual(publicKey)
    const second = await keyOfToken(token, 'intikhab-ledger-2')
    expect(await keysInToken(token)).toEqual(
      expect.arrayContaining([
        { label: 'intikhab-ledger', publicKey },
        { label: 'intikhab-ledger-2', publicKey: second },
      ]),
    )
    const signer = tokenSigner(token, 'example.org/ledger', publicKey)
    for (const bytes of [Buffer.from('a checkpoint'), randomBytes(2_000_000)]) {
      const signature = await signer.sign(bytes)
      expect(verify(null, bytes, publicKeyOf(publicKey), signature)).toBe(true)
      expect(verify(null, bytes, publicKeyOf(second), signature)).toBe(false)
    }
    const many = await Promise.all(Array.from({ length: 200 }, async (_, n) => signer.sign(Buffer.from(`${n}`))))
    expect(new Set(many.map((signature) => Buffer.from(signature).toString('hex'))).size).toBe(200)
  })

  test('that was unplugged is said to be away, and signs again when it is back', async () => {
    const signer = tokenSigner(token, 'example.org/ledger', await keyOfToken(token, 'intikhab-ledger'))
    await signer.sign(Buffer.from('before'))
    soft.unplug()
    await expect(signer.sign(Buffer.from('away'))).rejects.toThrow(KeyAway)
    await expect(signer.sign(Buffer.from('away'))).rejects.toThrow('The token “commission” is not there')
    soft.plugIn()
    expect(await signer.sign(Buffer.from('back'))).toHaveLength(64)
  })

  test('that refuses the PIN is asked once, not again by anybody, and again when the PIN has been corrected', async () => {
    soft.setPin('9999')
    await expect(keysInToken(token)).rejects.toThrow('refuses the PIN')
    const [remembered] = [statSync(soft.place.refusedPin)]
    expect(remembered.mode & 0o777).toBe(0o600)
    // A second program, and a third: the memory on the disk answers, so nothing is written anew.
    for (const another of [token, connectToken(soft.place)])
      await expect(keysInToken(another)).rejects.toThrow('It is not tried again')
    expect(statSync(soft.place.refusedPin).ino).toBe(remembered.ino)
    soft.setPin('1234')
    expect(await keysInToken(token)).toEqual([])
    expect(existsSync(soft.place.refusedPin)).toBe(false)
  })

  test('of another name, a module that is none, a key that is not in it and an open PIN file are said in one sentence', async () => {
    const asked = (change: Partial<typeof soft.place>) => keysInToken(connectToken({ ...soft.place, ...change }))
    await expect(asked({ token: { label: 'another' } })).rejects.toThrow('The token “another” is not there')
    await expect(asked({ token: { slot: 12345 } })).rejects.toThrow('The token in slot 12345 is not there')
    await expect(asked({ module: '/bin/true' })).rejects.toThrow('The PKCS#11 module /bin/true cannot be used')
    await expect(tokenSigner(token, 'a', randomBytes(32)).sign(Buffer.from('a'))).rejects.toThrow(
      'does not hold the key',
    )
    await expect(asked({ pin: { value: '1234' } })).resolves.toEqual([])
    chmodSync(`${soft.folder}/pin`, 0o644)
    await expect(keysInToken(connectToken(soft.place))).rejects.toThrow(UnsafeKeyFile)
  })
})
