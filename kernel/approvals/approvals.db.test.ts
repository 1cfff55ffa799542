import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { findApprovingGrant, findGrant, type Grant } from '@intikhab/kernel/identity'
import {
  createLedger,
  hashReason,
  ledgerMigrations,
  openSigner,
  type ActApproval,
  type Ledger,
} from '@intikhab/kernel/ledger'
import { doDueJobs, installJobs } from '@intikhab/kernel/jobs'
import { accept, refuse, refusals } from '@intikhab/kernel/refusal'
import { actsIn, approveAs, disagreements, freshDatabase, tamper, testClock } from '@intikhab/kernel/testkit'
import { z } from 'zod'
import { approvalsMigrations, createApprovals, type Approvals, type WeightyAct } from './index.ts'

const clock = testClock('2026-11-22T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'intikhab-approvals-'))
const kinds = refusals('test', {
  impossible: { status: 409, en: 'It cannot be done.', ur: 'یہ نہیں ہو سکتا۔' },
  late: { status: 409, en: 'Somebody was faster.', ur: 'کوئی پہلے کر چکا۔' },
})

/** The made-up system: letters that are sent to many people. */
const world = {
  sent: new Map<string, number>(),
  readers: 100,
  fails: '',
  isBroken: false,
  sendings: 0,
  /** What somebody does while a letter is being sent. */
  meanwhile: async () => {},
}
const letter = z.object({ text: z.string().max(1000), to: z.int() })
const letters: WeightyAct<z.infer<typeof letter>> = {
  kind: 'test.letter',
  act: 'programme.change',
  title: { en: 'Send a letter', ur: 'خط بھیجنا' },
  lapsesAfterHours: 6,
  payload: letter,
  place: () => ({ kind: 'national' }),
  needsApproval: ({ to }) => to > 10_000,
  preview: async ({ text, to }) =>
    world.fails === 'preview'
      ? refuse(kinds.impossible)
      : accept({
          subject: 'letters/1',
          section: 's.8',
          sentence: { en: `A letter goes to ${to} people.`, ur: `خط ${to} افراد کو جائے گا۔` },
          counts: [{ label: { en: 'Readers', ur: 'قارئین' }, before: world.readers, after: world.readers + to }],
          differences: [{ field: { en: 'Text', ur: 'متن' }, before: null, after: text }],
        }),
  takesLong: ({ to }) => to > 1_000_000,
  async carryOut({ to }, { id }: ActApproval, onProgress) {
    onProgress?.({ step: { en: 'Letters sent', ur: 'خط بھیجے گئے' }, done: to / 2, of: to })
    await world.meanwhile()
    if (world.fails === 'carry-out') return refuse(kinds.late)
    if (!world.sent.has(id)) world.sendings += 1
    world.sent.set(id, to)
    if (world.isBroken) throw new Error('the machine went down')
    return accept({ sent: to, entryId: 77 })
  },
}

const national: Grant[] = [{ role: 'secretariat', scope: { kind: 'national' } }]
const people: Record<string, Grant[]> = {
  amna: national,
  bilal: national,
  chanda: [{ role: 'auditor', scope: { kind: 'national' } }],
  dawood: [{ role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-1' } }],
}

let database: Database
let ownerUrl: string
let drop: () => Promise<void>
let ledger: Ledger
let approvals: Approvals
let http: HttpServer
let problems: unknown[] = []
let isStale = false

function open(): Approvals {
  const gate = {
    grantFor: (person: { grants: readonly Grant[] }, act: string, where = { kind: 'national' } as const) =>
      findGrant(person, act, where, clock.now()),
    approvingGrantFor: (person: { grants: readonly Grant[] }, act: string, where = { kind: 'national' } as const) =>
      findApprovingGrant(person, act, where, clock.now()),
    wantsFreshFactor: () => isStale,
  }
  const made = createApprovals({ database, ledger, gate, now: clock.now, onProblem: (each) => problems.push(each) })
  made.define(letters)
  return made
}

beforeAll(async () => {
  ;({
    database,
    drop,
    url: ownerUrl,
  } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, approvalsMigrations]))
  await installJobs(ownerUrl)
  const signer = openSigner(join(folder, 'key'), 'approvals.test')
  ledger = createLedger({ database, folder: join(folder, 'ledger'), signer, origin: 'approvals.test' })
  approvals = open()
  http = createHttp({
    version: '1',
    authenticate: async ({ headers }) => {
      const [accountId = '', device = accountId] = String(headers['x-person'] ?? '').split('@')
      const grants = people[accountId]
      const session = { id: `session of ${accountId}`, device, secondFactorAt: clock.now().toISOString() }
      return grants === undefined ? null : { accountId, name: `Officer ${accountId}`, grants, session }
    },
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(approvals.routes)
})
beforeEach(() => {
  problems = []
  isStale = false
  Object.assign(world, { fails: '', isBroken: false, readers: 100, sendings: 0, meanwhile: async () => {} })
})
afterAll(async () => {
  await http.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const as = (person: string) => async (method: 'GET' | 'POST', path: string, body?: object) => {
  const answer = await http.fastify.inject({
    method,
    url: path,
    headers: { 'x-person': person },
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

function callerOf(accountId: string, device = accountId) {
  const session = { id: `session of ${accountId}`, device, secondFactorAt: clock.now().toISOString() }
  const person = { accountId, name: `Officer ${accountId}`, grants: people[accountId] ?? [], session }
  return { person, actor: { kind: 'account', id: accountId, device } as const, ip: '127.0.0.1' }
}

async function propose(to = 50_000, by = 'amna', reason = 'The poll is near'): Promise<string> {
  const proposed = await approvals.propose('test.letter', { text: 'Vote.', to }, { caller: callerOf(by), reason })
  if (!proposed.ok) throw new Error(proposed.refusal.kind.code)
  return proposed.value.approvalId
}

const entries = async (id: string) => (await actsIn(database.pool)).filter(({ detail }) => detail['approvalId'] === id)

describe('proposing', () => {
  test('is entered in the ledger: who in which office and where, what by hash, the reason by salted hash', async () => {
    const id = await propose()
    const [entry, ...more] = await entries(id)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      system: 'approvals',
      act: 'proposed',
      subject: 'letters/1',
      section: 's.8',
      actor: { kind: 'account', id: 'amna', role: 'secretariat', office: 'national', device: 'amna' },
      changes: [{ record: `approvals.proposal:${id}`, before: null, after: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      detail: { kind: 'test.letter', lapsesAt: '2026-11-22T14:00:00.000Z' },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Vote|near|Officer/)
    const { rows } = await database.pool.query('select salt from approvals.proposal where id = $1', [id])
    expect(entry?.reasonHash).toBe(hashReason('The poll is near', (rows[0] as { salt: Buffer }).salt))
  })

  test('is for who may do the act there, with a payload that fits and can be done', async () => {
    const code = async (payload: unknown, by: string, reason = '') => {
      const outcome = await approvals.propose('test.letter', payload, { caller: callerOf(by), reason })
      return outcome.ok ? '' : outcome.refusal.kind.code
    }
    expect(await code({ text: 'x', to: 1 }, 'dawood')).toBe('http.not-permitted')
    expect(await code({ text: 'x', to: 1 }, 'chanda')).toBe('http.not-permitted')
    expect(await code({ text: 'x' }, 'amna')).toBe('approvals.bad-payload')
    expect(await code({ text: 'a\0b', to: 1 }, 'amna')).toBe('approvals.bad-payload')
    expect(await code({ text: '\ud800', to: 1 }, 'amna')).toBe('approvals.bad-payload')
    expect(await code({ text: 'x', to: 1 }, 'amna', 'a\0b')).toBe('approvals.bad-payload')
    world.fails = 'preview'
    expect(await code({ text: 'x', to: 1 }, 'amna')).toBe('test.impossible')
  })

  test('takes two only above the act’s own threshold', () => {
    const needed = (to: number) => approvals.isNeeded('test.letter', { text: 'x', to })
    expect([needed(10_000), needed(10_001)]).toEqual([accept(false), accept(true)])
    expect(approvals.isNeeded('test.letter', {})).toMatchObject({
      refusal: { kind: { code: 'approvals.bad-payload' } },
    })
  })
})

describe('deciding', () => {
  test('a second officer sees what will happen, approves it, and it is done once', async () => {
    const id = await propose()
    expect(await as('bilal')('GET', '/api/approvals/waiting')).toMatchObject({ status: 200 })
    const shown = await as('bilal')('GET', `/api/approvals/${id}`)
    expect(shown.body).toMatchObject({
      mayDecide: true,
      hasChanged: false,
      proposedBy: { name: 'Officer amna', role: 'secretariat' },
      preview: { counts: [{ before: 100, after: 50_100 }] },
    })
    const done = await approveAs(as('bilal'), id)
    expect(done).toMatchObject({ status: 200, body: { state: 'carried-out', done: { sent: 50_000, entryId: 77 } } })
    expect(world.sent.get(id)).toBe(50_000)
    expect((await entries(id)).map(({ act, actor }) => [act, actor.id, actor.role])).toEqual([
      ['proposed', 'amna', 'secretariat'],
      ['approved', 'bilal', 'secretariat'],
      ['carried-out', 'approvals', undefined],
    ])
    const steps = done.body['steps'] as { state: string; entryId: number }[]
    expect(steps.map(({ state }) => state)).toEqual(['proposed', 'approved', 'carried-out'])
    expect(await approveAs(as('bilal'), id)).toMatchObject({ status: 409, body: { code: 'approvals.decided' } })
    expect(world.sendings).toBe(1)
  })

  test.each([
    ['the proposer', 'amna@elsewhere', 403, 'approvals.own-proposal'],
    ['a second officer at the proposer’s device', 'bilal@amna', 403, 'approvals.same-device'],
    ['an auditor, who may look', 'chanda', 403, 'approvals.not-approver'],
    ['an officer of another place, who learns nothing', 'dawood', 404, 'approvals.unknown'],
  ])('%s is refused', async (_who, person, status, code) => {
    const id = await propose()
    const { previewSha256 } = (await as('bilal')('GET', `/api/approvals/${id}`)).body
    const answer = await as(person)('POST', `/api/approvals/${id}/approval`, { previewSha256 })
    expect(answer).toMatchObject({ status, body: { code } })
    expect(await entries(id)).toHaveLength(1)
  })

  test('an old second factor is asked for again', async () => {
    const id = await propose()
    isStale = true
    expect(await approveAs(as('bilal'), id)).toMatchObject({ body: { code: 'http.fresh-factor-required' } })
    isStale = false
    expect(await approveAs(as('bilal'), id)).toMatchObject({ status: 200 })
  })

  test('what has changed since it was shown is refused, and the new one is shown', async () => {
    const id = await propose()
    const { previewSha256 } = (await as('bilal')('GET', `/api/approvals/${id}`)).body
    world.readers = 200
    expect(await as('bilal')('POST', `/api/approvals/${id}/approval`, { previewSha256 })).toMatchObject({
      status: 409,
      body: { code: 'approvals.changed' },
    })
    expect((await as('bilal')('GET', `/api/approvals/${id}`)).body).toMatchObject({
      hasChanged: true,
      preview: { counts: [{ before: 200, after: 50_200 }] },
    })
    expect(await approveAs(as('bilal'), id)).toMatchObject({ body: { state: 'carried-out' } })
  })

  test('what can no longer be done says so, and is not approved', async () => {
    const id = await propose()
    world.fails = 'preview'
    expect((await as('bilal')('GET', `/api/approvals/${id}`)).body).toMatchObject({
      obstacle: { code: 'test.impossible' },
    })
    expect(await approveAs(as('bilal'), id)).toMatchObject({ status: 409, body: { code: 'test.impossible' } })
  })

  test('of two approvers at once one wins, and the act is done once', async () => {
    people['erum'] = national
    const id = await propose()
    const both = await Promise.all([approveAs(as('bilal'), id), approveAs(as('erum'), id)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(world.sendings).toBe(1)
    expect((await entries(id)).map(({ act }) => act)).toEqual(['proposed', 'approved', 'carried-out'])
  })

  test('an act that is refused after all has failed, and says why', async () => {
    const id = await propose()
    world.fails = 'carry-out'
    expect(await approveAs(as('bilal'), id)).toMatchObject({
      status: 200,
      body: { state: 'failed', failure: { code: 'test.late', ur: 'کوئی پہلے کر چکا۔' } },
    })
    expect((await entries(id)).at(-1)).toMatchObject({ act: 'failed', detail: { refused: 'test.late' } })
  })

  test('it is returned with a reason, which the proposer reads', async () => {
    const id = await propose()
    const path = `/api/approvals/${id}/return`
    expect(await as('bilal')('POST', path, { reason: ' ' })).toMatchObject({
      body: { code: 'approvals.reason-missing' },
    })
    expect(await as('bilal')('POST', path, { reason: 'Wrong list' })).toMatchObject({ body: { state: 'returned' } })
    expect((await as('amna')('GET', `/api/approvals/${id}`)).body).toMatchObject({
      decision: { by: { name: 'Officer bilal' }, reason: 'Wrong list' },
    })
    expect((await entries(id)).at(-1)).toMatchObject({ act: 'returned', reasonHash: expect.any(String) })
  })

  test('the proposer withdraws it, nobody else', async () => {
    const id = await propose()
    const path = `/api/approvals/${id}/withdrawal`
    expect(await as('bilal')('POST', path, {})).toMatchObject({ status: 403, body: { code: 'approvals.not-proposer' } })
    expect(await as('amna')('POST', path, {})).toMatchObject({ body: { state: 'withdrawn' } })
  })
})

test('it lapses by time alone; the entry is written when somebody gets round to it, once', async () => {
  const id = await propose()
  clock.advance(6 * 3_600_000)
  expect((await as('bilal')('GET', `/api/approvals/${id}`)).body).toMatchObject({ state: 'lapsed', mayDecide: false })
  expect(await approveAs(as('bilal'), id)).toMatchObject({ status: 410, body: { code: 'approvals.lapsed' } })
  expect(await entries(id)).toHaveLength(1)
  expect(await approvals.enterLapsed()).toBeGreaterThanOrEqual(1)
  expect(await approvals.enterLapsed()).toBe(0)
  expect((await entries(id)).at(-1)).toMatchObject({ act: 'lapsed', actor: { kind: 'system' } })
})

test('the inbox: what waits, what one proposed, what is done', async () => {
  const id = await propose()
  const idsIn = async (person: string) => {
    const { body } = await as(person)('GET', '/api/approvals')
    const lists = body as Record<'waiting' | 'mine' | 'done', { id: string }[]>
    return (['waiting', 'mine', 'done'] as const).filter((list) => lists[list].some((each) => each.id === id))
  }
  expect([await idsIn('bilal'), await idsIn('amna'), await idsIn('dawood')]).toEqual([['waiting'], ['mine'], []])
  await approveAs(as('bilal'), id)
  expect([await idsIn('bilal'), await idsIn('amna'), await idsIn('dawood')]).toEqual([['done'], ['done'], []])
})

describe('a server that dies between approval and act', () => {
  test('before the act: the next start carries it out', async () => {
    const id = await propose()
    world.isBroken = true
    expect((await approveAs(as('bilal'), id)).status).toBe(500)
    expect((await as('bilal')('GET', `/api/approvals/${id}`)).body).toMatchObject({ state: 'approved' })
    await open().resume()
    expect(problems).toHaveLength(1)
    world.isBroken = false
    await open().resume()
    expect((await as('bilal')('GET', `/api/approvals/${id}`)).body).toMatchObject({ state: 'carried-out' })
    expect(world.sendings).toBe(1)
    expect((await entries(id)).map(({ act }) => act)).toEqual(['proposed', 'approved', 'carried-out'])
  })

  test('two processes that make up for it at once write it once', async () => {
    const id = await propose()
    world.isBroken = true
    await approveAs(as('bilal'), id)
    world.isBroken = false
    await Promise.all([open().resume(), open().resume()])
    expect((await entries(id)).map(({ act }) => act)).toEqual(['proposed', 'approved', 'carried-out'])
  })
})

describe('an act that takes long', () => {
  async function approve(): Promise<string> {
    const id = await propose(2_000_000)
    const { previewSha256 } = (await as('bilal')('GET', `/api/approvals/${id}`)).body
    const answer = await as('bilal')('POST', `/api/approvals/${id}/approval`, { previewSha256 })
    expect(answer).toMatchObject({ status: 200, body: { state: 'approved', progress: null } })
    return id
  }
  const work = (room = approvals) => doDueJobs({ database, jobs: room.jobs })

  test('is carried out by the worker, and the proposal shows how far it has come', async () => {
    const id = await approve()
    expect(world.sent.has(id)).toBe(false)
    const seen: unknown[] = []
    world.meanwhile = async () => void seen.push((await as('amna')('GET', `/api/approvals/${id}`)).body['progress'])
    await work()
    expect(seen).toEqual([{ step: expect.objectContaining({ en: 'Letters sent' }), done: 1_000_000, of: 2_000_000 }])
    expect((await as('amna')('GET', `/api/approvals/${id}`)).body).toMatchObject({
      state: 'carried-out',
      progress: null,
      done: { sent: 2_000_000 },
    })
    expect((await entries(id)).map(({ act }) => act)).toEqual(['proposed', 'approved', 'carried-out'])
  })

  test('waits in the queue when the server dies, and the next one does it once', async () => {
    const id = await approve()
    const next = open()
    await next.resume()
    expect(world.sent.has(id)).toBe(false)
    await work(next)
    await work()
    expect(world.sendings).toBe(1)
    expect((await as('amna')('GET', `/api/approvals/${id}`)).body).toMatchObject({ state: 'carried-out' })
  })

  test('that is refused after all has failed, and says why', async () => {
    const id = await approve()
    world.fails = 'carry-out'
    await work()
    expect((await as('amna')('GET', `/api/approvals/${id}`)).body).toMatchObject({
      state: 'failed',
      failure: { code: 'test.late' },
    })
  })
})

describe('the register beside the ledger', () => {
  test('every proposal has the fingerprint that its last step left', async () => {
    expect(await disagreements([approvals.audited], await actsIn(database.pool))).toEqual([])
  })

  test('a decision changed by hand is found', async () => {
    const id = await propose()
    await tamper(ownerUrl, `update approvals.proposal set payload = '{"text": "Vote.", "to": 1}' where id = '${id}'`)
    expect(await disagreements([approvals.audited], await actsIn(database.pool))).toEqual([
      `approvals.proposal:${id}: differs`,
    ])
  })
})
