import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, findGrant, identityMigrations, type Grant, type Person } from '../index.ts'
import { officerOfNa21, secretariat } from '../testing.testkit.ts'
import { testDevice } from './device.testkit.ts'
import { auditedDevices, createDeviceRoom, type DeviceRoom } from './room.ts'

const clock = testClock('2026-02-08T06:00:00Z')
const electionId = 'general-election-2026'
let database: Database
let drop: () => Promise<void>
let room: DeviceRoom
let http: HttpServer
const recorded: LedgerAct[] = []

const operator: Grant = { role: 'data-entry', scope: { kind: 'constituency', code: 'NA-21' } }
const offices: Readonly<Record<string, readonly Grant[]>> = {
  secretariat: [secretariat],
  officer: [officerOfNa21],
  operator: [operator],
}

function open(termEnds = '2026-06-01T00:00:00.000Z'): DeviceRoom {
  return createDeviceRoom({
    database,
    now: clock.now,
    grantFor: (person, act, where) => findGrant(person, act, where, clock.now()),
    termOf: (id) => (id === electionId ? { until: termEnds } : undefined),
    record: (_tx, entries) => {
      recorded.push(...entries)
      return Promise.resolve()
    },
  })
}

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [identityMigrations]))
  room = open()
  await room.devices.start()
  http = createHttp({
    version: 'test',
    authenticate({ headers }) {
      const name = String(headers['cookie']).replace('who=', '')
      const grants = offices[name]
      const session = { id: 's', device: 'browser-1', secondFactorAt: clock.now().toISOString() }
      return Promise.resolve<Person | null>(grants === undefined ? null : { accountId: name, name, grants, session })
    },
    grantFor: (person, act, where) => findGrant(person, act, where, clock.now()),
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(room.routes)
})
afterAll(() => drop())

async function post(who: string | null, url: string, payload: object) {
  const headers = who === null ? {} : { cookie: `who=${who}` }
  const answer = await http.fastify.inject({ method: 'POST', url: `/api/identity/${url}`, headers, payload })
  const body: Record<string, string> = answer.body === '' ? {} : answer.json()
  return { status: answer.statusCode, body }
}

const phoneAt = (station: string) => ({
  electionId,
  kind: 'phone',
  holder: { role: 'presiding-officer' },
  places: [{ kind: 'station', code: station }],
})

interface Told {
  readonly enrolmentId: string
  readonly code: string
  readonly lapsesAt: string
}

async function codeFor(body: object = phoneAt('NA-21/1'), who = 'officer'): Promise<Told> {
  const made = await post(who, 'enrolments', body)
  const [told] = made.body as unknown as Told[]
  if (told === undefined) throw new Error('no enrolment was made')
  return told
}

async function use(device: ReturnType<typeof testDevice>, code: string) {
  const { challengeId = '' } = (await post(null, 'devices/challenge', {})).body
  const signature = device.sign('enrol', challengeId)
  return post(null, 'enrolments/use', { code, publicKey: device.publicKey, challengeId, signature })
}

async function enrolled(body?: object) {
  const device = testDevice()
  const done = await use(device, (await codeFor(body)).code)
  expect([done.status, done.body]).toEqual([200, expect.objectContaining({ keyId: device.keyId })])
  return device
}

async function prove(device: ReturnType<typeof testDevice>) {
  const { challengeId = '' } = (await post(null, 'devices/challenge', {})).body
  const { keyId } = device
  return post(null, 'devices/proof', { keyId, challengeId, signature: device.sign('sign-in', challengeId) })
}

test('an officer makes an enrolment, a phone proves its key with it, and the intake finds its signer', async () => {
  const { code, lapsesAt } = await codeFor()
  expect([code, lapsesAt]).toEqual([expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/), '2026-02-09T06:00:00.000Z'])
  const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`
  const shown = await post(null, 'enrolments/look-up', { code: typed })
  expect(shown.body).toMatchObject({ kind: 'phone', scope: 'NA-21/1', electionId, holderRole: 'presiding-officer' })
  const device = testDevice()
  expect((await use(device, typed)).body).toMatchObject({ keyId: device.keyId, scope: 'NA-21/1' })
  expect(room.devices.findSigner(device.keyId)).toMatchObject({ scope: 'NA-21/1', isOver: false, revokedAt: null })
  expect((await prove(device)).status).toBe(200)
})

test('a code is good once: a second device is refused, the same key is told the same again', async () => {
  const { code } = await codeFor()
  const [first, second] = [testDevice(), testDevice()]
  const both = await Promise.all([use(first, code), use(second, code)])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const winner = both[0].status === 200 ? first : second
  expect((await use(winner, code)).status).toBe(200)
  expect((await use(testDevice(), code)).body['code']).toBe('identity.enrolment-used')
  expect((await post(null, 'enrolments/look-up', { code })).body['code']).toBe('identity.enrolment-used')
})

test('codes that are unknown, lapsed or withdrawn enrol nothing and say which they are', async () => {
  expect((await use(testDevice(), '0000-0000-0000-0000')).body['code']).toBe('identity.enrolment-unknown')
  expect((await use(testDevice(), 'not a code')).body['code']).toBe('identity.enrolment-unknown')
  const withdrawn = await codeFor()
  const take = (who: string) => post(who, `enrolments/${withdrawn.enrolmentId}/withdrawal`, {})
  expect([(await take('operator')).status, (await take('officer')).status]).toEqual([403, 204])
  expect((await use(testDevice(), withdrawn.code)).body['code']).toBe('identity.enrolment-withdrawn')
  const { code } = await codeFor()
  clock.advance(24 * 3_600_000)
  expect((await use(testDevice(), code)).body['code']).toBe('identity.enrolment-lapsed')
})

test('a key that was not proved, or over another or an old challenge, is not enrolled', async () => {
  const { code } = await codeFor()
  const device = testDevice()
  const fresh = async () => (await post(null, 'devices/challenge', {})).body['challengeId'] ?? ''
  const claims: { challengeId: string; signature: string }[] = []
  const [one, other, old] = [await fresh(), await fresh(), await fresh()]
  claims.push({ challengeId: one, signature: device.sign('enrol', other) })
  claims.push({ challengeId: other, signature: device.sign('sign-in', other) })
  claims.push({ challengeId: 'A'.repeat(43), signature: device.sign('enrol', 'A'.repeat(43)) })
  clock.advance(120_000)
  claims.push({ challengeId: old, signature: device.sign('enrol', old) })
  for (const claim of claims) {
    const answer = await post(null, 'enrolments/use', { code, publicKey: device.publicKey, ...claim })
    expect(answer.body['code']).toBe('identity.device-proof-wrong')
  }
  expect(room.devices.findDevice(device.keyId)).toBeUndefined()
  expect((await use(device, code)).status).toBe(200)
})

test('a proof is good once, and never as a proof of something else', async () => {
  const device = await enrolled()
  const { challengeId = '' } = (await post(null, 'devices/challenge', {})).body
  const proof = { keyId: device.keyId, challengeId, signature: device.sign('sign-in', challengeId) }
  expect((await post(null, 'devices/proof', proof)).status).toBe(200)
  expect((await post(null, 'devices/proof', proof)).body['code']).toBe('identity.device-proof-wrong')
})

test('a sign-in comes from the device whose key signed the header, and from nobody without one', async () => {
  const laptop = await enrolled({
    ...phoneAt(''),
    kind: 'laptop',
    places: [{ kind: 'constituency', code: 'NA-21' }],
  })
  const ask = async (signer: ReturnType<typeof testDevice>) => {
    const { challengeId = '' } = (await post(null, 'devices/challenge', {})).body
    const signature = Buffer.from(signer.sign('sign-in', challengeId), 'base64').toString('base64url')
    return room.provenDevice({
      headers: { 'intikhab-device': `${laptop.keyId}.${challengeId}.${signature}` },
      ip: '127.0.0.1',
    })
  }
  expect(await ask(laptop)).toBe(laptop.keyId)
  expect(await ask(testDevice())).toBeUndefined()
  expect(await room.provenDevice({ headers: {}, ip: '127.0.0.1' })).toBeUndefined()
  // A laptop of an office signs no forms.
  expect(room.devices.findSigner(laptop.keyId)).toBeUndefined()
})

test('nobody enrols outside of the own seat, a phone in an office, or for an election that is not held', async () => {
  const attempts = [
    await post('officer', 'enrolments', phoneAt('NA-22/1')),
    await post('officer', 'enrolments', {
      ...phoneAt('NA-21/1'),
      places: [
        { kind: 'station', code: 'NA-21/1' },
        { kind: 'station', code: 'NA-22/1' },
      ],
    }),
    await post('operator', 'enrolments', phoneAt('NA-21/1')),
    await post(null, 'enrolments', phoneAt('NA-21/1')),
    await post('officer', 'enrolments', { ...phoneAt(''), places: [{ kind: 'constituency', code: 'NA-21' }] }),
    await post('officer', 'enrolments', { ...phoneAt('NA-21/1'), electionId: 'unheard-of' }),
    await post('officer', 'enrolments', { ...phoneAt('NA-21/1'), holder: { accountId: 'nobody' } }),
  ]
  expect(attempts.map(({ body }) => body['code'])).toEqual([
    'http.not-permitted',
    'http.not-permitted',
    'http.not-permitted',
    'http.sign-in-required',
    'http.invalid-input',
    'identity.election-not-held',
    'identity.account-unknown',
  ])
})

test('a station has several devices: the old phone stays until it is revoked by name', async () => {
  const [old, replacement] = [await enrolled(), await enrolled()]
  expect([old, replacement].map(({ keyId }) => room.devices.findSigner(keyId)?.revokedAt)).toEqual([null, null])
  const revoke = () => post('officer', `devices/${old.keyId}/revocation`, { reason: 'replaced' })
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204])
  expect((await prove(old)).body['code']).toBe('identity.device-revoked')
  expect((await prove(replacement)).status).toBe(200)
  const entries = recorded.filter(({ act, detail }) => act === 'device-revoked' && detail['keyId'] === old.keyId)
  expect(entries).toMatchObject([
    {
      subject: `${electionId}/NA-21/1`,
      actor: { kind: 'account', id: 'officer', role: 'returning-officer', office: 'constituency/NA-21' },
      detail: { reason: 'replaced' },
      changes: [{ before: expect.any(String), after: expect.any(String) }],
    },
  ])
})

test('revoking a device ends the sessions begun at it at once, and no others', async () => {
  const device = await enrolled()
  await database.pool.query(
    `insert into identity.account (id, sign_in_name, name, made_at, salt) values ('a', 'a', 'A', now(), '\\x00')`,
  )
  const begin = (id: string, at: string) =>
    database.pool.query(
      `insert into identity.session (id, token_hash, account_id, device, begun_at, seen_at, ends_at, second_factor_at,
         method, family) values ($1, $2, 'a', $3, now(), now(), now() + interval '1 hour', now(), 'password', 'IPv4')`,
      [id, Buffer.from(id), at],
    )
  await begin('here', device.keyId)
  await begin('elsewhere', 'browser-x')
  await post('officer', `devices/${device.keyId}/revocation`, { reason: 'stolen' })
  const left = await database.pool.query('select id from identity.session')
  expect(left.rows).toEqual([{ id: 'elsewhere' }])
  expect([device.keyId, 'browser-x'].map(room.devices.isBarred)).toEqual([true, false])
})

test('a whole seat is revoked at once: its stations and its office, no other seat', async () => {
  const laptopAt = (seat: string) => ({
    ...phoneAt(''),
    kind: 'laptop',
    places: [{ kind: 'constituency', code: seat }],
  })
  const mine = [await enrolled(), await enrolled(phoneAt('NA-21/2')), await enrolled(laptopAt('NA-21'))]
  const other = testDevice()
  await use(other, (await codeFor(phoneAt('NA-210/1'), 'secretariat')).code)
  const seat = (who: string, code: string) =>
    post(who, 'devices/revocations', { electionId, seat: code, reason: 'ended' })
  expect((await seat('officer', 'NA-210')).status).toBe(403)
  expect((await seat('officer', 'NA-21')).status).toBe(200)
  const good = [...mine, other].map(({ keyId }) => room.devices.findDevice(keyId)?.revokedAt === null)
  expect(good).toEqual([false, false, false, true])
  expect((await seat('officer', 'NA-21')).body).toEqual({ revoked: 0 })
})

test('a list shows the own seat only, finds by station, key and state, and names what still waits', async () => {
  const list = async (who: string, query = '') => {
    const url = `/api/identity/devices?election=${electionId}${query}`
    const answer = await http.fastify.inject({ url, headers: { cookie: `who=${who}` } })
    return answer.json() as {
      devices: { scope: string; keyId: string; revokedAt: string | null }[]
      waiting: { scope: string }[]
      count: number
    }
  }
  const device = await enrolled(phoneAt('NA-21/77'))
  await codeFor(phoneAt('NA-21/78'))
  const mine = await list('officer')
  expect(new Set(mine.devices.map(({ scope }) => scope.split('/')[0]))).toEqual(new Set(['NA-21']))
  expect(mine.waiting.map(({ scope }) => scope)).toContain('NA-21/78')
  expect((await list('secretariat')).devices.map(({ scope }) => scope)).toContain('NA-210/1')
  const found = [
    await list('officer', '&find=na-21/77'),
    await list('officer', `&find=${device.keyId.slice(0, 8)}`),
    await list('officer', '&find=/77&state=revoked'),
  ]
  expect(found.map(({ devices, count }) => [devices.map(({ keyId }) => keyId), count])).toEqual([
    [[device.keyId], 1],
    [[device.keyId], 1],
    [[], 0],
  ])
})

test('what another process revokes is revoked here without being asked for', async () => {
  const device = await enrolled()
  const other = open()
  await other.devices.start()
  const stop = other.devices.follow()
  const heard = async () => {
    while (other.devices.findDevice(device.keyId)?.revokedAt === null) await new Promise(setImmediate)
  }
  await room.devices.revokeDevice(device.keyId, 'lost', { kind: 'account', id: 'officer' })
  await expect(heard()).resolves.toBeUndefined()
  await stop()
})

test('the ledger holds every device as the register does, and a row changed by hand stands out', async () => {
  await enrolled()
  const newest = new Map<string, string | null>()
  for (const { changes = [] } of recorded) for (const { record, after } of changes) newest.set(record, after)
  const differing = async () => {
    const found: string[] = []
    for (const { read } of auditedDevices(database))
      for await (const { record, hash } of read()) if (newest.get(record) !== hash) found.push(record)
    return found
  }
  expect(await differing()).toEqual([])
  const device = await enrolled(phoneAt('NA-21/3'))
  for (const { changes = [] } of recorded.slice(-1)) for (const { record, after } of changes) newest.set(record, after)
  await database.pool.query(`update identity.device set scope = 'NA-22/3' where key_id = $1`, [device.keyId])
  expect(await differing()).toEqual([`identity.device:${device.keyId}`])
})

test('nothing of a code or a name stands in the ledger', async () => {
  const { code } = await codeFor()
  await use(testDevice(), code)
  const made = recorded.filter(({ act }) => act.startsWith('enrolment') || act === 'device-enrolled')
  expect(made.at(-2)).toMatchObject({
    act: 'enrolment-made',
    actor: { kind: 'account', id: 'officer', device: 'browser-1' },
    detail: { kind: 'phone', holder: 'presiding-officer' },
  })
  expect(made.at(-1)).toMatchObject({ act: 'device-enrolled', actor: { kind: 'device' } })
  expect(JSON.stringify(recorded)).not.toContain(code)
})

test('a device is good until its election is over; one enrolled afterwards was not enrolled for that term', async () => {
  const device = await enrolled()
  const later = open('2026-02-10T00:00:00.000Z')
  await later.devices.start()
  expect(later.devices.findSigner(device.keyId)?.isOver).toBe(false)
  clock.advance(3 * 24 * 3_600_000)
  expect(later.devices.findSigner(device.keyId)?.isOver).toBe(true)
  const again = testDevice()
  await later.devices.enrolDevices([{ publicKey: again.publicKey, electionId, scope: 'NA-21/9' }], {
    kind: 'account',
    id: 'secretariat',
  })
  expect(later.devices.findSigner(again.keyId)?.isOver).toBe(false)
})
