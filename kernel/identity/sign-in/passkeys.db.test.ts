import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDoor, type TestBrowser } from './door.testkit.ts'
import { softPasskey, type CeremonyTruth } from './soft-passkey.testkit.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor(inject('postgresUrl'))
})
afterAll(() => door.drop())

const account = '/api/identity/account'
type Passkey = ReturnType<typeof softPasskey>

async function register(at: TestBrowser, passkey: Passkey, name = 'Laptop', truth: CeremonyTruth = {}) {
  const options = await at.post(`${account}/passkey-options`)
  return at.post(`${account}/passkeys`, { name, response: passkey.make(options.json, truth) })
}
async function signIn(at: TestBrowser, passkey: Passkey, truth: CeremonyTruth = {}) {
  const options = await at.post('/api/identity/sign-in/passkey-options')
  return at.post('/api/identity/sign-in/passkey', passkey.show(options.json, truth))
}
/** An officer with a registered passkey, who has signed out. */
async function officer(name: string) {
  const { accountId, ...rest } = await door.account(name)
  const at = door.browser()
  await rest.signIn(at)
  const passkey = softPasskey()
  expect((await register(at, passkey)).code).toBe('ok')
  await at.post('/api/identity/sign-out')
  return { ...rest, accountId, at, passkey }
}
const told = (accountId: string) => door.ledger.filter(({ subject }) => subject === accountId).map(({ act }) => act)

test('a passkey signs in without a name, and is both factors', async () => {
  const { at, passkey, accountId } = await officer('one')
  expect((await signIn(at, passkey)).code).toBe('ok')
  expect((await at.get('/api/identity/me')).json).toMatchObject({ accountId, mustEnrol: false })
  expect((await at.get('/api/identity/sessions')).json).toMatchObject([
    { method: 'passkey', own: true, family: 'IPv4' },
  ])
  expect(told(accountId)).toEqual(['account-made', 'passkey-added'])
})

test('an answer is good once: shown again, it is refused', async () => {
  const { at, passkey } = await officer('replayed')
  const options = await at.post('/api/identity/sign-in/passkey-options')
  const shown = passkey.show(options.json)
  expect((await at.post('/api/identity/sign-in/passkey', shown)).code).toBe('ok')
  await at.post('/api/identity/sign-out')
  expect((await at.post('/api/identity/sign-in/passkey', shown)).code).toBe('identity.passkey-refused')
})

test('an answer is good in the browser that was asked, within five minutes', async () => {
  const { at, passkey } = await officer('elsewhere')
  const options = await at.post('/api/identity/sign-in/passkey-options')
  const other = door.browser()
  await other.post('/api/identity/sign-in/passkey-options')
  expect((await other.post('/api/identity/sign-in/passkey', passkey.show(options.json))).code).toBe(
    'identity.passkey-refused',
  )
  const late = await at.post('/api/identity/sign-in/passkey-options')
  door.clock.advance(5 * 60_000 + 1)
  expect((await at.post('/api/identity/sign-in/passkey', passkey.show(late.json))).code).toBe(
    'identity.passkey-refused',
  )
})

test.each([
  ['made for another site', { origin: 'https://intikhab.example' }],
  ['bound to another site', { rpId: 'intikhab.example' }],
  ['shown without finger, face or PIN', { verified: false }],
])('a passkey %s is refused', async (_, truth) => {
  const { at, passkey } = await officer(`truth ${JSON.stringify(truth)}`)
  expect((await signIn(at, passkey, truth)).code).toBe('identity.passkey-refused')
  expect((await signIn(at, passkey)).code).toBe('ok')
  expect((await register(at, softPasskey(), 'Second', truth)).code).toBe('identity.passkey-refused')
})

test('a count that falls betrays a copy: it is refused and entered in the ledger', async () => {
  const { at, passkey, accountId } = await officer('copied')
  expect((await signIn(at, passkey)).code).toBe('ok')
  await at.post('/api/identity/sign-out')
  passkey.count = 1
  expect((await signIn(at, passkey)).code).toBe('identity.passkey-count-fell')
  expect(door.ledger.at(-1)).toMatchObject({
    act: 'passkey-count-fell',
    subject: accountId,
    actor: { kind: 'system' },
    detail: { passkey: passkey.id },
  })
  expect((await at.get('/api/identity/me')).status).toBe(401)
})

test('a passkey that does not count is used as often as one likes', async () => {
  const { at, passkey } = await officer('uncounted')
  await door.database.pool.query('update identity.passkey set counter = 0 where credential_id = $1', [passkey.id])
  for (let i = 0; i < 2; i++) {
    passkey.count = 0
    expect((await signIn(at, passkey)).code).toBe('ok')
  }
})

test('several passkeys have names, a foreign one is not removed, and the last way in stays', async () => {
  const { at, passkey, accountId, signIn: byPassword } = await officer('several')
  await byPassword(at)
  expect((await register(at, softPasskey(), 'Phone')).code).toBe('ok')
  const own = (await at.get(account)).json as { passkeys: { id: string; name: string }[] }
  expect(own.passkeys.map(({ name }) => name)).toEqual(['Laptop', 'Phone'])

  const stranger = await officer('stranger')
  expect((await at.post(`${account}/passkeys/${stranger.passkey.id}/removal`)).code).toBe('identity.passkey-unknown')

  await door.database.pool.query('delete from identity.password where account_id = $1', [accountId])
  const ids = own.passkeys.map(({ id }) => id)
  const removals = await Promise.all(ids.map((id) => at.post(`${account}/passkeys/${id}/removal`)))
  expect(removals.map(({ code }) => code).sort()).toEqual(['identity.last-method', 'ok'])
  expect(ids).toContain(passkey.id)
})

test('a passkey registered once belongs to nobody else', async () => {
  const { passkey } = await officer('first')
  const { signIn: byPassword } = await door.account('second')
  const at = door.browser()
  await byPassword(at)
  expect((await register(at, passkey)).code).toBe('identity.passkey-refused')
})

test('a passkey of another account is no step-up', async () => {
  const { at, passkey } = await officer('owner')
  const stranger = await officer('other owner')
  expect((await signIn(at, passkey)).code).toBe('ok')
  const options = await at.post('/api/identity/step-up/passkey-options')
  expect((await at.post('/api/identity/step-up', { passkey: stranger.passkey.show(options.json) })).code).toBe(
    'identity.passkey-refused',
  )
  const again = await at.post('/api/identity/step-up/passkey-options')
  expect((await at.post('/api/identity/step-up', { passkey: passkey.show(again.json) })).code).toBe('ok')
})

test('under any other name than the site’s own there are no passkeys', async () => {
  const at = door.browser('192.0.2.1', '192.0.2.80:8300')
  expect((await at.get('/api/identity/sign-in')).json).toMatchObject({ passkeys: false })
  expect((await at.post('/api/identity/sign-in/passkey-options')).code).toBe('identity.no-passkeys-here')
})

test('nonsense from a browser is a refusal', async () => {
  const at = door.browser()
  const { at: other, passkey } = await officer('nonsense')
  const shown = passkey.show((await other.post('/api/identity/sign-in/passkey-options')).json)
  const broken = { ...shown, response: { ...shown.response, authenticatorData: 'AAAA', clientDataJSON: 'AAAA' } }
  expect((await at.post('/api/identity/sign-in/passkey', broken)).code).toBe('identity.passkey-refused')
  expect((await at.post('/api/identity/sign-in/passkey', { ...shown, id: '' })).code).toBe('http.invalid-input')
})
