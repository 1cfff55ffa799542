import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { createIdentity, totpCode } from '../index.ts'
import { openDoor, password } from './door.testkit.ts'
import { softPasskey } from './soft-passkey.testkit.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor(inject('postgresUrl'))
})
afterAll(() => door.drop())
/** Yesterday's failures and sessions are over. */
beforeEach(() => door.clock.advance(25 * 3_600_000))

const account = '/api/identity/account'
const told = (accountId: string) => door.ledger.filter(({ subject }) => subject === accountId).map(({ act }) => act)

async function signedIn(name: string) {
  const staff = await door.account(name)
  const at = door.browser()
  expect((await staff.signIn(at)).code).toBe('ok')
  return { ...staff, at }
}

test('ways to sign in are changed only soon after the second factor', async () => {
  const { at, code } = await signedIn('stale')
  door.clock.advance(11 * 60_000)
  for (const path of ['passkey-options', 'authenticator', 'recovery-codes'])
    expect((await at.post(`${account}/${path}`)).code).toBe('http.fresh-factor-required')
  expect((await at.post(`${account}/password`, { old: password, password: 'four quiet rivers run' })).code).toBe(
    'http.fresh-factor-required',
  )
  expect((await at.post('/api/identity/step-up', { code: code() })).code).toBe('ok')
  expect((await at.post(`${account}/authenticator`)).code).toBe('ok')
})

test('a step-up gives the session a new token; the old one opens nothing once requests under way have passed', async () => {
  const { at, code } = await signedIn('rotated')
  const before = at.cookies.get('intikhab') ?? ''
  expect((await at.post('/api/identity/step-up', { code: code() })).code).toBe('ok')
  expect(at.cookies.get('intikhab')).not.toBe(before)
  const thief = door.browser()
  thief.cookies.set('intikhab', before)
  expect((await thief.get('/api/identity/me')).status).toBe(200)
  door.clock.advance(20_001)
  expect((await thief.get('/api/identity/me')).status).toBe(401)
  expect((await at.get('/api/identity/me')).status).toBe(200)
})

test('a code used for the sign-in is no step-up, and wrong ones make the session wait, not the officer', async () => {
  const { at, totpSecret, accountId, signIn } = await signedIn('guessed')
  const used = totpCode(totpSecret, door.clock.now())
  const stepUp = (code: string) => at.post('/api/identity/step-up', { code })
  expect((await stepUp(used)).code).toBe('identity.wrong-credentials')
  for (let i = 0; i < 4; i++) expect((await stepUp('000000')).code).toBe('identity.wrong-credentials')
  expect((await stepUp('000000')).code).toBe('identity.too-many-attempts')
  expect(told(accountId)).toContain('sign-in-locked')
  expect((await signIn(door.browser('192.0.2.77'))).code).toBe('ok')
})

test('a stolen session opens nothing after sign-out', async () => {
  const { at } = await signedIn('stolen')
  const thief = door.browser('198.51.100.7')
  thief.cookies.set('intikhab', at.cookies.get('intikhab') ?? '')
  expect((await thief.get('/api/identity/me')).status).toBe(200)
  await at.post('/api/identity/sign-out')
  expect((await thief.get('/api/identity/me')).status).toBe(401)
})

test('signing in again at the same browser ends the session before, and keeps the mark', async () => {
  const { at, signIn } = await signedIn('again')
  const [before, mark] = [at.cookies.get('intikhab') ?? '', at.cookies.get('intikhab-browser')]
  await signIn(at)
  const thief = door.browser()
  thief.cookies.set('intikhab', before)
  expect((await thief.get('/api/identity/me')).status).toBe(401)
  expect(at.cookies.get('intikhab-browser')).toBe(mark)
})

test('sessions are listed to their owner and ended one by one, all at once, and by a supervisor', async () => {
  const { at, signIn, accountId } = await signedIn('listed')
  const others = [door.browser('2001:db8::1'), door.browser('::ffff:192.0.2.9'), door.browser()]
  for (const each of others) await signIn(each)
  const list = (await at.get('/api/identity/sessions')).json as {
    id: string
    own: boolean
    device: string
    family: string
  }[]
  expect(list.map(({ family }) => family).sort()).toEqual(['IPv4', 'IPv4', 'IPv4', 'IPv6'])
  expect(new Set(list.map(({ device }) => device)).size).toBe(4)
  expect(list.every(({ device }) => /^browser-[0-9a-f]{16}$/.test(device))).toBe(true)

  const far = list.find(({ family }) => family === 'IPv6')
  const stranger = await signedIn('not listed')
  expect((await stranger.at.post(`/api/identity/sessions/${far?.id}/end`)).code).toBe('identity.session-unknown')
  expect((await at.post(`/api/identity/sessions/${far?.id}/end`)).code).toBe('ok')
  expect((await others[0]?.get('/api/identity/me'))?.status).toBe(401)
  expect((await at.post('/api/identity/sessions/end-others')).json).toEqual({ ended: 2 })
  expect((await at.get('/api/identity/me')).status).toBe(200)

  const supervisor = { kind: 'account', id: 'supervisor', device: 'browser-1' } as const
  expect(await door.identity.signIn.endSessionsOf(accountId, supervisor)).toBe(1)
  expect((await at.get('/api/identity/me')).status).toBe(401)
  expect(door.ledger.at(-1)).toMatchObject({
    act: 'session-ended-by-supervisor',
    subject: accountId,
    actor: supervisor,
    detail: { sessions: 1 },
  })
  expect(await door.identity.signIn.endSessionsOf(accountId, supervisor)).toBe(0)
})

test('a password is changed with the one before, is none of the common ones, and ends the other sessions', async () => {
  const { at, accountId, signIn, code } = await signedIn('changer')
  const other = door.browser()
  await signIn(other)
  const change = (old: string, next: string) => at.post(`${account}/password`, { old, password: next })
  expect((await change('a stranger guesses', 'four quiet rivers run')).code).toBe('identity.wrong-password')
  expect((await change(password, 'password1234')).code).toBe('identity.weak-password')
  expect((await change(password, 'four quiet rivers run')).code).toBe('ok')
  expect((await other.get('/api/identity/me')).status).toBe(401)
  expect((await at.get('/api/identity/me')).status).toBe(200)
  expect((await signIn(door.browser())).code).toBe('identity.wrong-credentials')
  const typed = { name: 'changer', password: 'four quiet rivers run', code: code() }
  expect((await door.browser().post('/api/identity/sign-in', typed)).code).toBe('ok')
  expect(told(accountId)).toContain('password-changed')
})

test('a new app is in force when one of its codes is confirmed, and that code is used up', async () => {
  const { at, accountId, totpSecret } = await signedIn('new app')
  const { secret } = (await at.post(`${account}/authenticator`)).json as { secret: string }
  const confirm = (code: string) => at.post(`${account}/authenticator/confirmation`, { code })
  expect((await confirm(totpCode(totpSecret, door.clock.now()))).code).toBe('identity.wrong-code')
  const code = totpCode(secret, door.clock.now())
  expect((await confirm(code)).code).toBe('ok')
  expect((await confirm(code)).code).toBe('identity.too-late')
  const typed = { name: 'new app', password, code }
  expect((await door.browser().post('/api/identity/sign-in', typed)).code).toBe('identity.wrong-credentials')
  door.clock.advance(30_000)
  const next = { ...typed, code: totpCode(secret, door.clock.now()) }
  expect((await door.browser().post('/api/identity/sign-in', next)).code).toBe('ok')
  expect(told(accountId)).toContain('totp-set')
})

test('strangers who guess a name from everywhere do not slow down the officer at the own browser', async () => {
  const { at, code, accountId } = await signedIn('besieged')
  const typed = { name: 'besieged', password, code: code() }
  for (let i = 0; i < 50; i++)
    await door
      .browser(`198.51.100.${i}`)
      .post('/api/identity/sign-in', { name: 'besieged', password: 'a stranger guesses', code: '000000' })
  expect((await door.browser('203.0.113.1').post('/api/identity/sign-in', typed)).code).toBe(
    'identity.too-many-attempts',
  )
  expect((await at.post('/api/identity/sign-in', typed)).code).toBe('ok')
  expect(told(accountId).filter((act) => act === 'sign-in-locked')).toHaveLength(1)
})

test('an invited person holds no office until a way to sign in suffices', async () => {
  const { accountId } = await door.account('invited')
  await door.database.pool.query('delete from identity.password where account_id = $1', [accountId])
  await door.database.pool.query('delete from identity.authenticator where account_id = $1', [accountId])
  const enter = async () => {
    const at = door.browser()
    for (const set of await door.identity.signIn.sessions.begin(
      accountId,
      { headers: {}, ip: '192.0.2.1' },
      'invitation',
    )) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      at.cookies.set(name, value)
    }
    return at
  }
  const at = await enter()
  const me = async () => (await at.get('/api/identity/me')).json
  expect(await me()).toMatchObject({ mustEnrol: true, grants: [], acts: [] })
  expect((await at.post(`${account}/recovery-codes`)).code).toBe('identity.enrol-first')
  expect((await at.post(`${account}/password`, { password: 'four quiet rivers run' })).code).toBe('ok')
  expect(await me()).toMatchObject({ mustEnrol: true, grants: [] })
  const { secret } = (await at.post(`${account}/authenticator`)).json as { secret: string }
  const code = totpCode(secret, door.clock.now())
  expect((await at.post(`${account}/authenticator/confirmation`, { code })).code).toBe('ok')
  expect(await me()).toMatchObject({ mustEnrol: false, grants: [{ role: 'returning-officer' }] })

  const other = await enter()
  const options = await other.post(`${account}/passkey-options`)
  const response = softPasskey().make(options.json)
  expect((await other.post(`${account}/passkeys`, { name: 'Phone', response })).code).toBe('ok')
  expect((await other.get('/api/identity/me')).json).toMatchObject({ mustEnrol: false })
})

test('secrets of apps lie sealed: what an older version left in the clear is sealed at the start', async () => {
  const { accountId, totpSecret, signIn } = await door.account('older')
  const stored = async () => {
    const query = 'select sealed, unsealed from identity.authenticator where account_id = $1'
    return (await door.database.pool.query<{ sealed: string | null; unsealed: string | null }>(query, [accountId]))
      .rows[0]
  }
  expect(JSON.stringify(await stored())).not.toContain(totpSecret)
  await door.database.pool.query(
    'update identity.authenticator set sealed = null, unsealed = $2 where account_id = $1',
    [accountId, totpSecret],
  )
  expect((await signIn(door.browser())).code).toBe('identity.wrong-credentials')
  await door.identity.signIn.start()
  expect(await stored()).toMatchObject({ sealed: expect.stringMatching(/^ey/), unsealed: null })
  expect((await signIn(door.browser())).code).toBe('ok')
})

test('a sealed secret opens only with the key, and only at its own account', async () => {
  const one = await door.account('sealed one')
  const two = await door.account('sealed two')
  await door.database.pool.query(
    `update identity.authenticator set sealed =
      (select sealed from identity.authenticator where account_id = $1) where account_id = $2`,
    [one.accountId, two.accountId],
  )
  const code = totpCode(one.totpSecret, door.clock.now())
  expect((await door.browser().post('/api/identity/sign-in', { name: 'sealed two', password, code })).status).toBe(500)
  const other = createIdentity({
    database: door.database,
    now: door.clock.now,
    secure: false,
    record: () => Promise.resolve(),
    signIn: { sealKey: Buffer.alloc(32, 8) },
  })
  await other.signIn.start()
  expect((await one.signIn(door.browser())).code).toBe('ok')
})
