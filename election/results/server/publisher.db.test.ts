import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createEditionStore, openEditionReader, verifyEdition, type EditionStore } from '@intikhab/kernel/editions'
import { ledgerMigrations, openSigner, type Ledger, type Signer } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { readContest, readStation } from '../core/read-edition.ts'
import { editionPaths, type PhotographsFile, type ResultsSummary } from '../core/edition.ts'
import { writeForm46 } from '../sim/write-forms.ts'
import { createEvidence } from './evidence.ts'
import { createIntake, type Intake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import { createOfficer } from './officer.ts'
import { createPublisher, resultsSeries, type Publisher } from './publisher.ts'
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

const facts = sampleFacts()
const clock = testClock(arrivedAt)
let database: Database
let cleanUp: () => Promise<void>
let ledger: Ledger
let store: EditionStore
let signer: Signer
let intake: Intake
let folder: string

beforeEach(async () => {
  clock.set(arrivedAt)
  const fresh = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations])
  database = fresh.database
  const sample = sampleLedger(database)
  ;({ ledger, folder } = sample)
  await ledger.sequence()
  mkdirSync(join(folder, 'editions'))
  store = createEditionStore({ root: join(folder, 'editions') })
  signer = openSigner(join(folder, 'editions.key'), 'editions.example')
  intake = createIntake({ database, ledger, findDevice: enrolled(facts, ['NA-2/6']), now: clock.now })
  await intake.open(facts)
  cleanUp = async () => {
    await fresh.drop()
    sample.remove()
  }
})
afterEach(() => cleanUp())

function open(): Publisher {
  return createPublisher({ database, ledger, store, signer, facts, now: clock.now })
}

async function latest() {
  const reader = openEditionReader(store)
  const edition = await reader.latest(resultsSeries(electionId))
  if (edition === undefined) throw new Error('no edition')
  return edition
}

async function send(...bundles: readonly unknown[]): Promise<void> {
  for (const bundle of bundles) await intake.take(bundle)
  await ledger.sequence()
}

test('before the first form there is an edition with every seat awaited', async () => {
  expect(await open().step()).toMatchObject({ number: 1 })
  const summary = await (await latest()).json<ResultsSummary>('summary.json')
  expect(summary?.seats.map(({ contestId, state }) => [contestId, state])).toEqual([
    ['NA-1', 'awaited'],
    ['NA-2', 'awaited'],
    ['NA-3', 'no-count'],
  ])
  expect(summary?.counters).toEqual({ expected: 12, received: 0, accounts: 0, corrected: 0, setAside: 0 })
})

test('an edition follows each checkpoint that changes something, and holds exactly what the checkpoint holds', async () => {
  const publisher = open()
  await publisher.step()
  expect(await publisher.step()).toBeUndefined()
  await send(sampleBundle('NA-1', 2), sampleBundle('NA-1', 1))
  await intake.take(sampleBundle('NA-1', 3))
  // The third form is stored but not in a signed checkpoint yet: it must not show.
  const published = await publisher.step()
  expect(published).toMatchObject({ number: 2, ledgerSize: ledger.latest().size })
  const edition = await latest()
  const { contest, stations } = (await readContest(edition, 'NA-1')) ?? {}
  expect(contest?.counters.received).toBe(2)
  expect(contest?.candidates.map(({ votes }) => votes)).toEqual([203, 160, 120])
  expect(stations?.map(({ forms }) => forms !== null)).toEqual([true, true, false, false, false, false])
  const leaf = stations?.[0]?.forms?.count[0]?.leaf ?? -1
  const entry = (await ledger.entry(leaf))?.toString()
  expect(entry).toContain(sampleBundleId(stations?.[0]?.forms?.count[0]?.origin))
})

function sampleBundleId(origin: unknown): string {
  return (origin as { bundleId: string }).bundleId
}

test('only the files of changed seats are written; the others are taken over', async () => {
  const publisher = open()
  await publisher.step()
  await send(sampleBundle('NA-2', 1))
  clock.advance(31_000)
  await publisher.step()
  const before = (await latest()).manifest.files.map(({ path }) => path)
  await send(sampleBundle('NA-1', 1))
  // Seat, its forms, its table, the table of totals, the summary; a second later the tables can wait.
  expect((await publisher.step())?.filesWritten).toBe(5)
  clock.advance(1000)
  await send(sampleBundle('NA-1', 2))
  expect((await publisher.step())?.filesWritten).toBe(3)
  expect(await publisher.step()).toBeUndefined()
  const after = await latest()
  expect(after.manifest.files.map(({ path }) => path)).toEqual(expect.arrayContaining(before))
  expect(await after.json(editionPaths.contest('NA-2'))).toMatchObject({ counters: { received: 1 } })
  const check = await verifyEdition(join(folder, 'editions', resultsSeries(electionId), String(after.manifest.number)))
  expect(check.findings).toEqual([])
})

test('a publisher that starts again writes only what differs, and the same bytes', async () => {
  await open().step()
  await send(...[1, 2, 3].map((number) => sampleBundle('NA-1', number)))
  const first = open()
  await first.step(true)
  const before = await latest()
  clock.advance(5000)
  const published = await open().step(true)
  expect(published?.filesWritten).toBe(1)
  const after = await latest()
  const sums = (edition: typeof after) =>
    edition.manifest.files.filter(({ path }) => path !== 'summary.json').map(({ path, sha256 }) => [path, sha256])
  expect(sums(after)).toEqual(sums(before))
})

test('a photograph shows in the edition once the ledger holds its arrival, and leaves the forms files as they are', async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
  const sha256 = hash('sha256', bytes, 'hex')
  const publisher = open()
  await send(sampleBundle('NA-1', 1, { imageSha256: sha256 }))
  await publisher.step(true)
  const path = editionPaths.photographs('NA-1')
  expect((await latest()).find(path)).toBeUndefined()
  const evidence = createEvidence({ database, ledger, folder: join(folder, 'evidence'), now: clock.now })
  await evidence.open(electionId)
  expect(await evidence.take(electionId, 'image/jpeg', bytes)).toMatchObject({ ok: true })
  expect(await publisher.step()).toBeUndefined()
  await ledger.sequence()
  // The list of photographs and the summary.
  expect(await publisher.step()).toMatchObject({ filesWritten: 2 })
  const edition = await latest()
  const list = await edition.json<PhotographsFile>(path)
  expect(list).toMatchObject({ contestId: 'NA-1', photographs: [{ sha256, stationNumber: 1, size: 5 }] })
  expect((await ledger.entry(list?.photographs[0]?.leaf ?? -1))?.toString()).toContain(sha256)
  const { manifest } = edition
  clock.advance(5000)
  expect(await open().step(true)).toMatchObject({ number: manifest.number + 1, filesWritten: 1 })
  expect((await latest()).find(path)).toEqual(edition.find(path))
})

test('a whole seat: forms, a set-aside form, a correction, postal ballots, Forms 47, 48 and 49', async () => {
  const officer = createOfficer({ database, ledger, findElection: () => facts })
  const act = {
    electionId,
    contestId: 'NA-1',
    actor: { kind: 'account', id: 'officer-1' } as const,
    at: '2026-07-26T02:00:00.000Z',
  }
  const publisher = open()
  const numbers = [1, 2, 3, 4, 5, 6]
  await send(...numbers.slice(0, 5).map((number) => sampleBundle('NA-1', number)))
  expect(await officer.makeDocument(act, { form: '47', reason: null })).toMatchObject({
    ok: true,
    value: { document: { stationsIncluded: 5, stationsAwaited: [6] } },
  })
  const early = await officer.makeDocument(act, { form: '48', reason: null })
  expect(early.ok ? '' : early.refusal.kind.code).toBe('results.stations-awaited')
  // Station 6 insists on a total that is not the sum of its candidates.
  await send(sampleBundle('NA-1', 6, { validTotal: 300, asOnPaper: true }), sampleBundle('NA-1', 6))
  await officer.recordPostal(act, { votes: [5, 0, 0], excluded: 1, issued: 10, receivedInTime: 6 }, null)
  const blocked = await officer.makeDocument(act, { form: '48', reason: null })
  expect(blocked.ok ? '' : blocked.refusal.kind.code).toBe('results.blocking-findings')
  const { registered, excluded } = sampleCount('NA-1', 6)
  const figures = {
    registered,
    candidates: [106, 80, 60].map((valid, index) => ({
      serial: index + 1,
      valid,
      tendered: 0,
      challenged: 0,
      total: valid,
    })),
    validTotal: 246,
    excluded,
    polled: { male: 133, female: 133, other: 0, total: 266 },
  }
  const correction = {
    stationNumber: 6,
    form: '45',
    correctsVersion: 1,
    confirm: false,
    cause: 'copying-error',
  } as const
  const asked = { ...correction, reason: 'Total of valid votes miscopied', figures }
  const correct = correctionAct({ database, ledger, findElection: () => facts, now: clock.now })
  expect(await correct.carryOut({ electionId, contestId: 'NA-1', asked }, approvalBy('1', 'NA-1'))).toMatchObject({
    ok: true,
    value: { number: 2 },
  })
  expect(await officer.makeDocument(act, { form: '48', reason: null })).toMatchObject({ ok: true })
  expect(await officer.makeDocument(act, { form: '49', reason: null })).toMatchObject({
    ok: true,
    value: { document: { returned: { serial: 1, byLot: false } } },
  })
  await ledger.sequence()
  await publisher.step(true)
  const edition = await latest()
  const station = await readStation(edition, 'NA-1', 6)
  expect(
    station?.result.forms?.count.map(({ version, validTotal, origin }) => [version, validTotal, origin.by]),
  ).toEqual([
    [1, 300, 'station'],
    [2, 246, 'returning-officer'],
  ])
  expect(station?.contest).toMatchObject({
    state: 'declared',
    counters: { received: 6, corrected: 1, setAside: 1 },
    postal: { votes: [5, 0, 0] },
    setAside: [{ stationNumber: 6, code: 'results.received-different' }],
  })
  for (const document of station?.contest.documents ?? []) {
    const file = edition.manifest.files.find(({ path }) => path === document.path)
    expect(file?.sha256).toBe(document.sha256)
  }
  expect((await edition.bytes(editionPaths.contestTable('NA-1')))?.toString()).toMatch(/\r\npostal,5,0,0,5,1\r\n$/)
  const summary = await edition.json<ResultsSummary>('summary.json')
  expect(summary?.assemblies[0]?.parties[0]).toEqual({ partyId: 'party-1', won: 1, leading: 0, votes: 626 })
})

test('Form-46 joins its station, and both forms are checked against each other', async () => {
  const wrong = writeForm46({ ...sampleCount('NA-2', 1), excluded: 30 })
  await send(sampleBundle('NA-2', 1), deviceAt('NA-2/1').sign(wrong), sampleBundle('NA-2', 6))
  await open().step()
  const station = await readStation(await latest(), 'NA-2', 1)
  expect(station?.result.forms?.findings.map(({ code }) => code)).toEqual(['box-differs', 'issued-differs'])
  expect(station?.contest.counters).toEqual({ expected: 6, received: 1, accounts: 1, corrected: 0, setAside: 1 })
})
