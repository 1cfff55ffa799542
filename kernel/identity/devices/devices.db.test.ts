import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, deviceKeyId, findGrant, identityMigrations, type Person } from '../index.ts'
import { freshPublicKey, officerOfNa21, secretariat } from '../testing.testkit.ts'
import { createDeviceRoom, type DeviceRoom } from './room.ts'

const clock = testClock('2018-07-20T08:00:00Z')
let database: Database
let drop: () => Promise<void>
let room: DeviceRoom
const by = { kind: 'account', id: 'account-1' } as const
const recorded: LedgerAct[] = []
const hex64: unknown = expect.stringMatching(/^[0-9a-f]{64}$/)
const grantFor: Parameters<typeof createDeviceRoom>[0]['grantFor'] = (person, act, where) =>
  findGrant(person, act, where, clock.now())
const start = () =>
  createDeviceRoom({
    database,
    now: clock.now,
    grantFor,
    record: (_tx, entries) => {
      recorded.push(...entries)
      return Promise.resolve()
    },
  })
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [identityMigrations]))
  room = start()
  await room.devices.start()
})
afterAll(() => drop())

const request = (scope: string, publicKey = freshPublicKey()) => ({
  publicKey,
  electionId: 'general-election-2018',
  scope,
})
const keyIdOf = (publicKey: string) => deviceKeyId(Buffer.from(publicKey, 'base64'))

test('an enrolled device is found by its key id at once, and an unknown one is not', async () => {
  const device = request('NA-21/17')
  expect(await room.devices.enrolDevices([device], by)).toEqual({
    ok: true,
    value: { enrolled: 1, already: 0 },
  })
  expect(room.devices.findDevice(keyIdOf(device.publicKey))).toEqual({
    ...device,
    keyId: keyIdOf(device.publicKey),
    kind: 'phone',
    scopeKind: 'station',
    enrolledAt: clock.now(),
    revokedAt: null,
  })
  expect(room.devices.findDevice('0'.repeat(32))).toBeUndefined()
})

test('sending the same list again changes nothing and records nothing', async () => {
  const list = [request('NA-21/18'), request('NA-21/19')]
  await room.devices.enrolDevices(list, by)
  const entries = recorded.length
  expect(await room.devices.enrolDevices(list, by)).toEqual({
    ok: true,
    value: { enrolled: 0, already: 2 },
  })
  expect(recorded.length).toBe(entries)
})

test('one wrong device in a list and none of it lands', async () => {
  const taken = request('NA-21/20')
  await room.devices.enrolDevices([taken], by)
  const before = room.devices.count
  const lists = [
    [request('NA-21/21'), { ...taken, scope: 'NA-21/99' }],
    [request('NA-21/21'), { ...taken, electionId: 'demonstration-2026' }],
    [request('NA-21/21'), request('NA-21/22', 'not a key')],
    [request('NA-21/21'), request('NA-21/22', Buffer.alloc(31).toString('base64'))],
    [request('NA-21/21', taken.publicKey.replace(/=$/, ''))],
  ]
  const answers = []
  for (const list of lists) {
    const answer = await room.devices.enrolDevices(list, by)
    answers.push(answer.ok ? 'enrolled' : [answer.refusal.kind.code, answer.refusal.field])
  }
  expect(answers).toEqual([
    ['identity.device-elsewhere', '/devices/1'],
    ['identity.device-elsewhere', '/devices/1'],
    ['identity.bad-device-key', '/devices/1/publicKey'],
    ['identity.bad-device-key', '/devices/1/publicKey'],
    ['identity.bad-device-key', '/devices/0/publicKey'],
  ])
  const stored = await database.pool.query('select count(*)::int as n from identity.device')
  expect([room.devices.count, (stored.rows[0] as { n: number }).n]).toEqual([before, before])
})

test('an enrolment leaves one ledger entry without naming anybody but the account', () => {
  expect(recorded[0]).toEqual({
    system: 'identity',
    act: 'devices-enrolled',
    subject: 'general-election-2018',
    actor: by,
    madeAt: '2018-07-20T08:00:00.000Z',
    arrivedAt: '2018-07-20T08:00:00.000Z',
    changes: [{ record: expect.stringMatching(/^identity.device:[0-9a-f]{32}$/), before: null, after: hex64 }],
    detail: { enrolled: 1, ofList: 1, devicesSha256: hex64 },
  })
})

test('a revoked device stays known as revoked; a second revocation keeps the first instant', async () => {
  const device = request('NA-21/30')
  await room.devices.enrolDevices([device], by)
  await room.devices.revokeDevice(keyIdOf(device.publicKey), 'lost', by)
  clock.advance(60_000)
  await room.devices.revokeDevice(keyIdOf(device.publicKey), 'lost', by)
  expect(room.devices.findDevice(keyIdOf(device.publicKey))?.revokedAt?.toISOString()).toBe('2018-07-20T08:00:00.000Z')
  expect(await room.devices.revokeDevice('0'.repeat(32), 'lost', by)).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'identity.device-unknown' } },
  })
})

test('another process finds what was enrolled before it started, and what changed since', async () => {
  const other = start()
  await other.devices.start()
  expect(other.devices.count).toBe(room.devices.count)
  clock.advance(3_600_000)
  const late = request('NA-21/40')
  await room.devices.enrolDevices([late], by)
  await room.devices.revokeDevice(keyIdOf(late.publicKey), 'lost', by)
  expect(other.devices.findDevice(keyIdOf(late.publicKey))).toBeUndefined()
  await other.devices.refresh()
  expect(other.devices.findDevice(keyIdOf(late.publicKey))?.revokedAt).not.toBeNull()
})

test('a list of more than one statement is enrolled and read back whole', async () => {
  const key = (i: number) => Buffer.from(i.toString(16).padStart(64, '0'), 'hex').toString('base64')
  const list = Array.from({ length: 25_000 }, (_, i) => request(`NA-22/${i}`, key(i)))
  expect(await room.devices.enrolDevices(list, by)).toEqual({
    ok: true,
    value: { enrolled: 25_000, already: 0 },
  })
  const other = start()
  await other.devices.start()
  expect(other.devices.findDevice(keyIdOf(key(24_999)))?.scope).toBe('NA-22/24999')
  expect(other.devices.count).toBe(room.devices.count)
})

test('over HTTP the secretariat enrols, and an officer revokes in the own seat only', async () => {
  const session = { id: 's', device: 'browser-1', secondFactorAt: clock.now().toISOString() }
  const people: Record<string, Person> = {
    'who=secretariat': { accountId: 's', name: 'S', grants: [secretariat], session },
    'who=officer': { accountId: 'o', name: 'O', grants: [officerOfNa21], session },
  }
  const http = createHttp({
    version: 'test',
    authenticate: ({ headers }) => Promise.resolve(people[String(headers['cookie'])] ?? null),
    grantFor: grantFor,
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(room.routes)
  const mine = freshPublicKey()
  const foreign = freshPublicKey()
  const payload = {
    electionId: 'general-election-2018',
    devices: [
      { publicKey: mine, scope: 'NA-21/50' },
      { publicKey: foreign, scope: 'NA-22/50' },
    ],
  }
  const enrol = (cookie: string) =>
    http.fastify.inject({ method: 'POST', url: '/api/identity/devices', headers: { cookie }, payload })
  expect((await enrol('who=officer')).statusCode).toBe(403)
  expect((await enrol('who=secretariat')).json()).toEqual({ enrolled: 2, already: 0 })
  const revoke = async (key: string) =>
    (
      await http.fastify.inject({
        method: 'POST',
        url: `/api/identity/devices/${keyIdOf(key)}/revocation`,
        headers: { cookie: 'who=officer' },
        payload: { reason: 'lost' },
      })
    ).statusCode
  expect([await revoke(mine), await revoke(foreign), await revoke(freshPublicKey())]).toEqual([204, 403, 403])
})
