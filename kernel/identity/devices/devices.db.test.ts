import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { acts, createIdentity, deviceKeyId, identityMigrations, type Identity, type Person } from '../index.ts'
import { freshPublicKey, officerOfNa21, secretariat } from '../testing.testkit.ts'

const clock = testClock('2018-07-20T08:00:00Z')
let database: Database
let drop: () => Promise<void>
let identity: Identity
const recorded: LedgerAct[] = []
const start = () =>
  createIdentity({
    database,
    now: clock.now,
    secure: false,
    record: (_tx, entries) => {
      recorded.push(...entries)
      return Promise.resolve()
    },
  })
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [identityMigrations]))
  identity = start()
  await identity.devices.start()
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
  expect(await identity.devices.enrolDevices([device], 'account-1')).toEqual({
    ok: true,
    value: { enrolled: 1, already: 0 },
  })
  expect(identity.devices.findDevice(keyIdOf(device.publicKey))).toEqual({
    ...device,
    keyId: keyIdOf(device.publicKey),
    revokedAt: null,
  })
  expect(identity.devices.findDevice('0'.repeat(32))).toBeUndefined()
})

test('sending the same list again changes nothing and records nothing', async () => {
  const list = [request('NA-21/18'), request('NA-21/19')]
  await identity.devices.enrolDevices(list, 'account-1')
  const entries = recorded.length
  expect(await identity.devices.enrolDevices(list, 'account-1')).toEqual({
    ok: true,
    value: { enrolled: 0, already: 2 },
  })
  expect(recorded.length).toBe(entries)
})

test('one wrong device in a list and none of it lands', async () => {
  const taken = request('NA-21/20')
  await identity.devices.enrolDevices([taken], 'account-1')
  const before = identity.devices.count
  const lists = [
    [request('NA-21/21'), { ...taken, scope: 'NA-21/99' }],
    [request('NA-21/21'), { ...taken, electionId: 'demonstration-2026' }],
    [request('NA-21/21'), request('NA-21/22', 'not a key')],
    [request('NA-21/21'), request('NA-21/22', Buffer.alloc(31).toString('base64'))],
    [request('NA-21/21', taken.publicKey.replace(/=$/, ''))],
  ]
  const answers = []
  for (const list of lists) {
    const answer = await identity.devices.enrolDevices(list, 'account-1')
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
  expect([identity.devices.count, (stored.rows[0] as { n: number }).n]).toEqual([before, before])
})

test('an enrolment leaves one ledger entry without naming anybody but the account', () => {
  expect(recorded[0]).toEqual({
    system: 'identity',
    act: 'devices-enrolled',
    subject: 'general-election-2018',
    actor: { kind: 'account', id: 'account-1' },
    madeAt: '2018-07-20T08:00:00.000Z',
    arrivedAt: '2018-07-20T08:00:00.000Z',
    detail: { enrolled: 1, devicesSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('a revoked device stays known as revoked; a second revocation keeps the first instant', async () => {
  const device = request('NA-21/30')
  await identity.devices.enrolDevices([device], 'account-1')
  await identity.devices.revokeDevice(keyIdOf(device.publicKey), 'account-1')
  clock.advance(60_000)
  await identity.devices.revokeDevice(keyIdOf(device.publicKey), 'account-1')
  expect(identity.devices.findDevice(keyIdOf(device.publicKey))?.revokedAt?.toISOString()).toBe(
    '2018-07-20T08:00:00.000Z',
  )
  expect(await identity.devices.revokeDevice('0'.repeat(32), 'account-1')).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'identity.device-unknown' } },
  })
})

test('another process finds what was enrolled before it started, and what changed since', async () => {
  const other = start()
  await other.devices.start()
  expect(other.devices.count).toBe(identity.devices.count)
  clock.advance(3_600_000)
  const late = request('NA-21/40')
  await identity.devices.enrolDevices([late], 'account-1')
  await identity.devices.revokeDevice(keyIdOf(late.publicKey), 'account-1')
  expect(other.devices.findDevice(keyIdOf(late.publicKey))).toBeUndefined()
  await other.devices.refresh()
  expect(other.devices.findDevice(keyIdOf(late.publicKey))?.revokedAt).not.toBeNull()
})

test('a list of more than one statement is enrolled and read back whole', async () => {
  const key = (i: number) => Buffer.from(i.toString(16).padStart(64, '0'), 'hex').toString('base64')
  const list = Array.from({ length: 25_000 }, (_, i) => request(`NA-22/${i}`, key(i)))
  expect(await identity.devices.enrolDevices(list, 'account-1')).toEqual({
    ok: true,
    value: { enrolled: 25_000, already: 0 },
  })
  const other = start()
  await other.devices.start()
  expect(other.devices.findDevice(keyIdOf(key(24_999)))?.scope).toBe('NA-22/24999')
  expect(other.devices.count).toBe(identity.devices.count)
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
    grantFor: identity.grantFor,
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(identity.routes)
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
      })
    ).statusCode
  expect([await revoke(mine), await revoke(foreign), await revoke(freshPublicKey())]).toEqual([204, 403, 403])
})
