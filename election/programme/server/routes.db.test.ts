import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { approvalsMigrations, createApprovals } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { HttpServer } from '@intikhab/kernel/http'
import { createLedger, hashReason, ledgerMigrations, openSigner } from '@intikhab/kernel/ledger'
import type { Ledger } from '@intikhab/kernel/ledger'
import {
  actsIn,
  anyOffice,
  approveAs,
  disagreements,
  freshDatabase,
  tamper,
  testClock,
  testSession,
  type Ask,
} from '@intikhab/kernel/testkit'
import { auditedProgramme, createProgramme, programmeMigrations, programmeRoutes } from '../index.ts'
import type { Programme } from '../index.ts'

const december2023 = {
  notification: '2023-12-15',
  nominationsOpen: '2023-12-20',
  nominationsClose: '2023-12-22',
  namesPublished: '2023-12-23',
  scrutinyEnd: '2023-12-30',
  appealsFiledBy: '2024-01-03',
  appealsDecidedBy: '2024-01-10',
  revisedList: '2024-01-11',
  withdrawal: '2024-01-12',
  symbols: '2024-01-13',
  poll: '2024-02-08',
}
const twoDaysMore = { ...december2023, nominationsClose: '2023-12-24', namesPublished: '2023-12-25' }
const announcement = {
  id: 'general-election-2024',
  nameEn: 'General Election 2024',
  nameUr: 'عام انتخابات 2024',
  kind: 'general',
  packId: 'elections-act-2017@2023-08',
  assemblies: ['NA', 'PP', 'PS', 'PK', 'PB'],
  stages: december2023,
  reason: 'General election',
}
const change = { basedOn: 1, stages: twoDaysMore, reason: 'More time for candidates to file', orderReference: null }
const order = 'No. F.2(1)/2023-Elec-I'

const clock = testClock('2023-12-15T17:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'intikhab-programme-'))
let database: Database
let drop: () => Promise<void>
let ownerUrl: string
let ledger: Ledger
let programme: Programme
let http: HttpServer
let may = true
const told: string[] = []

beforeAll(async () => {
  ;({
    database,
    drop,
    url: ownerUrl,
  } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, approvalsMigrations, programmeMigrations]))
  const signer = openSigner(join(folder, 'key'), 'programme.test')
  ledger = createLedger({ database, folder: join(folder, 'ledger'), signer, origin: 'programme.test' })
  programme = createProgramme({ database, ledger, now: clock.now })
  programme.onChange((id) => told.push(id))
  const gate = {
    grantFor: () => (may ? anyOffice : undefined),
    approvingGrantFor: () => anyOffice,
    wantsFreshFactor: () => false,
  }
  const approvals = createApprovals({ database, ledger, gate, now: clock.now })
  http = createHttp({
    version: '1',
    authenticate: async ({ headers }) =>
      headers['x-person']
        ? {
            accountId: String(headers['x-person']),
            name: 'Officer',
            grants: [],
            session: { ...testSession, device: `browser of ${String(headers['x-person'])}` },
          }
        : null,
    grantFor: gate.grantFor,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(approvals.routes)
  http.register(programmeRoutes(programme, approvals))
})
afterAll(async () => {
  await http.close()
  await drop()
  rmSync(folder, { recursive: true })
})

async function ask(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  headers: Record<string, string> = { 'x-person': 'secretary-1' },
) {
  const answer = await http.fastify.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

/** Proposes as one secretary and approves as another; what became of the proposal. */
async function askTwo(url: string, body: object) {
  const proposed = await ask('POST', url, body)
  if (proposed.status !== 202) return proposed
  return approveAs(
    (method, path, sent) => ask(method, path, sent, { 'x-person': 'secretary-2' }),
    proposed.body['approvalId'],
  )
}

const entries = async () => (await actsIn(database.pool)).filter(({ system }) => system === 'programme')

describe('announcing', () => {
  test('is refused to the public and to who does not hold the act', async () => {
    expect(await ask('POST', '/api/elections', announcement, {})).toMatchObject({ status: 401 })
    may = false
    expect(await ask('POST', '/api/elections', announcement)).toMatchObject({ status: 403 })
    may = true
    expect(await entries()).toEqual([])
  })

  test.each([
    [{ id: 'General 2024' }, 400, 'programme.bad-election-id'],
    [{ packId: 'elections-act-1976' }, 422, 'programme.unknown-rule-pack'],
    [{ stages: { ...december2023, symbols: '2024-01-32' } }, 422, 'programme.bad-stage-date'],
    [{ stages: { poll: '2024-02-08' } }, 400, 'http.invalid-input'],
    [{ holidays: ['25 December'] }, 422, 'programme.bad-holiday'],
    [{ assemblies: ['NA', 'NA'] }, 400, 'http.invalid-input'],
    [{ stages: twoDaysMore }, 422, 'programme.order-needed'],
    [{ reason: '' }, 422, 'programme.reason-missing'],
  ])('with %o is %i %s, and leaves nothing', async (wrong, status, code) => {
    expect(await ask('POST', '/api/elections', { ...announcement, ...wrong })).toMatchObject({ status, body: { code } })
    expect(await ask('GET', '/api/elections')).toMatchObject({ body: { elections: [] } })
    expect(await entries()).toEqual([])
  })

  test('leaves an entry in the ledger, which holds the fingerprint of the reason and not its words', async () => {
    const done = await askTwo('/api/elections', announcement)
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'carried-out', done: { electionId: 'general-election-2024', version: 1 } },
    })
    const [entry] = await entries()
    expect(entry).toMatchObject({
      system: 'programme',
      act: 'election-announced',
      subject: 'general-election-2024',
      actor: { kind: 'account', id: 'secretary-1', role: 'secretariat', office: 'national' },
      madeAt: '2023-12-15T17:00:00.000Z',
      approval: { proposedBy: { id: 'secretary-1' }, approvedBy: { id: 'secretary-2' } },
      section: 's.57',
      reasonHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      detail: { version: 1, packId: 'elections-act-2017@2023-08', stages: december2023, orderReference: null },
    })
    expect(JSON.stringify(entry)).not.toContain('General election')
    expect(told).toEqual(['general-election-2024'])
  })

  test('a second time is refused, and leaves no entry', async () => {
    const again = await ask('POST', '/api/elections', announcement)
    expect(again).toMatchObject({ status: 409, body: { code: 'programme.election-exists' } })
    expect(await entries()).toHaveLength(1)
  })
})

describe('the change of 22 December 2023', () => {
  const address = '/api/elections/general-election-2024/programme'

  test('shows before it is made that scrutiny shrinks to 6 of 8 days and an order is needed', async () => {
    clock.set('2023-12-22T12:00:00Z')
    expect(await ask('POST', `${address}/proposals`, change)).toMatchObject({
      status: 200,
      body: {
        change: { orderRequired: true, allowed: false, check: { findings: [{ stage: 'scrutinyEnd', shortBy: 2 }] } },
        refusal: { code: 'programme.order-needed', field: '/orderReference', section: 'Elections Act 2017, s.58' },
      },
    })
    expect(await ask('POST', `${address}/proposals`, { ...change, orderReference: order })).toMatchObject({
      body: { refusal: null },
    })
    expect(await entries()).toHaveLength(1)
  })

  test('is refused without the order, and made with it', async () => {
    expect(await ask('POST', address, change)).toMatchObject({ status: 422, body: { code: 'programme.order-needed' } })
    const done = await askTwo(address, { ...change, orderReference: order })
    expect(done).toMatchObject({ status: 200, body: { state: 'carried-out', done: { version: 2 } } })
    expect(done.body['preview']).toMatchObject({
      section: 's.58',
      counts: [
        { before: 1, after: 2 },
        { before: 55, after: 55 },
        { label: { en: 'Last day for nominations: days (the law: 6)' }, before: 7, after: 9 },
        { label: { en: 'Last day of scrutiny: days (the law: 8)' }, before: 8, after: 6 },
      ],
      differences: [
        { before: '2023-12-22', after: '2023-12-24' },
        { before: '2023-12-23', after: '2023-12-25' },
        { before: null, after: order },
      ],
    })
    expect((await entries()).map(({ act, detail }) => [act, detail['version'], detail['orderReference']])).toEqual([
      ['election-announced', 1, null],
      ['programme-changed', 2, order],
    ])
  })

  test('cannot be made from a version that is no longer in force, nor twice from the same version', async () => {
    const later = { ...change, orderReference: order, stages: { ...twoDaysMore, poll: '2024-02-15' } }
    expect(await ask('POST', address, later)).toMatchObject({
      status: 409,
      body: { code: 'programme.version-conflict' },
    })
    const both = await Promise.all([1, 2].map(() => ask('POST', address, { ...later, basedOn: 2 })))
    const second: Ask = (method, path, sent) => ask(method, path, sent, { 'x-person': 'secretary-2' })
    const approved = []
    for (const { body } of both) approved.push(await approveAs(second, body['approvalId']))
    expect(approved).toMatchObject([
      { status: 200, body: { state: 'carried-out' } },
      { status: 409, body: { code: 'programme.version-conflict' } },
    ])
    expect(await entries()).toHaveLength(3)
  })

  test('of an election that does not exist is 404', async () => {
    for (const path of ['programme', 'programme/proposals'])
      expect(await ask('POST', `/api/elections/by-election-2030/${path}`, change)).toMatchObject({
        status: 404,
        body: { code: 'programme.unknown-election' },
      })
  })
})

describe('what everybody may read', () => {
  test('an election with its programme in force, its law and where it stands', async () => {
    clock.set('2024-02-08T21:30:00Z')
    const { body } = await ask('GET', '/api/elections/general-election-2024', undefined, {})
    expect(body).toMatchObject({
      election: { pollDate: '2024-02-15', name: { ur: 'عام انتخابات 2024' } },
      pack: { id: 'elections-act-2017@2023-08' },
      inForce: { version: 3 },
      now: { at: '2024-02-08T21:30:00.000Z', phase: { code: 'campaign', lastDay: '2024-02-14' } },
    })
    const law = body['law'] as { path: string; unconfirmed: boolean }[]
    expect(law.find(({ path }) => path === 'recount.capProvincialVotes')).toMatchObject({ unconfirmed: true })
  })

  test('clocks that run once the poll is over', async () => {
    clock.set('2024-02-15T21:30:00Z')
    const { body } = await ask('GET', '/api/elections/general-election-2024', undefined, {})
    expect(body['now']).toMatchObject({
      phase: { code: 'after-poll', lastDay: null },
      clocks: [
        { code: 'provisional', status: { state: 'late', lateByMs: 1_800_000 } },
        { code: 'complete', status: { state: 'before' } },
        { code: 'sendForms', status: { state: 'not-started' } },
        { code: 'publish', status: { state: 'before' } },
      ],
    })
  })

  test('every version with its reason and what it changed', async () => {
    const { body } = await ask('GET', '/api/elections/general-election-2024/programme/versions', undefined, {})
    const versions = body['versions'] as { reason: string; changes: { stage: string }[] }[]
    expect(versions.map(({ reason, changes }) => [reason, changes.map(({ stage }) => stage)])).toEqual([
      ['General election', []],
      ['More time for candidates to file', ['nominationsClose', 'namesPublished', 'scrutinyEnd']],
      ['More time for candidates to file', ['poll']],
    ])
  })

  test('the edition’s file says the same', async () => {
    const elections = await programme.store.listElections()
    const files = elections[0] && (await programme.editionFiles(elections[0].id))
    if (!files?.ok) throw new Error('no files')
    const [file] = files.value
    expect(file).toMatchObject({ path: 'election.json', mediaType: 'application/json' })
    const { body } = await ask('GET', '/api/elections/general-election-2024/programme/versions', undefined, {})
    expect(JSON.parse(file?.bytes.toString() ?? '')).toMatchObject({ versions: body['versions'] })
  })

  test.each(['', '/programme/versions'])('an election that does not exist is 404 at %s', async (rest) => {
    expect(await ask('GET', `/api/elections/by-election-2030${rest}`)).toMatchObject({ status: 404 })
  })
})

describe('the register beside the ledger', () => {
  test('every election and version has the fingerprint that its act left', async () => {
    expect(await disagreements(auditedProgramme(database), await entries())).toEqual([])
  })

  test('the reason in the register is the one of the fingerprint', async () => {
    const [, changed] = await entries()
    const kept = await programme.store.findReason('general-election-2024', 2)
    expect(kept?.words).toBe('More time for candidates to file')
    expect(hashReason(kept?.words ?? '', kept?.salt ?? Buffer.alloc(0))).toBe(changed?.reasonHash)
  })

  test.each([
    [
      `update programme.programme_version set stages = jsonb_set(stages, '{poll}', '"2024-02-16"') where version = 3`,
      'version:general-election-2024/3',
    ],
    [
      `update programme.programme_version set reason = 'Another reason' where version = 2`,
      'version:general-election-2024/2',
    ],
    [`update programme.election set pack_id = 'elections-act-2017@2018'`, 'election:general-election-2024'],
  ])('a row changed by hand is found: %s', async (tampering, record) => {
    await tamper(ownerUrl, tampering)
    expect(await disagreements(auditedProgramme(database), await entries())).toContain(`programme.${record}: differs`)
  })
})
