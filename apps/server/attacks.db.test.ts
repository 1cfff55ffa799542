import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { totpCode } from '@intikhab/kernel/identity'
import { stationDevice, writeForm45, type CountedStation, type StationDevice } from '@intikhab/results/sim'
import { startDemonstrationServer, type DemonstrationServer } from './demonstration-server.testkit.ts'

let server: DemonstrationServer
let secretariat = ''
const electionId = 'demonstration'

beforeAll(async () => {
  server = await startDemonstrationServer(inject('postgresUrl'))
  secretariat = await server.signIn('secretariat')
})
afterAll(() => server?.close())

interface Asked {
  readonly cookie?: string
  readonly type?: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends and tells status and code, or what was answered where it was accepted. */
async function send(method: 'GET' | 'POST', path: string, { cookie, type, body, headers = {} }: Asked = {}) {
  const answer = await fetch(server.serving.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined && method === 'GET' ? {} : { 'content-type': type ?? 'application/json' }),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: body ?? '{}' }),
  })
  const text = await answer.text()
  const isJson = (answer.headers.get('content-type') ?? '').includes('json')
  const value = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
  return {
    status: answer.status,
    code: typeof value['code'] === 'string' ? value['code'] : '',
    value,
    text,
    headers: answer.headers,
  }
}

const json = (value: unknown): Asked => ({ body: JSON.stringify(value) })

describe('officers', () => {
  const postal = json({ votes: [], excluded: 0, issued: 0, receivedInTime: 0, reason: 'a test of the gate' })
  const write = (seat: string) =>
    send('POST', `/api/results/${electionId}/contests/${seat}/postal`, { ...postal, cookie: server.person.cookie })

  test('a returning officer of one seat writes nothing in another', async () => {
    await server.hold([{ role: 'returning-officer', place: 'constituency NA-47', election: electionId }])
    expect(await write('NA-46')).toMatchObject({ status: 403, code: 'http.not-permitted' })
    expect((await write('NA-47')).code).not.toBe('http.not-permitted')
  })

  test('an office that is over does nothing more, with the same session', async () => {
    const office = { role: 'returning-officer', place: 'constituency NA-46', election: electionId }
    await server.hold([office])
    expect((await write('NA-46')).code).not.toBe('http.not-permitted')
    await server.hold([{ ...office, until: new Date(Date.now() - 1000).toISOString() }])
    expect(await write('NA-46')).toMatchObject({ status: 403, code: 'http.not-permitted' })
  })

  test('a session that was copied before its owner signed out opens nothing after', async () => {
    const cookie = await server.signIn('district-officer')
    expect((await send('GET', '/api/identity/me', { cookie })).status).toBe(200)
    expect((await send('POST', '/api/identity/sign-out', { cookie })).status).toBe(204)
    expect(await send('GET', '/api/identity/me', { cookie })).toMatchObject({
      status: 401,
      code: 'http.sign-in-required',
    })
  })

  test('a one-time code that was read over a shoulder is good once', async () => {
    const account = server.serving.accounts.find(({ signInName }) => signInName === 'ro-na-48')
    const { signInName: name = '', password = '', totpSecret = '' } = account ?? {}
    const attempt = json({ name, password, code: totpCode(totpSecret, new Date()) })
    expect((await send('POST', '/api/identity/sign-in', attempt)).status).toBe(204)
    expect(await send('POST', '/api/identity/sign-in', attempt)).toMatchObject({
      status: 401,
      code: 'identity.wrong-credentials',
    })
  })

  test('an invitation opens one account', async () => {
    const invited = await send('POST', '/api/identity/invitations', {
      cookie: secretariat,
      ...json({
        name: 'Invited Officer',
        grants: [{ role: 'provincial-officer', scope: { kind: 'province', code: 'islamabad' } }],
      }),
    })
    expect(invited.status).toBe(201)
    const { token } = invited.value as { token: string }
    const accept = (signInName: string) =>
      send('POST', '/api/identity/invitations/acceptance', json({ token, signInName }))
    expect((await accept('invited.officer')).status).toBeLessThan(300)
    expect(await accept('second.person')).toMatchObject({ code: 'identity.invitation-used' })
  })

  test('a page of another site cannot act in an officer’s name', async () => {
    const forged = {
      ...postal,
      cookie: secretariat,
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    }
    expect(await send('POST', '/api/publication/roll/demonstration', forged)).toMatchObject({
      status: 403,
      code: 'http.cross-site',
    })
  })
})

describe('devices', () => {
  /** The stations of the demonstration, by their place in the list. */
  let stations: { readonly seat: string; readonly number: number }[] = []
  beforeAll(async () => {
    const { rows } = await server.owner.query<{ seat: string; number: number }>(
      'select constituency as seat, number from polling_scheme.station where election_id = $1 order by 1, 2',
      [electionId],
    )
    stations = rows
  })
  const stationAt = (place: number) => stations[place] ?? { seat: '', number: 0 }
  const device = (place: number): StationDevice => {
    const { seat, number } = stationAt(place)
    return stationDevice('attack', electionId, `${seat}/${number}`)
  }

  /** A count of five votes at a station, as the register knows it. */
  async function countAt(place: number): Promise<CountedStation> {
    const { seat, number } = stationAt(place)
    const voters = await server.owner.query<{ gender: string; voters: number }>(
      `select gender, sum(to_serial - from_serial + 1)::int as voters from polling_scheme.part
       where election_id = $1 and constituency = $2 and number = $3 group by gender`,
      [electionId, seat, number],
    )
    const of = (gender: string) => voters.rows.find((row) => row.gender === gender)?.voters ?? 0
    const registered = { male: of('male'), female: of('female'), total: of('male') + of('female') }
    const candidates = await server.owner.query<{ n: number }>(
      `select count(*)::int as n from nominations.candidate where election_id = $1 and contest_id = $2`,
      [electionId, seat],
    )
    const votes = Array.from({ length: candidates.rows[0]?.n ?? 0 }, (_, i) => (i === 0 ? 5 : 0))
    const polled = registered.male >= 5 ? { male: 5, female: 0 } : { male: 0, female: 5 }
    const madeAt = new Date(Date.now() - 60_000).toISOString()
    return { electionId, contestId: seat, stationNumber: number, registered, votes, excluded: 0, polled, madeAt }
  }

  const enrol = (devices: readonly StationDevice[]) =>
    send('POST', '/api/identity/devices', {
      cookie: secretariat,
      ...json({ electionId, devices: devices.map(({ publicKey, stationId }) => ({ publicKey, scope: stationId })) }),
    })
  const received = async () => (await send('GET', `/api/results/${electionId}/status`)).value

  test('a bundle that is sent again is told so and counted once', async () => {
    expect((await enrol([device(1)])).status).toBeLessThan(300)
    const bundle = json(device(1).sign(writeForm45(await countAt(1))))
    const first = await send('POST', '/api/results/forms', bundle)
    expect(first.value).toMatchObject({ status: 'accepted' })
    const before = await received()
    const again = await send('POST', '/api/results/forms', bundle)
    expect(again.value).toMatchObject({ status: 'duplicate' })
    expect((await received())['received']).toEqual(before['received'])
  })

  test('what a revoked device sends late is kept, marked, and not counted', async () => {
    await enrol([device(2)])
    const bundle = device(2).sign(writeForm45(await countAt(2)))
    const revoked = await send('POST', `/api/identity/devices/${device(2).keyId}/revocation`, {
      cookie: secretariat,
      ...json({ reason: 'stolen' }),
    })
    expect(revoked.status).toBeLessThan(300)
    const before = await received()
    const late = await send('POST', '/api/results/forms', json(bundle))
    expect(late.code).toBe('results.device-revoked')
    expect((await received())['received']).toEqual(before['received'])
    const kept = await server.owner.query('select 1 from results.set_aside where contest_id = $1', [stationAt(2).seat])
    expect(kept.rowCount).toBe(1)
  })

  test('a stranger’s device is refused, and another station’s too', async () => {
    const count = await countAt(3)
    const unknown = await send('POST', '/api/results/forms', json(device(3).sign(writeForm45(count))))
    expect(unknown.code).toMatch(/^results\./)
    await enrol([device(4)])
    const foreign = await send('POST', '/api/results/forms', json(device(4).sign(writeForm45(count))))
    expect(foreign.code).toMatch(/^results\./)
  })
})

describe('files', () => {
  const paths = [
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '....//....//etc/passwd',
    '%2e%2e/%2e%2e/keys/ledger.pem',
    'C:\\windows',
    '/etc/passwd',
  ]

  test.each(paths)('the name %s leads out of no folder', async (name) => {
    for (const base of ['/editions/', '/ledger/tile/', '/assets/', '/en/', `/api/results/${electionId}/evidence/`]) {
      const answer = await send('GET', base + name)
      expect([base, answer.status]).toEqual([base, expect.toSatisfy((status: number) => status >= 300 && status < 500)])
      expect(answer.text).not.toMatch(/root:|PRIVATE KEY/)
    }
    const feed = await send('POST', `/api/rolls/feeds/${encodeURIComponent(name)}`, {
      cookie: secretariat,
      type: 'text/csv',
      body: 'cnic\n',
    })
    expect(feed.status).toBeLessThan(500)
    expect(feed.status).toBeGreaterThanOrEqual(400)
  })

  test('a compressed file that swells is given up', async () => {
    const heading =
      'cnic,nameUr,nameEn,relation,relationNameUr,gender,dateOfBirth,addressUr,block,household,serial,status\n'
    const bomb = gzipSync(Buffer.concat([Buffer.from(heading), Buffer.alloc(64 * 1024 * 1024, '\n')]), { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const answer = await send('POST', '/api/rolls/feeds/bomb', {
      cookie: secretariat,
      type: 'text/csv',
      body: bomb,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('tables.swollen-archive')
  })

  test('an SVG with a script is no photograph, whatever it calls itself', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const type of ['image/svg+xml', 'image/png', 'image/jpeg']) {
      const answer = await send('POST', `/api/results/${electionId}/evidence`, { type, body: svg })
      expect(answer.code).toMatch(/^(?:http\.unsupported-media-type|results\.evidence-type)$/)
    }
  })

  test('a photograph of 200 MB is refused by its size, and the server goes on', async () => {
    const before = process.memoryUsage().rss
    const huge = new Blob([Buffer.alloc(200 * 1024 * 1024, 0xff)])
    const answer = await send('POST', `/api/results/${electionId}/evidence`, { type: 'image/jpeg', body: huge }).catch(
      () => ({ status: 413, code: 'http.body-too-large' }),
    )
    expect(answer).toMatchObject({ status: 413, code: 'http.body-too-large' })
    expect((await send('GET', '/api/site')).status).toBe(200)
    // The sender's copy is in this process too; the server itself kept none.
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })
})

describe('the record', () => {
  test('a checkpoint that somebody else signed is no checkpoint, and its cosignature is not taken', async () => {
    const { text } = await send('GET', '/ledger/checkpoint')
    const [origin = '', size = ''] = text.split('\n')
    const forged = `${origin}\n${Number(size) + 5}\n${Buffer.alloc(32, 7).toString('base64')}\n\n— ${origin} ${Buffer.alloc(68, 1).toString('base64')}\n`
    const answer = await send('POST', '/ledger/cosignatures', { type: 'text/plain', body: forged })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect((await send('GET', '/ledger/checkpoint')).text).not.toContain(Buffer.alloc(32, 7).toString('base64'))
  })
})
