import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ledgerMigrations } from '@intikhab/kernel/ledger'
import type { Database } from '@intikhab/kernel/database'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import type { Form45, FormBundle } from '../core/bundle.ts'
import { stationDevice } from '../sim/station-device.ts'
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

/** Bundles that no station should send: each is refused with its code, and nothing of it is stored but the refusal. */
const form = writeForm45(sampleCount('NA-1', 1))
const device = deviceAt('NA-1/1')
const good = device.sign(form)
const changed = (change: Partial<Record<keyof Form45, unknown>>): FormBundle =>
  device.sign({ ...form, ...change } as Form45)
const enveloped = (change: Record<string, unknown>): unknown => ({ ...good, ...change })
const signedText = (text: string | Buffer): FormBundle => device.signPayload(Buffer.from(text), '45')

const zoo: readonly (readonly [name: string, code: string, bundle: unknown])[] = [
  ['nothing', 'malformed', undefined],
  ['null', 'malformed', null],
  ['a number', 'malformed', 42],
  ['a list', 'malformed', [good]],
  ['no payload type', 'malformed', enveloped({ payloadType: undefined })],
  ['a payload type of the prototype', 'malformed', enveloped({ payloadType: 'constructor' })],
  ['a payload that is no base64', 'malformed', enveloped({ payload: '{"form":"45"}' })],
  ['no signature', 'malformed', enveloped({ signatures: [] })],
  ['two signatures', 'malformed', enveloped({ signatures: [...good.signatures, ...good.signatures] })],
  ['a signature of 63 bytes', 'malformed', enveloped({ signatures: [{ ...good.signatures[0], sig: 'A'.repeat(84) }] })],
  ['a key id in capitals', 'malformed', enveloped({ signatures: [{ ...good.signatures[0], keyid: 'F'.repeat(32) }] })],
  ['an unknown device', 'unknown-device', stationDevice('stranger', electionId, 'NA-1/1').sign(form)],
  ['a signature of another payload', 'wrong-signature', { ...good, payload: sampleBundle('NA-1', 2).payload }],
  [
    'a signature under the other payload type',
    'wrong-signature',
    { ...device.sign(form, '46'), payloadType: good.payloadType },
  ],
  ['bytes that are no UTF-8', 'malformed', signedText(Buffer.from([0xff, 0xfe, 0x7b]))],
  ['a byte order mark', 'malformed', signedText(`\ufeff${JSON.stringify(form)}`)],
  ['JSON that ends early', 'malformed', signedText(JSON.stringify(form).slice(0, -20))],
  ['JSON nested a thousand deep', 'malformed', signedText('['.repeat(1000) + ']'.repeat(1000))],
  ['a number that is text', 'malformed', changed({ validTotal: '240' })],
  ['a negative number', 'malformed', changed({ excluded: -1 })],
  ['half a vote', 'malformed', changed({ excluded: 0.5 })],
  ['a number beyond all voters', 'malformed', changed({ excluded: 1e15 })],
  ['a field that no form has', 'malformed', { ...device.sign({ ...form, cnic: '9912345678901' } as Form45) }],
  ['a second sequence', 'malformed', changed({ sequence: 2 })],
  ['a local time', 'malformed', changed({ madeAt: '2026-07-25 20:30' })],
  ['a day that does not exist', 'malformed', changed({ madeAt: '2026-02-30T15:30:00Z' })],
  ['more agents signed than digits', 'malformed', changed({ agents: { present: 1, signed: 9999, refused: [] } })],
  ['Form-46 in place of 45', 'form-46-in-place-of-45', device.sign(writeForm46(sampleCount('NA-1', 1)), '45')],
  ['Form-45 in place of 46', 'form-45-in-place-of-46', device.sign(form, '46')],
  ['another election', 'another-election', changed({ electionId: 'general-election-2018' })],
  ['an unknown seat', 'unknown-contest', changed({ contestId: 'NA-999', stationId: 'NA-999/1' })],
  ['a seat without a poll', 'no-poll', changed({ contestId: 'NA-3', stationId: 'NA-3/1' })],
  ['a station of another seat', 'station-of-another-seat', changed({ stationId: 'NA-2/1' })],
  ['a number that is not the station', 'station-of-another-seat', changed({ stationNumber: 2 })],
  ['the device of another station', 'device-of-another-station', device.sign(writeForm45(sampleCount('NA-1', 2)))],
  ['the device of another seat', 'device-of-another-station', device.sign(writeForm45(sampleCount('NA-2', 1)))],
  ['a date ten minutes ahead', 'made-in-future', changed({ madeAt: '2026-07-25T16:10:00Z' })],
  ['a date before the poll', 'made-before-poll', changed({ madeAt: '2026-07-24T18:59:59Z' })],
  [
    'too many candidates',
    'too-many-candidates',
    device.sign(writeForm45({ ...sampleCount('NA-1', 1), votes: [1, 2, 3, 4] })),
  ],
  ['too few candidates', 'too-few-candidates', device.sign(writeForm45({ ...sampleCount('NA-1', 1), votes: [1, 2] }))],
  ['no candidate', 'too-few-candidates', changed({ candidates: [] })],
  ['candidates in another order', 'candidate-order', changed({ candidates: form.candidates.toReversed() })],
  [
    'a row that does not add up',
    'row-total',
    changed({ candidates: form.candidates.map((row) => ({ ...row, total: row.total + 1 })) }),
  ],
  ['a total that does not add up', 'sum-of-candidates', changed({ validTotal: form.validTotal + 5 })],
  ['voters that do not add up', 'polled-sum', changed({ polled: { ...form.polled, male: form.polled.male + 1 } })],
  [
    'more polled than registered',
    'polled-above-registered',
    changed({ polled: { male: 600, female: 400, other: 0, total: 1000 } }),
  ],
  ['more ballots than registered', 'ballots-above-registered', changed({ excluded: 900 })],
  [
    'ballot papers that do not add up',
    'ballot-account',
    device.sign({ ...writeForm46(sampleCount('NA-1', 1)), unissued: 3 }),
  ],
]

let database: Database
let drop: () => Promise<void>
let remove: () => void
let intake: Intake
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, resultsMigrations]))
  const sample = sampleLedger(database)
  remove = sample.remove
  const facts = sampleFacts()
  intake = createIntake({ database, ledger: sample.ledger, findDevice: enrolled(facts), now: testClock(arrivedAt).now })
  await intake.open(facts)
})
afterAll(async () => {
  remove()
  await drop()
})

async function rowsOf(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*) as count from ${table}`)
  return rows[0]?.count ?? -1
}

test.each(zoo)('%s is refused with %s and leaves nothing but its line in the log', async (_name, code, bundle) => {
  const logged = await rowsOf('results.refusal')
  const taken = await intake.take(bundle)
  expect(taken.ok ? taken.value : taken.refusal.kind.code).toBe(`results.${code}`)
  expect(await rowsOf('results.refusal')).toBe(logged + 1)
  expect([await rowsOf('results.form'), await rowsOf('results.set_aside'), await rowsOf('ledger.entry')]).toEqual([
    0, 0, 0,
  ])
})

test('all of them at once, with good forms among them: the good ones are in, each bad one has its code', async () => {
  const before = intake.countersOf(electionId)?.status().refused ?? 0
  const sent = zoo.flatMap(([, , bundle], index) => (index < 5 ? [bundle, sampleBundle('NA-2', index + 1)] : [bundle]))
  const taken = await Promise.all(sent.map((bundle) => intake.take(bundle)))
  expect(taken.filter(({ ok }) => ok)).toHaveLength(5)
  expect(await rowsOf('results.form')).toBe(5)
  // Also those whose device nobody knows: they count for the one election that is being held.
  expect(intake.countersOf(electionId)?.status().refused).toBe(before + zoo.length)
})

test('the log of refusals holds no text of the sender', async () => {
  const { rows } = await database.pool.query(
    'select distinct election_id, contest_id from results.refusal order by 1, 2',
  )
  expect(rows.map((row: { election_id: string | null }) => row.election_id)).not.toContain('general-election-2018')
  expect(rows.map((row: { contest_id: string | null }) => row.contest_id)).not.toContain('NA-999')
})
