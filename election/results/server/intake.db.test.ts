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

test('the form of a revoked device is refused, kept for the officer and not counted', async () => {
  const at = openIntake(['NA-2/4'])
  await at.open(facts)
  expect(await codeOf(sampleBundle('NA-2', 4), at)).toBe('results.device-revoked')
  expect(await countOf('results.form', "contest_id = 'NA-2' and station_number = 4")).toBe(0)
  expect(await countOf('results.set_aside', "contest_id = 'NA-2' and station_number = 4")).toBe(1)
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
