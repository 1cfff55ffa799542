import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { clientId, clientSecret, startDirectory, type TestDirectory } from './directory.testkit.ts'
import { openDoor, type TestBrowser } from './door.testkit.ts'
import { provesSecondFactor } from './directory.ts'
import { softPasskey } from './soft-passkey.testkit.ts'

let directory: TestDirectory
let door: Awaited<ReturnType<typeof openDoor>>
/** The same house with the same people, where the directory's `mfa` counts as the second factor. */
let trusting: Awaited<ReturnType<typeof openDoor>>

beforeAll(async () => {
  directory = await startDirectory(['pwd', 'mfa'])
  const settings = { issuer: directory.issuer, clientId, clientSecret }
  door = await openDoor(inject('postgresUrl'), { directory: { ...settings, secondFactor: [] } })
  trusting = await openDoor(inject('postgresUrl'), { directory: { ...settings, secondFactor: ['mfa'] } })
})
afterAll(async () => {
  await Promise.all([door.drop(), trusting.drop()])
  await directory.stop()
})
// The provider keeps its own time: what it signs is checked against the clock of the machine.
beforeEach(() => {
  for (const each of [door, trusting]) each.clock.set(new Date().toISOString())
})

const callback = '/api/identity/directory/callback'
const path = { begin: '/api/identity/directory/sign-in', second: '/api/identity/directory/second-factor' }

async function goThere(at: TestBrowser, person: string, begin = path.begin): Promise<string> {
  const { code, json } = await at.post(begin)
  expect(code).toBe('ok')
  return directory.visit((json as { address: string }).address, person)
}
async function linked(house: typeof door, name: string) {
  const staff = await house.account(name)
  const at = house.browser()
  await staff.signIn(at)
  const back = await at.get(`${callback}${await goThere(at, `directory:${name}`, '/api/identity/directory/link')}`)
  expect(back.location).toBe('/staff/account')
  await at.post('/api/identity/sign-out')
  return { ...staff, at }
}

test('an account is tied to a person of the directory by its owner, and then signs in with a second factor beside it', async () => {
  const { at, accountId, code } = await linked(door, 'one')
  expect(door.ledger.at(-1)).toMatchObject({ act: 'directory-linked', subject: accountId })
  const back = await at.get(`${callback}${await goThere(at, 'directory:one')}`)
  expect(back.location).toBe('/staff/')
  expect((await at.get('/api/identity/me')).status).toBe(401)
  expect((await at.get('/api/identity/sign-in')).json).toMatchObject({ directory: true, waiting: true })
  expect((await at.post(path.second, { code: '000000' })).code).toBe('identity.wrong-credentials')
  expect((await door.browser().post(path.second, { code: code() })).code).toBe('identity.too-late')
  expect((await at.post(path.second, { code: code() })).code).toBe('ok')
  expect((await at.get('/api/identity/me')).json).toMatchObject({ accountId })
  expect((await at.get('/api/identity/sign-in')).json).toMatchObject({ waiting: false })
})

test('where the commission trusts the directory’s second factor, none is asked beside it', async () => {
  const { at, accountId } = await linked(trusting, 'one')
  await at.get(`${callback}${await goThere(at, 'directory:one')}`)
  expect((await at.get('/api/identity/me')).json).toMatchObject({ accountId })
})

test('signing in at the directory makes no account', async () => {
  const at = door.browser()
  const back = await at.get(`${callback}${await goThere(at, 'directory:nobody here')}`)
  expect(back.location).toBe('/staff/?refused=identity.directory-unlinked')
  expect((await at.get('/api/identity/sign-in')).json).toMatchObject({ waiting: false })
})

test('a person of the directory is one account, and an account one person', async () => {
  await linked(door, 'taken')
  const { signIn } = await door.account('taker')
  const at = door.browser()
  await signIn(at)
  const back = await at.get(`${callback}${await goThere(at, 'directory:taken', '/api/identity/directory/link')}`)
  expect(back.location).toBe('/staff/?refused=identity.directory-taken')
})

test('an answer is good once, in the browser that was sent, with the state it was sent with', async () => {
  const { at } = await linked(door, 'once')
  const search = await goThere(at, 'directory:once')
  const refused = '/staff/?refused=identity.directory-refused'
  const other = door.browser()
  await other.post(path.begin)
  expect((await other.get(`${callback}${search}`)).location).toBe(refused)
  const wrong = new URLSearchParams(search)
  wrong.set('state', 'A'.repeat(43))
  expect((await at.get(`${callback}?${wrong.toString()}`)).location).toBe(refused)
  expect((await at.get(`${callback}${search}`)).location).toBe('/staff/')
  expect((await at.get(`${callback}${search}`)).location).toBe(refused)
})

test('an answer in the name of another issuer is refused', async () => {
  const { at } = await linked(door, 'mixed up')
  const search = new URLSearchParams(await goThere(at, 'directory:mixed up'))
  search.set('iss', 'https://directory.example')
  const back = await at.get(`${callback}?${search.toString()}`)
  expect(back.location).toBe('/staff/?refused=identity.directory-refused')
})

test.each(['nonce', 'verifier'])('an identity token with another %s than we sent is refused', async (part) => {
  const { at } = await linked(door, `wrong ${part}`)
  const search = await goThere(at, `directory:wrong ${part}`)
  await door.database.pool.query(
    "update identity.challenge set body = jsonb_set(body, array[$1], to_jsonb(repeat('A', 43))) where purpose = 'directory-sign-in'",
    [part],
  )
  expect((await at.get(`${callback}${search}`)).location).toBe('/staff/?refused=identity.directory-refused')
})

test('a tie is undone unless it is the last way in', async () => {
  const { at, accountId, signIn } = await linked(door, 'untied')
  await signIn(at)
  await door.database.pool.query('delete from identity.password where account_id = $1', [accountId])
  const unlink = () => at.post('/api/identity/directory/unlink')
  expect((await unlink()).code).toBe('identity.last-method')
  const options = await at.post('/api/identity/account/passkey-options')
  const response = softPasskey().make(options.json)
  expect((await at.post('/api/identity/account/passkeys', { name: 'Phone', response })).code).toBe('ok')
  expect((await unlink()).code).toBe('ok')
  expect(door.ledger.at(-1)).toMatchObject({ act: 'directory-unlinked', subject: accountId })
})

test('a directory that is away is said to be away', async () => {
  const gone = await openDoor(inject('postgresUrl'), {
    directory: { issuer: 'http://localhost:9', clientId, clientSecret, secondFactor: [] },
  })
  expect((await gone.browser().post(path.begin)).code).toBe('identity.directory-away')
  await gone.drop()
})

test('a directory’s second factor counts by the words that the commission trusts, and by none unless told', () => {
  expect(provesSecondFactor({ amr: ['pwd', 'mfa'] }, [])).toBe(false)
  expect(provesSecondFactor({ amr: ['pwd', 'otp'] }, ['mfa', 'otp'])).toBe(true)
  expect(provesSecondFactor({ acr: 'urn:two', amr: 'pwd' }, ['urn:two'])).toBe(true)
  expect(provesSecondFactor({}, ['mfa'])).toBe(false)
})
