import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { constituencyCode, findBlockCode, type BlockCode } from '@intikhab/delimitation'
import type { Database } from '@intikhab/kernel/database'
import { hashReason, type LedgerAct } from '@intikhab/kernel/ledger'
import { disagreements, freshDatabase, tamper } from '@intikhab/kernel/testkit'
import type { PollingStation } from '../core/station.ts'
import { auditedPollingSchemes } from './audited.ts'
import { pollingSchemeMigrations } from './migrations/index.ts'
import { createPollingSchemes, type PollingSchemes } from './polling-scheme.ts'

const block = findBlockCode('901010101') as BlockCode
const station = (number: number): PollingStation => ({
  constituency: constituencyCode('NA', 46),
  number,
  nameEn: `School ${number}, ground floor`,
  nameUr: `اسکول ${number}`,
  kind: 'male',
  booths: { male: 2, female: 0 },
  voters: { male: 600, female: 0 },
  at: { latitude: 33.7, longitude: 73.05 },
  parts: [{ block, gender: 'male', fromSerial: 1 + 600 * (number - 1), toSerial: 600 * number }],
})
const by = { actor: { kind: 'system', id: 'test' } } as const

let database: Database
let drop: () => Promise<void>
let ownerUrl: string
let schemes: PollingSchemes
const acts: LedgerAct[] = []
beforeAll(async () => {
  const made = await freshDatabase(inject('postgresUrl'), [pollingSchemeMigrations])
  database = made.database
  drop = made.drop
  ownerUrl = made.url
  const ledger = { append: async (_tx: unknown, list: readonly LedgerAct[]) => (acts.push(...list), [acts.length]) }
  schemes = createPollingSchemes({ database, ledger, now: () => new Date('2026-01-20T07:00:00Z') })
})
afterAll(() => drop())

test('a scheme is stored with its stations, their parts and a ledger entry, and comes back as it was', async () => {
  const added = await schemes.add(
    { electionId: 'e', status: 'draft', reason: '', stations: [station(2), station(1)] },
    by,
  )
  expect(added).toMatchObject({ ok: true, value: { version: 1, stations: 2, voters: 1200 } })
  expect(await schemes.store.stations('e', 1)).toEqual([station(1), station(2)])
  expect(acts.at(-1)).toMatchObject({
    act: 'scheme-version-added',
    subject: 'e',
    detail: { version: 1, stations: 2, voters: 1200 },
  })
})

test('a later version needs a reason, and no draft follows a final scheme', async () => {
  const next = { electionId: 'e', status: 'final' as const, stations: [station(1)] }
  expect(await schemes.add({ ...next, reason: ' ' }, by)).toMatchObject({
    refusal: { kind: { code: 'polling-scheme.reason-missing' } },
  })
  expect(await schemes.add({ ...next, reason: 'objections decided' }, by)).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
  const back = await schemes.add({ ...next, status: 'draft', reason: 'reopened' }, by)
  expect(back).toMatchObject({ refusal: { kind: { code: 'polling-scheme.draft-after-final' } } })
  expect(await schemes.store.stations('e', 1)).toHaveLength(2)
})

test('the same number twice in a seat, or no station at all, lands nothing', async () => {
  const twice = await schemes.add(
    { electionId: 'f', status: 'draft', reason: '', stations: [station(1), station(1)] },
    by,
  )
  expect(twice).toMatchObject({
    refusal: { kind: { code: 'polling-scheme.station-twice' }, detail: { station: 'NA-46/1' } },
  })
  expect(await schemes.add({ electionId: 'f', status: 'draft', reason: '', stations: [] }, by)).toMatchObject({
    ok: false,
  })
  expect(await schemes.store.findCurrent('f')).toBeUndefined()
})

test('the edition has the scheme, and each seat for programs and for spreadsheets', async () => {
  const files = await schemes.editionFiles('e')
  if (!files.ok) throw new Error(files.refusal.kind.code)
  expect(files.value.map((file) => file.path)).toEqual(['scheme.json', 'stations/NA-46.json', 'stations/NA-46.csv'])
  expect(files.value[2]?.bytes.toString().split('\r\n')[1]).toBe(
    'NA-46/1,1,"School 1, ground floor",اسکول 1,male,2,0,600,0,600,33.7,73.05',
  )
})

test('every version has the fingerprint that its act left, with its stations in whatever order they came', async () => {
  expect(await disagreements(auditedPollingSchemes(database), acts)).toEqual([])
  const [first, second] = acts
  const kept = await schemes.store.findReason('e', 2)
  expect(first?.reasonHash).toBeUndefined()
  expect(second).toMatchObject({
    section: 's.59',
    reasonHash: hashReason('objections decided', kept?.salt ?? Buffer.of()),
  })
})

test.each([
  ['update polling_scheme.station set male_voters = 601 where version = 1 and number = 2', 'e/1'],
  ['update polling_scheme.part set to_serial = to_serial + 1 where version = 2', 'e/2'],
])('a row changed by hand is found: %s', async (tampering, version) => {
  await tamper(ownerUrl, tampering)
  expect(await disagreements(auditedPollingSchemes(database), acts)).toContain(
    `polling-scheme.version:${version}: differs`,
  )
})
