import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { openDoor, password } from './door.testkit.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor(inject('postgresUrl'))
})
afterAll(() => door.drop())
/** Yesterday's failures and sessions are over. */
beforeEach(() => door.clock.advance(25 * 3_600_000))

const account = '/api/identity/account'
const recovery = '/api/identity/sign-in/recovery'

/** An officer with fresh codes, still signed in. */
async function withCodes(name: string) {
  const staff = await door.account(name)
  const at = door.browser()
  expect((await staff.signIn(at)).code).toBe('ok')
  const { codes } = (await at.post(`${account}/recovery-codes`)).json as { codes: string[] }
  return { ...staff, at, codes }
}

test('a recovery code opens the door once, ends other sessions, and new ones take the place of all', async () => {
  const { at, accountId, codes } = await withCodes('lost phone')
  expect(codes).toHaveLength(10)
  expect(codes.every((code) => /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/.test(code))).toBe(true)
  const recover = (code: string, typed = password) =>
    door.browser().post(recovery, { name: 'Lost Phone', password: typed, code })
  expect((await recover(codes[0] ?? '', 'a stranger guesses')).code).toBe('identity.wrong-credentials')
  expect((await recover((codes[0] ?? '').toLowerCase().replaceAll('-', ' '))).code).toBe('ok')
  expect((await at.get('/api/identity/me')).status).toBe(401)
  expect((await recover(codes[0] ?? '')).code).toBe('identity.wrong-credentials')
  expect(door.ledger.at(-1)).toMatchObject({ act: 'recovery-code-used', subject: accountId, detail: { left: 9 } })

  const both = await Promise.all([recover(codes[1] ?? ''), recover(codes[1] ?? '')])
  expect(both.map(({ code }) => code).sort()).toEqual(['identity.wrong-credentials', 'ok'])
  const { rows } = await door.database.pool.query('select hash from identity.recovery_code')
  expect(JSON.stringify(rows)).not.toContain(codes[2])
})

test('new codes take the place of all there were', async () => {
  const { at, codes } = await withCodes('made again')
  await at.post(`${account}/recovery-codes`)
  const typed = { name: 'made again', password, code: codes[0] ?? '' }
  expect((await door.browser().post(recovery, typed)).code).toBe('identity.wrong-credentials')
  expect((await at.get(account)).json).toMatchObject({ recoveryCodes: { left: 10 } })
})

test('a code opens no other account', async () => {
  const { codes } = await withCodes('owner of codes')
  await withCodes('another officer')
  const typed = { name: 'another officer', password, code: codes[0] ?? '' }
  expect((await door.browser().post(recovery, typed)).code).toBe('identity.wrong-credentials')
})

test('an account without a password is recovered by the code alone', async () => {
  const { accountId, codes } = await withCodes('passkey only')
  await door.database.pool.query('delete from identity.password where account_id = $1', [accountId])
  const typed = { name: 'passkey only', password: '', code: codes[0] ?? '' }
  expect((await door.browser().post(recovery, typed)).code).toBe('ok')
})

test('guesses at recovery codes wait like guesses at passwords', async () => {
  await withCodes('guessed codes')
  const guess = () => door.browser().post(recovery, { name: 'guessed codes', password, code: 'AAAA-AAAA-AAAA-AAAA' })
  for (let i = 0; i < 5; i++) expect((await guess()).code).toBe('identity.wrong-credentials')
  expect((await guess()).code).toBe('identity.too-many-attempts')
})
