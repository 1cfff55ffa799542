import { disagreements } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { totpCode } from '../index.ts'
import { openDoor } from './door.testkit.ts'
import { softPasskey } from './soft-passkey.testkit.ts'
import { auditedWays } from './ways.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor(inject('postgresUrl'))
})
afterAll(() => door.drop())

const account = '/api/identity/account'

const disagreeing = () => disagreements([auditedWays(door.database)], door.ledger)

/** An officer with every way in that there is. */
async function officer(name: string) {
  const staff = await door.account(name)
  const at = door.browser()
  await staff.signIn(at)
  const passkey = softPasskey()
  const options = await at.post(`${account}/passkey-options`)
  await at.post(`${account}/passkeys`, { name: 'Laptop', response: passkey.make(options.json) })
  const { codes } = (await at.post(`${account}/recovery-codes`)).json as { codes: string[] }
  return { ...staff, at, passkey, codes }
}

test('every change of the ways into an account is in the ledger, and uses of them are none', async () => {
  const { at, passkey, codes } = await officer('one')
  expect(await disagreeing()).toEqual([])
  await at.post(`${account}/password`, { old: 'thirty thousand stations', password: 'four quiet rivers run' })
  const { secret } = (await at.post(`${account}/authenticator`)).json as { secret: string }
  await at.post(`${account}/authenticator/confirmation`, { code: totpCode(secret, door.clock.now()) })
  await at.post(`${account}/passkeys/${passkey.id}/removal`)
  const typed = { name: 'one', password: 'four quiet rivers run', code: codes[0] }
  expect((await door.browser().post('/api/identity/sign-in/recovery', typed)).code).toBe('ok')
  const acts = door.ledger.filter(({ changes = [] }) => changes.some(({ record }) => record.includes('ways')))
  expect(acts.map(({ act }) => act)).toEqual([
    'account-made',
    'passkey-added',
    'recovery-codes-made',
    'password-changed',
    'totp-set',
    'passkey-removed',
    'recovery-code-used',
  ])
  expect(await disagreeing()).toEqual([])
})

test.each([
  [
    'a passkey',
    `insert into identity.passkey (credential_id, account_id, public_key, counter, transports, name, made_at)
      values ('planted', $1, '\\x00', 0, '{}', 'x', now())`,
  ],
  ['a password', "update identity.password set hash = 'planted' where account_id = $1"],
  ['a sealed secret', "update identity.authenticator set sealed = 'planted' where account_id = $1"],
  ['a recovery code', "insert into identity.recovery_code (hash, account_id, made_at) values ('\\x00', $1, now())"],
  ['a tie to the directory', "insert into identity.directory_link values ('https://d.example', 'x', $1, now())"],
  ['the loss of all passkeys', 'delete from identity.passkey where account_id = $1'],
])('%s planted in the database by hand is found', async (what, query) => {
  const { accountId } = await officer(`victim of ${what}`)
  const before = await disagreeing()
  await door.database.pool.query(query, [accountId])
  expect((await disagreeing()).filter((record) => !before.includes(record))).toEqual([
    `identity.ways:${accountId}: differs`,
  ])
})
