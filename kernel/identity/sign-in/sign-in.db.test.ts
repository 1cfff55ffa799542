import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { acts, createIdentity, identityMigrations, totpCode, type Identity } from '../index.ts'
import { officerOfNa21, sealKey } from '../testing.testkit.ts'

const clock = testClock('2018-07-25T18:00:00Z')
let database: Database
let drop: () => Promise<void>
let identity: Identity
let http: HttpServer
let officer: { accountId: string; totpSecret: string }
const password = 'thirty thousand stations'

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [identityMigrations]))
  identity = createIdentity({
    database,
    now: clock.now,
    secure: false,
    record: () => Promise.resolve(),
    signIn: { sealKey },
  })
  http = createHttp({
    version: 'test',
    authenticate: identity.authenticate,
    grantFor: identity.grantFor,
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(identity.routes)
  const made = await identity.accounts.create({
    signInName: 'RO.NA21',
    name: 'Returning Officer NA-21',
    password,
    grants: [officerOfNa21],
  })
  if (!made.ok) throw new Error(made.refusal.kind.code)
  officer = made.value
})
afterAll(() => drop())
/** Each test signs in with codes of its own and without yesterday's failures. */
beforeEach(() => clock.advance(25 * 3_600_000))

interface Try {
  name?: string
  password?: string
  code?: string
  from?: string
}

async function signIn(attempt: Try = {}) {
  const answer = await http.fastify.inject({
    method: 'POST',
    url: '/api/identity/sign-in',
    remoteAddress: attempt.from ?? '192.0.2.1',
    payload: {
      name: attempt.name ?? 'ro.na21',
      password: attempt.password ?? password,
      code: attempt.code ?? totpCode(officer.totpSecret, clock.now()),
    },
  })
  const code = answer.body === '' ? 'signed-in' : answer.json<{ code: string }>().code
  return {
    code,
    setCookie: String(answer.headers['set-cookie'] ?? ''),
    cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
    answer,
  }
}
const me = (cookie: string) => http.fastify.inject({ url: '/api/identity/me', headers: { cookie } })

test('name, password and code together open a session whose cookie no script can read', async () => {
  const { setCookie, cookie } = await signIn()
  expect(setCookie).toMatch(/^intikhab=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax,intikhab-browser=/)
  expect((await me(cookie)).json()).toMatchObject({
    accountId: officer.accountId,
    name: 'Returning Officer NA-21',
    grants: [officerOfNa21],
    acts: expect.arrayContaining(['results.consolidate']),
  })
})

test('over https the cookie is bound to the host', async () => {
  const secure = createIdentity({
    database,
    now: clock.now,
    secure: true,
    record: () => Promise.resolve(),
    signIn: { sealKey },
  })
  expect(secure.sessionCookie).toBe('__Host-intikhab')
})

test('the database holds neither the password nor the session token', async () => {
  const { cookie } = await signIn()
  const { rows } = await database.pool.query(
    "select encode(s.token_hash, 'hex') as hash, p.hash as password_hash from identity.session s join identity.password p using (account_id)",
  )
  expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
  expect(rows[0]).toMatchObject({ password_hash: expect.stringMatching(/^\$argon2id\$/) })
})

test('a wrong name, a wrong password and a wrong code get the same answer', async () => {
  const answers = [
    await signIn({ name: 'nobody' }),
    await signIn({ password: 'wrong password here' }),
    await signIn({ code: '000000' }),
  ]
  expect(answers.map((answer) => answer.answer.body)).toEqual(Array(3).fill(answers[0]?.answer.body))
  expect(answers[0]?.code).toBe('identity.wrong-credentials')
})

test('a code works once, also for two sign-ins at the same moment', async () => {
  const code = totpCode(officer.totpSecret, clock.now())
  const both = await Promise.all([signIn({ code }), signIn({ code })])
  expect(both.map((one) => one.code).sort()).toEqual(['identity.wrong-credentials', 'signed-in'])
  expect((await signIn({ code })).code).toBe('identity.wrong-credentials')
})

test('a code that came with a wrong password is not used up', async () => {
  const code = totpCode(officer.totpSecret, clock.now())
  await signIn({ code, password: 'a stranger guesses' })
  expect((await signIn({ code })).code).toBe('signed-in')
})

test('five failures from an address slow that address down and nobody else', async () => {
  for (let i = 0; i < 5; i++) await signIn({ password: 'a stranger guesses' })
  const blocked = await signIn()
  expect(blocked.answer.json()).toMatchObject({
    status: 429,
    code: 'identity.too-many-attempts',
    title: expect.stringContaining('15 seconds'),
  })
  expect(blocked.answer.headers['retry-after']).toBe('15')
  expect((await signIn({ from: '192.0.2.99' })).code).toBe('signed-in')
  clock.advance(30_000)
  expect((await signIn()).code).toBe('signed-in')
})

test('of many guesses at the same moment only the free ones are checked', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => signIn({ password: 'a stranger guesses', from: '192.0.2.5' })),
  )
  expect(guesses.filter((guess) => guess.code === 'identity.wrong-credentials')).toHaveLength(5)
  expect(guesses.filter((guess) => guess.code === 'identity.too-many-attempts')).toHaveLength(7)
})

test('a session ends by signing out, after two idle hours and after twelve hours', async () => {
  const left = await signIn()
  const signedOut = await http.fastify.inject({
    method: 'POST',
    url: '/api/identity/sign-out',
    headers: { cookie: left.cookie },
  })
  expect([signedOut.statusCode, String(signedOut.headers['set-cookie'])]).toEqual([
    204,
    expect.stringContaining('Max-Age=0'),
  ])
  expect((await me(left.cookie)).statusCode).toBe(401)

  clock.advance(60_000)
  const { cookie } = await signIn()
  clock.advance(119 * 60_000)
  expect((await me(cookie)).statusCode).toBe(200)
  clock.advance(119 * 60_000)
  expect((await me(cookie)).statusCode).toBe(200)
  clock.advance(121 * 60_000)
  expect((await me(cookie)).statusCode).toBe(401)

  const long = await signIn()
  for (let hours = 0; hours < 11; hours++) {
    clock.advance(3_600_000)
    expect((await me(long.cookie)).statusCode).toBe(200)
  }
  clock.advance(3_600_001)
  expect((await me(long.cookie)).statusCode).toBe(401)
})

test('an invented or mangled cookie is nobody', async () => {
  for (const cookie of [
    '',
    'intikhab=',
    'intikhab=short',
    `intikhab=${'A'.repeat(43)}`,
    `other=${'A'.repeat(43)}`,
    'intikhab=%00%ff',
  ])
    expect((await me(cookie)).statusCode).toBe(401)
})

test('a sign-in name exists once, whatever its case, and a short password is refused', async () => {
  const request = { signInName: ' Ro.Na21 ', name: 'X', password, grants: [] }
  expect(await identity.accounts.create(request)).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'identity.name-taken' } },
  })
  expect(await identity.accounts.create({ ...request, signInName: 'new', password: 'short' })).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'identity.weak-password' } },
  })
})
