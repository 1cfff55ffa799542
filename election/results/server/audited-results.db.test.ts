import { hash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { ledgerMigrations, type Ledger, type LedgerActor } from '@intikhab/kernel/ledger'
import { actsIn, disagreements, freshDatabase, tamper, testClock } from '@intikhab/kernel/testkit'
import { countPart } from '../core/correction-parts.ts'
import { writeForm45, writeForm46 } from '../sim/write-forms.ts'
import { auditedResults } from './audited-results.ts'
import { createEvidence } from './evidence.ts'
import { createIntake, type Intake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import { createOfficer } from './officer.ts'
import {
  approvalBy,
  arrivedAt,
  deviceAt,
  electionId,
  enrolled,
  sampleBundle,
  sampleCount,
  sampleFacts,
  sampleLedger,
} from './results.testkit.ts'
import { correctionAct } from './weighty-correction.ts'
import { decisionAct } from './weighty-decision.ts'
import { recountAct } from './weighty-recount.ts'

const facts = sampleFacts(2)
const clock = testClock(arrivedAt)
const photograph = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
const seat = { electionId, contestId: 'NA-1' }
let database: Database
let ledger: Ledger
let ownerUrl: string
let intake: Intake
let cleanUp: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  database = fresh.database
  const sample = sampleLedger(database)
  ;({ ledger } = sample)
  ownerUrl = fresh.url
  intake = createIntake({ database, ledger, findDevice: enrolled(facts), now: clock.now })
  await intake.open(facts)
  cleanUp = async () => {
    sample.remove()
    await fresh.drop()
  }
  await doEverything(sample.folder)
})
afterAll(() => cleanUp())

/** One act of each kind. The instants have more digits than the register keeps; a photograph is promised and brought. */
async function doEverything(folder: string): Promise<void> {
  const imageSha256 = hash('sha256', photograph, 'hex')
  const late = sampleBundle('NA-1', 1, { agents: { present: 3, signed: 2 } })
  const madeAt = '2026-07-25T15:30:00.1234567Z'
  for (const bundle of [
    sampleBundle('NA-1', 1, { imageSha256 }),
    sampleBundle('NA-1', 2, { madeAt, validTotal: 250, asOnPaper: true }),
    deviceAt('NA-1/1').sign(writeForm46(sampleCount('NA-1', 1))),
  ])
    expect(await intake.take(bundle)).toMatchObject({ ok: true })
  expect(await intake.take(late)).toMatchObject({ ok: false })
  const evidence = createEvidence({ database, ledger, folder: join(folder, 'evidence'), now: clock.now })
  await evidence.open(electionId)
  expect(await evidence.take(electionId, 'image/jpeg', photograph)).toMatchObject({ ok: true })

  const parts = { database, ledger, findElection: () => facts, now: clock.now, countersOf: intake.countersOf }
  const { validTotal: _wrong, ...figures } = countPart(writeForm45(sampleCount('NA-1', 2)))
  const correction = {
    ...seat,
    asked: {
      form: '45',
      stationNumber: 2,
      correctsVersion: 1,
      confirm: false,
      cause: 'copying-error',
      reason: 'Total of valid votes miscopied',
      figures: { ...figures, candidates: [...figures.candidates], validTotal: 242 },
    },
  } satisfies Parameters<ReturnType<typeof correctionAct>['carryOut']>[0]
  expect(await correctionAct(parts).carryOut(correction, approvalBy('correction', 'NA-1'))).toMatchObject({ ok: true })
  const { rows } = await database.pool.query<{ bundle_id: string }>('select bundle_id from results.set_aside')
  const decision = {
    ...seat,
    bundleId: rows[0]?.bundle_id ?? '',
    decision: 'count',
    reason: 'The paper reads so',
  } as const
  expect(await decisionAct(parts).carryOut(decision, approvalBy('decision', 'NA-1'))).toMatchObject({ ok: true })
  const request = {
    basis: 'request',
    requestedBy: 2,
    requestedAt: '2026-07-25T18:00:00Z',
    reason: 'Excluded ballots reach the margin',
  } as const
  expect(await recountAct(parts).carryOut({ ...seat, asked: request }, approvalBy('recount', 'NA-1'))).toMatchObject({
    ok: true,
  })
  const officer = createOfficer(parts)
  const act = { ...seat, actor: approvalBy('', 'NA-1').approvedBy, at: '2026-07-26T02:00:00.000Z' }
  const postal = { votes: [5, 0, 0], excluded: 1, issued: 10, receivedInTime: 6 }
  expect(await officer.recordPostal(act, postal, null)).toMatchObject({ ok: true })
  expect(await officer.recordPostal(act, postal, 'One envelope was found late')).toMatchObject({ ok: true })
  for (const form of ['47', '48', '49'] as const)
    expect(await officer.makeDocument(act, { form, reason: null })).toMatchObject({ ok: true })
}

test('every record of the results is in the ledger with the fingerprint that the register gives', async () => {
  expect(await disagreeing()).toEqual([])
  const audited: string[] = []
  for (const { read } of auditedResults(database)) for await (const { record } of read()) audited.push(record)
  const kinds = audited.map((record) => record.slice(0, record.indexOf(':')))
  expect(new Set(kinds)).toEqual(new Set(auditedResults(database).map(({ kind }) => kind)))
  expect(kinds.filter((kind) => kind === 'results.form')).toHaveLength(5)
})

test('every act names who did it by account, office and device, its section, and no reason in words', async () => {
  const acts = (await actsIn(database.pool)).filter(({ system }) => system === 'results')
  for (const act of acts) {
    expect(act.section).toMatch(/^s\.\d+/)
    expect(act.changes?.length).toBeGreaterThan(0)
    expect(isNamed(act.actor)).toBe(true)
    expect(JSON.stringify(act)).not.toMatch(/miscopied|paper reads so|Excluded ballots reach|envelope/)
  }
  const twoPeople = acts.filter(({ approval }) => approval !== undefined).map(({ act }) => act)
  expect(twoPeople).toEqual(['form-corrected', 'set-aside-decided', 'recount-ordered'])
  expect(acts.filter(({ reasonHash }) => reasonHash !== undefined)).toHaveLength(4)
})

/** An account with its office and device, or a device at its station; photographs are anybody's to bring. */
function isNamed({ kind, office, device }: LedgerActor): boolean {
  if (kind === 'account') return office !== undefined && device !== undefined
  return kind === 'system' || office !== undefined
}

async function disagreeing(): Promise<readonly string[]> {
  return disagreements(auditedResults(database), await actsIn(database.pool))
}

/** Changes a row as nobody but the database's owner can, and looks. */
async function found(table: string, change: string, where = 'true'): Promise<readonly string[]> {
  await tamper(ownerUrl, `update results.${table} set ${change} where ${where}`)
  return disagreeing()
}

test('one vote moved by hand in the database is found, and named by station and version', async () => {
  const where = "contest_id = 'NA-1' and station_number = 2 and version = 2"
  expect(await found('form', `payload = replace(payload, '"valid":102', '"valid":103')`, where)).toEqual([
    `results.form:${electionId}/NA-1/2/45/2: differs`,
  ])
  expect(await found('form', `payload = replace(payload, '"valid":103', '"valid":102')`, where)).toEqual([])
})

const tamperings: readonly [table: string, change: string, back: string, where: string][] = [
  [
    'form',
    `arrived_at = arrived_at - interval '1 hour'`,
    `arrived_at = arrived_at + interval '1 hour'`,
    'version = 2 and station_number = 2',
  ],
  [
    'form',
    `reason = 'Another reason entirely'`,
    `reason = 'Total of valid votes miscopied'`,
    'version = 2 and station_number = 2',
  ],
  ['set_aside', `code = 'results.other'`, `code = 'results.received-different'`, 'true'],
  ['postal_row', 'votes[1] = 6', 'votes[1] = 5', 'version = 2'],
  ['document', `content = content || ' '`, 'content = left(content, -1)', `form = '49'`],
  ['evidence', 'station_number = 2', 'station_number = 1', 'true'],
  ['decision', `decision = 'leave', version = null`, `decision = 'count', version = 2`, 'true'],
  ['recount_order', 'requested_by = 3', 'requested_by = 2', 'true'],
]
for (const [table, change, back, where] of tamperings)
  test(`a row of ${table} changed by hand is found: ${change}`, async () => {
    expect(await found(table, change, where)).toHaveLength(1)
    expect(await found(table, back, where)).toEqual([])
  })
