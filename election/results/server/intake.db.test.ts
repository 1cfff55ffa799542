import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { ledgerMigrations, type Ledger } from '@intikhab/kernel/ledger'
import type { Database } from '@intikhab/kernel/database'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import { writeForm45, writeForm46 } from '../sim/write-forms.ts'
import { createIntake, type Intake } from './intake.ts'
import { resultsMigrations } from './migrations/index.ts'
import {
  arrivedAt,
  deviceAt,
  electionId,
  enrolled,
  sampleBundle,
  sampleCount,
  sampleFacts,
  sampleLedger,
} from './results.testkit.ts'

const facts = sampleFacts()
const clock = testClock(arrivedAt)
let database: Database
let drop: () => Promise<void>
let ledger: Ledger
let remove: () => void
let intake: Intake

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations]))
  ;({ ledger, remove } = sampleLedger(database))
})
afterAll(async () => {
  remove()
  await drop()
})

function openIntake(revoked: readonly string[] = []): Intake {
  return createIntake({ database, ledger, findDevice: enrolled(facts, revoked), now: clock.now })
}

/** Tables are append-only for the application, so each test takes stations of its own. */
beforeEach(async () => {
  clock.set(arrivedAt)
  intake = openIntake()
  await intake.open(facts)
})

async function countOf(table: string, where = 'true'): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*) as count from ${table} where ${where}`)
  return rows[0]?.count ?? -1
}

async function codeOf(given: unknown, at: Intake = intake): Promise<string | undefined> {
  const taken = await at.take(given)
  return taken.ok ? undefined : taken.refusal.kind.code
}

test('a form is stored once with its ledger entry, however often it is sent and whatever the order', async () => {
  const bundle = sampleBundle('NA-1', 1)
  const first = await intake.take(bundle)
  expect(first).toMatchObject({ ok: true, value: { status: 'accepted', findings: [], arrivedAt } })
  clock.advance(60_000)
  const again = await intake.take(bundle)
  if (!first.ok || !again.ok) throw new Error('refused')
  expect(again.value).toEqual({ ...first.value, status: 'duplicate' })
  expect(await countOf('results.form', "contest_id = 'NA-1' and station_number = 1")).toBe(1)
  expect(await countOf('ledger.entry', `body like '%${first.value.bundleId}%'`)).toBe(1)
})

test('sent twenty times at once it is accepted once and a duplicate nineteen times, with one receipt', async () => {
  const bundle = sampleBundle('NA-1', 2)
  const taken = await Promise.all(Array.from({ length: 20 }, () => intake.take(bundle)))
  const receipts = taken.map((each) => (each.ok ? each.value : undefined))
  expect(receipts.filter((each) => each?.status === 'accepted')).toHaveLength(1)
  expect(receipts.filter((each) => each?.status === 'duplicate')).toHaveLength(19)
  expect(new Set(receipts.map((each) => each?.entryId)).size).toBe(1)
  expect(await countOf('results.form', "contest_id = 'NA-1' and station_number = 2")).toBe(1)
})

test('two servers that take the same form at once store it once', async () => {
  const other = openIntake()
  await other.open(facts)
  const bundles = [3, 4, 5].map((number) => sampleBundle('NA-1', number))
  const taken = await Promise.all(
    [...bundles, ...bundles.toReversed()].map((bundle, index) => (index < 3 ? intake : other).take(bundle)),
  )
  expect(taken.every((each) => each.ok)).toBe(true)
  expect(await countOf('results.form', "contest_id = 'NA-1' and station_number in (3, 4, 5)")).toBe(3)
  expect(await countOf('ledger.entry', "body like '%NA-1/4/form-45%'")).toBe(1)
})

test('a second, different form of a station is refused, kept and in the ledger; the first one counts', async () => {
  expect(await codeOf(sampleBundle('NA-2', 1))).toBeUndefined()
  const other = sampleBundle('NA-2', 1, { excluded: 19, polled: { male: 60, female: 50 } })
  expect(await codeOf(other)).toBe('results.received-different')
  expect(await codeOf(other)).toBe('results.received-different')
  expect(await countOf('results.set_aside', "contest_id = 'NA-2' and code = 'results.received-different'")).toBe(1)
  expect(await countOf('results.form', "contest_id = 'NA-2' and station_number = 1")).toBe(1)
  expect(await countOf('ledger.entry', "body like '%form-set-aside%NA-2/1/form-45%'")).toBe(1)
})

test('two different forms of one station in one group: one is in, the other set aside', async () => {
  const [one, other] = [sampleBundle('NA-2', 2), sampleBundle('NA-2', 2, { madeAt: '2026-07-25T15:31:00.000Z' })]
  const taken = await Promise.all([intake.take(one), intake.take(other)])
  expect(taken.filter((each) => each.ok)).toHaveLength(1)
  expect(await countOf('results.form', "contest_id = 'NA-2' and station_number = 2")).toBe(1)
  expect(await countOf('results.set_aside', "contest_id = 'NA-2' and station_number = 2")).toBe(1)
})

test('Form-46 may come before Form-45', async () => {
  const device = deviceAt('NA-2/3')
  expect(await codeOf(device.sign(writeForm46(sampleCount('NA-2', 3))))).toBeUndefined()
  expect(await codeOf(device.sign(writeForm45(sampleCount('NA-2', 3))))).toBeUndefined()
  expect(await countOf('results.form', "contest_id = 'NA-2' and station_number = 3")).toBe(2)
})

test('a form that arrives after its device was revoked is kept and marked, answered so, and not counted', async () => {
  const at = openIntake(['NA-2/4'])
  await at.open(facts)
  const before = at.countersOf(electionId)?.status()
  // Signed, by the device's own word, hours before the revocation: that word proves nothing.
  const bundle = sampleBundle('NA-2', 4, { madeAt: '2026-07-25T09:00:00.000Z' })
  const kept = await at.take(bundle)
  expect(kept).toMatchObject({ ok: true, value: { status: 'set-aside', code: 'results.device-revoked', arrivedAt } })
  expect(await countOf('results.form', "contest_id = 'NA-2' and station_number = 4")).toBe(0)
  expect(await countOf('results.set_aside', "contest_id = 'NA-2' and station_number = 4")).toBe(1)
  expect(await countOf('ledger.entry', "body like '%form-set-aside%NA-2/4/form-45%'")).toBe(1)
  clock.advance(60_000)
  const again = await at.take(bundle)
  expect(again).toEqual(kept)
  expect(await countOf('ledger.entry', "body like '%form-set-aside%NA-2/4/form-45%'")).toBe(1)
  expect(at.countersOf(electionId)?.status()).toEqual({
    ...before,
    refused: (before?.refused ?? 0) + 1,
    refusedByCode: { ...before?.refusedByCode, 'results.device-revoked': 1 },
  })
})

test('a form counted before its device was revoked stays counted when it comes again', async () => {
  const bundle = sampleBundle('NA-1', 6)
  const first = await intake.take(bundle)
  const at = openIntake(['NA-1/6'])
  await at.open(facts)
  clock.advance(60_000)
  const again = await at.take(bundle)
  if (!first.ok || !again.ok) throw new Error('refused')
  expect(again.value).toEqual({ ...first.value, status: 'duplicate' })
  expect(await countOf('results.set_aside', "contest_id = 'NA-1' and station_number = 6")).toBe(0)
  const other = await at.take(sampleBundle('NA-1', 6, { madeAt: '2026-07-25T15:31:00.000Z' }))
  expect(other).toMatchObject({ ok: true, value: { status: 'set-aside', code: 'results.device-revoked' } })
})

test('sent twenty times at once, a late form is kept once, with one receipt', async () => {
  const at = openIntake(['NA-1/5'])
  await at.open(facts)
  const bundle = deviceAt('NA-1/5').sign(writeForm46(sampleCount('NA-1', 5)))
  const taken = await Promise.all(Array.from({ length: 20 }, () => at.take(bundle)))
  expect(new Set(taken.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(await countOf('results.set_aside', "contest_id = 'NA-1' and station_number = 5")).toBe(1)
})

test('a device whose term is over is kept aside like a revoked one, under its own mark', async () => {
  const at = createIntake({ database, ledger, findDevice: enrolled(facts, [], ['NA-1/4']), now: clock.now })
  await at.open(facts)
  const form46 = deviceAt('NA-1/4').sign(writeForm46(sampleCount('NA-1', 4)))
  expect(await at.take(form46)).toMatchObject({
    ok: true,
    value: { status: 'set-aside', code: 'results.device-term-over' },
  })
})

test('a revoked device speaks for no other station, and an unknown one for none: neither is kept', async () => {
  const at = openIntake(['NA-2/4'])
  await at.open(facts)
  const foreign = deviceAt('NA-2/4').sign(writeForm46(sampleCount('NA-2', 5)))
  const unknown = deviceAt('NA-2/5', 'stranger').sign(writeForm46(sampleCount('NA-2', 5)))
  expect(await codeOf(foreign, at)).toBe('results.device-of-another-station')
  expect(await codeOf(unknown, at)).toBe('results.unknown-device')
  expect(await countOf('results.set_aside', "contest_id = 'NA-2' and station_number = 5")).toBe(0)
})

test('only a device whose signature holds is noted as used', async () => {
  const used: string[] = []
  const at = createIntake({
    database,
    ledger,
    findDevice: enrolled(facts),
    noteUse: (keyId) => void used.push(keyId),
    now: clock.now,
  })
  await at.open(facts)
  const form = writeForm46(sampleCount('NA-1', 1))
  const forged = {
    ...deviceAt('NA-1/2').sign(form),
    signatures: deviceAt('NA-1/1').sign(writeForm46(sampleCount('NA-1', 2))).signatures,
  }
  expect(await codeOf(forged, at)).toBe('results.wrong-signature')
  expect(await codeOf(deviceAt('NA-1/1').sign(form), at)).toBeUndefined()
  expect(used).toEqual([deviceAt('NA-1/1').keyId])
})

test('the counters are the same after a restart', async () => {
  await codeOf(sampleBundle('NA-2', 5))
  await codeOf(sampleBundle('NA-2', 6, { madeAt: '2027-01-01T00:00:00.000Z' }))
  const before = intake.countersOf(electionId)?.status()
  const restarted = openIntake()
  await restarted.open(facts)
  expect(restarted.countersOf(electionId)?.status()).toEqual({ ...before, duplicates: 0 })
  expect(before?.refusedByCode['results.made-in-future']).toBe(1)
})

test('what the database cannot take leaves nothing, and the others of its group are in', async () => {
  const facts12 = sampleFacts(12)
  const at = createIntake({
    database,
    ledger: {
      appendOn: (client, acts) =>
        acts.some(({ subject }) => subject.includes('/8/'))
          ? Promise.reject(new Error('disk full'))
          : ledger.appendOn(client, acts),
    },
    findDevice: enrolled(facts12),
    now: clock.now,
  })
  await at.open(facts12)
  const taken = await Promise.allSettled([7, 8, 9].map((number) => at.take(sampleBundle('NA-1', number))))
  expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await countOf('results.form', "contest_id = 'NA-1' and station_number = 8")).toBe(0)
  expect(await codeOf(sampleBundle('NA-1', 8), at).catch(() => 'rejected')).toBe('rejected')
})
