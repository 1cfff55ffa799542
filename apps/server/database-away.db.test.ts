import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { totpCode } from '@intikhab/kernel/identity'
import { readEnvironment } from './environment.ts'
import { serve, type Serving } from './serve.ts'

/** The road to the database, which can be cut. */
class Road {
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  #port = 0

  async open(target: number): Promise<number> {
    const server = createServer((near) => {
      const far = connect(target, '127.0.0.1')
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => (near.destroy(), far.destroy(), this.#sockets.delete(socket)))
      }
      near.pipe(far).pipe(near)
    })
    await once(server.listen(this.#port, '127.0.0.1'), 'listening')
    this.#server = server
    this.#port = (server.address() as AddressInfo).port
    return this.#port
  }

  async cut(): Promise<void> {
    const closed = once(this.#server ?? createServer(), 'close')
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}

const folder = mkdtempSync(join(tmpdir(), 'intikhab-away-'))
chmodSync(folder, 0o755)
const road = new Road()
const name = `away_${randomBytes(4).toString('hex')}`
const admin = new pg.Client({ connectionString: inject('postgresUrl') })
const target = Number(new URL(inject('postgresUrl')).port)
const notices: string[] = []
let serving: Serving
let tables: pg.Client

beforeAll(async () => {
  await admin.connect()
  await admin.query(`create database ${name}`)
  const address = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` })
  tables = new pg.Client({ connectionString: address.href })
  await tables.connect()
  address.port = String(await road.open(target))
  const environment = readEnvironment({ PORT: '0', INTIKHAB_DATA: folder, DATABASE_URL: address.href })
  serving = await serve(environment, {
    country: 'demonstration',
    voters: 3000,
    onProgress: () => undefined,
    onNotice: (sentence) => void notices.push(sentence),
  })
})
afterAll(async () => {
  await serving.stop()
  await tables.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, init: RequestInit = {}) => fetch(`${serving.url}${path}`, init)
const post = (path: string, body: unknown, cookie = '') =>
  get(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
  })

/** A one-time code is good for one sign-in: who comes twice within half a minute needs a second account. */
async function signIn(office: string): Promise<Response> {
  const account = serving.accounts.find(({ signInName }) => signInName === office)
  if (account === undefined) throw new Error('the demonstration has accounts')
  const { signInName, password, totpSecret } = account
  return post('/api/identity/sign-in', { name: signInName, password, code: totpCode(totpSecret, new Date()) })
}

/** Asks again until the answer is as wished; the test's own time limit is the limit. */
async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    await wait(100)
  }
}

const publicPaths = [
  '/en',
  '/ur',
  '/en/results',
  '/en/results/demonstration/seats/NA-46',
  '/en/vote',
  '/en/rolls',
  '/en/programme',
  '/en/data',
  '/staff',
  '/api/site',
  '/api/openapi.json',
  '/editions',
  '/editions/rolls-demonstration/latest',
  '/editions/election-demonstration/1/manifest.json',
  '/ledger/checkpoint',
  '/ledger/key.pem',
]

test('without its database the server shows the public everything and tells the staff when to come back', async () => {
  const asked = { cnic: '6110112345671' }
  const before = await post('/api/enquiry', asked)
  await eventually(
    () => get('/en/results/demonstration/seats/NA-46'),
    ({ status }) => status === 200,
  )
  const session = (await signIn('auditor')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await road.cut()

  const shown = await Promise.all(publicPaths.map(async (path) => [path, (await get(path)).status]))
  expect(shown).toEqual(publicPaths.map((path) => [path, 200]))
  expect((await get('/ledger/proof/0')).status).toBe(200)
  // A cookie of the staff must not draw the public pages down with the database.
  expect((await get('/en', { headers: { cookie: session } })).status).toBe(200)
  const after = await post('/api/enquiry', asked)
  expect(after.status).toBe(before.status)
  expect(await after.json()).toEqual(await before.json())

  for (const answer of [await signIn('secretariat'), await get('/api/identity/me', { headers: { cookie: session } })]) {
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ code: 'http.unavailable', status: 503 })
  }
})

test('when the database is back, everything goes on by itself: sessions, ledger, jobs and the results publisher', async () => {
  const size = async () => ((await (await get('/api/ledger')).json()) as { size: number }).size
  const before = await size()
  await road.open(target)
  const back = await eventually(
    () => signIn('secretariat'),
    ({ status }) => status !== 503,
  )
  expect(back.status).toBe(204)
  const cookie = back.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const enrolled = await post(
    '/api/identity/devices',
    { electionId: 'demonstration', devices: [{ publicKey: randomBytes(32).toString('base64'), scope: 'NA-46/1' }] },
    cookie,
  )
  expect([enrolled.ok, await enrolled.text()]).toEqual([true, expect.any(String)])
  await eventually(size, (now) => now > before)

  await tables.query(`select graphile_worker.add_job('server.sweep-answers', '{}', job_key := 'after-outage')`)
  await eventually(
    async () => (await tables.query(`select from graphile_worker.jobs where key = 'after-outage'`)).rowCount,
    (waiting) => waiting === 0,
  )
  const proposed = await post('/api/results/demonstration/publish', {}, cookie)
  expect([proposed.status, await proposed.text()]).toEqual([202, expect.stringContaining('approvalId')])
})

test('without its database the server still stops in good order', async () => {
  await road.cut()
  await serving.stop()
  await expect(get('/en')).rejects.toThrow('fetch failed')
})
