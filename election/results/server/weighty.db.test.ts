import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { approvalsMigrations, type Approvals } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { acts, findGrant } from '@intikhab/kernel/identity'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import { actsIn, disagreements, freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { countPart } from '../core/correction-parts.ts'
import type { Form45 } from '../core/bundle.ts'
import { contestResultOf } from '../core/contest-result.ts'
import { writeForm45, type CountedStation } from '../sim/write-forms.ts'
import { auditedResults } from './audited-results.ts'
import { resultsMigrations } from './migrations/index.ts'
import { createResults, type Results } from './results.ts'
import {
  approvalBy,
  arrivedAt,
  electionId,
  enrolled,
  officerAt,
  sampleApprovals,
  sampleBundle,
  sampleCount,
  sampleFacts,
  sampleLedger,
} from './results.testkit.ts'
import { lookAtSeat } from './seat-store.ts'
import { correctionAct } from './weighty-correction.ts'

const facts = sampleFacts(3)
const clock = testClock(arrivedAt)
const people = new Map(
  [
    officerAt('returning-officer', 'NA-1', { id: 'ro' }),
    officerAt('assistant-returning-officer', 'NA-1', { id: 'aro' }),
    officerAt('data-entry', 'NA-1', { id: 'clerk' }),
    officerAt('returning-officer', 'NA-2', { id: 'ro of NA-2' }),
    officerAt('returning-officer', 'NA-1', { id: 'ro of old', until: '2026-07-25T12:00:00.000Z' }),
    officerAt('secretariat', null, { id: 'secretary' }),
    officerAt('secretariat', null, { id: 'other secretary' }),
    {
      ...officerAt('returning-officer', 'NA-1', { id: 'ro at the same browser' }),
      session: officerAt('data-entry', 'NA-1', { id: 'clerk' }).session,
    },
  ].map((person) => [person.accountId, person]),
)
let database: Database
let approvals: Approvals
let results: Results
let http: HttpServer
let cleanUp: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, approvalsMigrations, resultsMigrations])
  database = fresh.database
  const { ledger, folder, remove } = sampleLedger(database)
  await ledger.sequence()
  approvals = sampleApprovals(database, ledger, clock.now)
  results = createResults({
    database,
    ledger,
    evidenceFolder: join(folder, 'evidence'),
    findDevice: enrolled(facts, ['NA-1/3']),
    now: clock.now,
    approvals,
    publishing: undefined,
    onPublished: () => undefined,
    onProblem: () => undefined,
  })
  await results.openElection(facts)
  http = createHttp({
    version: 'test',
    acts,
    authenticate: ({ headers }) => Promise.resolve(people.get(String(headers['x-person'])) ?? null),
    grantFor: (person, act, where) => findGrant(person, act, where, clock.now()),
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register([...results.routes, ...approvals.routes])
  cleanUp = async () => {
    await http.close()
    await results.stop()
    remove()
    await fresh.drop()
  }
})
afterAll(() => cleanUp())

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

async function ask(who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> {
  const answer = await http.fastify.inject({
    method,
    url,
    headers: { 'x-person': who },
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const inSeat = (path: string, seat = 'NA-1') => `/api/results/${electionId}/contests/${seat}/${path}`

async function approve(who: string, proposed: Answer): Promise<Answer> {
  const at = `/api/approvals/${String(proposed.body['approvalId'])}`
  const shown = await ask(who, 'GET', at)
  const { previewSha256 } = shown.body
  return ask(who, 'POST', `${at}/approval`, { previewSha256: previewSha256 ?? '0'.repeat(64) })
}

const codeOf = ({ status, body }: Answer) => `${status} ${String(body['code'])}`

async function send(number: number, more: Partial<CountedStation> = {}, seat = 'NA-1') {
  return results.intake.take(sampleBundle(seat, number, more))
}

function correctionOf(number: number, change: (form: Form45) => Partial<Form45>, more: object = {}) {
  const form = writeForm45(sampleCount('NA-1', number))
  return {
    form: '45',
    stationNumber: number,
    correctsVersion: 1,
    confirm: false,
    cause: 'copying-error',
    reason: 'Copied wrongly from the paper',
    figures: { ...countPart(form), ...change(form) },
    ...more,
  }
}

const tenFewer = (form: Form45): Partial<Form45> => ({
  candidates: form.candidates.map((row) =>
    row.serial === 1 ? { ...row, valid: row.valid - 10, total: row.total - 10 } : row,
  ),
  validTotal: form.validTotal - 10,
})

async function versionsOf(number: number) {
  const { rows } = await database.pool.query<{ version: number; account_id: string | null; bundle_id: string | null }>(
    `select version, account_id, bundle_id from results.form
     where contest_id = 'NA-1' and station_number = ${number} and form = '45' order by version`,
  )
  return rows
}

async function seatNow() {
  const [contest] = facts.contests
  if (contest === undefined) throw new Error('no seat')
  const book = await lookAtSeat({ database }, { electionId, contestId: 'NA-1' }, (seat) => seat.readBook(contest, 3))
  return contestResultOf(book, facts)
}

test('a correction changes nothing until a second officer of the seat has seen it and approved', async () => {
  await send(1)
  const proposed = await ask('clerk', 'POST', inSeat('corrections'), correctionOf(1, tenFewer))
  expect(proposed.status).toBe(202)
  expect(await versionsOf(1)).toHaveLength(1)
  const { preview } = proposed.body as { preview: { sentence: { en: string }; counts: object[] } }
  expect(preview.sentence.en).toBe(
    'Form-45 of station NA-1/1 is corrected: version 2 counts from then on, and the ones before stay.',
  )
  expect(preview.counts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        label: expect.objectContaining({ en: 'Candidate 1: votes in the seat' }),
        before: 101,
        after: 91,
      }),
      expect.objectContaining({ label: expect.objectContaining({ en: 'Margin in the seat' }), before: 21, after: 11 }),
    ]),
  )
  const done = await approve('ro', proposed)
  expect(done).toMatchObject({ status: 200, body: { state: 'carried-out', done: { number: 2 } } })
  expect(await versionsOf(1)).toMatchObject([{ version: 1 }, { version: 2, account_id: 'clerk' }])
})

test('who may not: the proposer, a clerk, another seat, an office that is over, the same browser', async () => {
  await send(2)
  const correction = correctionOf(2, tenFewer)
  for (const who of ['ro of NA-2', 'ro of old', 'secretary'])
    expect(codeOf(await ask(who, 'POST', inSeat('corrections'), correction))).toBe('403 http.not-permitted')
  const proposed = await ask('clerk', 'POST', inSeat('corrections'), correction)
  expect(codeOf(await approve('clerk', proposed))).toBe('403 approvals.own-proposal')
  expect(codeOf(await approve('ro at the same browser', proposed))).toBe('403 approvals.same-device')
  for (const who of ['ro of NA-2', 'ro of old', 'secretary'])
    expect(codeOf(await approve(who, proposed))).toMatch(/^40[34] approvals\./)
  expect(await versionsOf(2)).toHaveLength(1)
  expect(await approve('aro', proposed)).toMatchObject({ body: { state: 'carried-out' } })
  expect(await versionsOf(2)).toHaveLength(2)
})

test('what could not be done is refused when it is proposed, and what changed meanwhile when it is approved', async () => {
  const refused = await ask('clerk', 'POST', inSeat('corrections'), correctionOf(1, tenFewer))
  expect(codeOf(refused)).toBe('409 results.corrected-meanwhile')
  const next = { correctsVersion: 2, confirm: false }
  const first = await ask(
    'clerk',
    'POST',
    inSeat('corrections'),
    correctionOf(1, () => ({}), next),
  )
  const second = await ask(
    'aro',
    'POST',
    inSeat('corrections'),
    correctionOf(1, (form) => ({ excluded: form.excluded + 1 }), next),
  )
  expect(await approve('ro', first)).toMatchObject({ body: { state: 'carried-out' } })
  expect(codeOf(await approve('ro', second))).toBe('409 results.corrected-meanwhile')
  expect(await versionsOf(1)).toHaveLength(3)
})

test('carried out again after a crash, an approved correction leaves one version and the same answer', async () => {
  const act = correctionAct({
    database,
    ledger: sampleLedger(database).ledger,
    findElection: () => facts,
    now: clock.now,
  })
  const given = act.payload.parse({
    electionId,
    contestId: 'NA-1',
    asked: correctionOf(2, () => ({}), { correctsVersion: 2 }),
  })
  const approval = approvalBy('crash', 'NA-1')
  const once = await act.carryOut(given, approval)
  expect(once).toMatchObject({ ok: true, value: { number: 3 } })
  expect(await act.carryOut(given, approval)).toEqual(once)
  expect(await versionsOf(2)).toHaveLength(3)
})

test('a form that was set aside counts as the next version by decision of two, and is decided once', async () => {
  await send(2, { agents: { present: 3, signed: 0 } })
  const { bundleId = '' } = (await seatNow()).setAside[0] ?? {}
  const at = inSeat(`set-aside/${bundleId}/decision`)
  const decision = { decision: 'count', reason: 'The first form was a draft; this one is signed' }
  expect(codeOf(await ask('ro of NA-2', 'POST', at, decision))).toBe('403 http.not-permitted')
  expect(codeOf(await ask('ro of NA-2', 'POST', at.replace('NA-1', 'NA-2'), decision))).toBe(
    '404 results.no-such-set-aside',
  )
  const proposed = await ask('ro', 'POST', at, decision)
  expect(await approve('aro', proposed)).toMatchObject({ body: { state: 'carried-out', done: { number: 4 } } })
  expect((await versionsOf(2)).at(-1)).toMatchObject({ version: 4, bundle_id: bundleId, account_id: 'ro' })
  expect((await seatNow()).setAside).toMatchObject([{ bundleId, decision: { decision: 'count', version: 4 } }])
  expect(codeOf(await ask('ro', 'POST', at, decision))).toBe('409 results.already-decided')
})

test("a revoked device's form fills its awaited station if two officers decide so; left uncounted, nothing changes", async () => {
  const received = () => results.intake.countersOf(electionId)?.countsOf('NA-1')
  // As many ballots excluded as a recount needs.
  await send(3, { excluded: 60, polled: { male: 151, female: 152 } })
  await send(3, { excluded: 21, polled: { male: 132, female: 132 } })
  const [first, second] = (await seatNow()).setAside.filter(({ code }) => code === 'results.device-revoked')
  const decide = async (bundleId: string | undefined, decision: string) =>
    approve(
      'aro',
      await ask('ro', 'POST', inSeat(`set-aside/${bundleId}/decision`), { decision, reason: 'Looked at the paper' }),
    )
  expect(received()).toBe(2)
  expect(await decide(second?.bundleId, 'leave')).toMatchObject({
    body: { state: 'carried-out', done: { number: null } },
  })
  expect([received(), (await versionsOf(3)).length]).toEqual([2, 0])
  expect(await decide(first?.bundleId, 'count')).toMatchObject({ body: { state: 'carried-out', done: { number: 1 } } })
  expect([received(), (await versionsOf(3)).length]).toEqual([3, 1])
})

test('a recount on request is ordered by the officers of the seat, with its candidate, tests and section', async () => {
  const order = { basis: 'request', requestedBy: 2, requestedAt: '2026-07-25T15:45:00Z', reason: 'The margin is small' }
  expect(codeOf(await ask('secretary', 'POST', inSeat('recounts'), order))).toBe('403 results.recount-of-the-officer')
  expect(codeOf(await ask('clerk', 'POST', inSeat('recounts'), order))).toBe('403 http.not-permitted')
  expect(codeOf(await ask('ro of NA-2', 'POST', inSeat('recounts'), order))).toBe('403 http.not-permitted')
  expect(codeOf(await ask('ro', 'POST', inSeat('recounts'), { ...order, requestedBy: 9 }))).toBe(
    '422 results.unknown-candidate',
  )
  const proposed = await ask('ro', 'POST', inSeat('recounts'), order)
  expect(proposed.body).toMatchObject({
    preview: { section: 's.95(5)', differences: [{ after: '✗' }, { after: '✓' }, {}] },
  })
  expect(await approve('aro', proposed)).toMatchObject({ body: { state: 'carried-out' } })
  expect((await seatNow()).recounts).toMatchObject([
    {
      number: 1,
      basis: 'request',
      requestedBy: 2,
      section: 's.95(5)',
      dueAt: null,
      tests: [{ applies: false }, { applies: true }],
    },
  ])
  expect(codeOf(await ask('ro', 'POST', inSeat('recounts'), order))).toBe('409 results.recount-ordered')
})

test("the Commission's own order binds the returning officer to five days", async () => {
  const orderBy = (who: string) =>
    ask(who, 'POST', inSeat('recounts'), {
      basis: 'commission',
      reason: 'Complaints of the candidates, heard on 26 July',
    })
  expect(codeOf(await orderBy('ro'))).toBe('403 http.not-permitted')
  expect(codeOf(await orderBy('secretary'))).toBe('409 results.recount-ordered')
  const act = await officerAct()
  await results.officer.recordPostal(act, { votes: [0, 0, 0], excluded: 0, issued: 0, receivedInTime: 0 }, null)
  clock.advance(60_000)
  expect(await results.officer.makeDocument(await officerAct(), { form: '48', reason: null })).toMatchObject({
    ok: true,
  })
  const late = { basis: 'request', requestedBy: 2, requestedAt: '2026-07-25T15:45:00Z', reason: 'The margin is small' }
  expect(codeOf(await ask('ro', 'POST', inSeat('recounts'), late))).toBe('409 results.recount-after-consolidation')
  const proposed = await orderBy('secretary')
  expect(codeOf(await approve('ro', proposed))).toMatch(/^40[34] approvals\./)
  expect(await approve('other secretary', proposed)).toMatchObject({ body: { state: 'carried-out' } })
  expect((await seatNow()).recounts[1]).toMatchObject({
    basis: 'commission',
    section: 's.95(6)',
    // Ordered on 25 July in Karachi: until the end of 30 July there.
    dueAt: '2026-07-30T19:00:00.000Z',
  })
})

async function officerAct() {
  const { approvedBy: actor } = approvalBy('', 'NA-1')
  return { electionId, contestId: 'NA-1', actor, at: clock.now().toISOString() }
}

test('each act of two names both in the ledger, and the register agrees with it', async () => {
  const all = await actsIn(database.pool)
  const weighty = all.filter(({ system, approval }) => system === 'results' && approval !== undefined)
  expect(weighty.length).toBeGreaterThanOrEqual(8)
  for (const { actor, approval } of weighty) {
    expect(actor).toEqual(approval?.proposedBy)
    expect(approval?.approvedBy.id).not.toBe(actor.id)
    expect(approval?.approvedBy.device).not.toBe(actor.device)
  }
  expect(await disagreements(auditedResults(database), all)).toEqual([])
})
