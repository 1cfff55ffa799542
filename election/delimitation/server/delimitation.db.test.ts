import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { createLedger, ledgerMigrations, openSigner } from '@intikhab/kernel/ledger'
import { textSource } from '@intikhab/kernel/tables'
import { actsIn, disagreements, freshDatabase, tamper } from '@intikhab/kernel/testkit'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constituencyCode } from '../core/identifiers.ts'
import type { SeatMap } from '../core/map.ts'
import { auditedDelimitation } from './audited.ts'
import { createDelimitations, type Delimitations } from './delimitation.ts'
import { delimitationMigrations } from './migrations/index.ts'
import { soundBlocks, soundBoundaries, soundConstituencies, soundLines } from './sound-files.testkit.ts'

let database: Database
let drop: () => Promise<void>
let ownerUrl: string
let delimitations: Delimitations
const folder = mkdtempSync(join(tmpdir(), 'delimitation-'))
const by = { actor: { kind: 'account', id: 'a1' } } as const
const name = { en: 'A test', ur: 'آزمائش' }
const census = () => ({
  blocks: textSource('blocks.csv', soundBlocks),
  lines: textSource('lines.csv', soundLines),
})

beforeAll(async () => {
  ;({
    database,
    drop,
    url: ownerUrl,
  } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations, delimitationMigrations]))
  const signer = openSigner(join(folder, 'key.pem'), 'test')
  const ledger = createLedger({ database, folder: join(folder, 'ledger'), signer, origin: 'test' })
  delimitations = createDelimitations({ database, ledger, now: () => new Date('2018-03-05T00:00:00Z') })
})
afterAll(async () => {
  await drop()
  rmSync(folder, { recursive: true })
})

const countOf = async (table: string) =>
  (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

test('a refused census leaves nothing behind, not even its name', async () => {
  const spoiled = { ...census(), blocks: textSource('blocks.csv', soundBlocks.replace('800,120', '800,-1')) }
  const refused = await delimitations.importCensus(spoiled, { id: 'census', name }, by)
  expect(refused).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'delimitation.file-refused' } },
    problems: { count: 1 },
  })
  expect([await countOf('delimitation.census'), await countOf('ledger.entry')]).toEqual([0, 0])
})

test('a census lands whole, with its report and its ledger entry, and only once', async () => {
  const imported = await delimitations.importCensus(census(), { id: 'census', name }, by)
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  expect([
    await countOf('delimitation.place'),
    await countOf('delimitation.block'),
    await countOf('ledger.entry'),
  ]).toEqual([9, 3, 1])
  expect((await delimitations.store.findReport(imported.reportId))?.report.totals['population']).toBe(2000)

  const again = await delimitations.importCensus(census(), { id: 'census', name }, by)
  expect(again).toMatchObject({ ok: false, refusal: { kind: { code: 'delimitation.already-imported' } } })
})

test('two imports of the same census at once: one is taken, the other refused', async () => {
  const both = await Promise.all([1, 2].map(() => delimitations.importCensus(census(), { id: 'twin', name }, by)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countOf("delimitation.block where census_id = 'twin'")).toBe(3)
})

test('a block names the places that hold it, the nearest first', async () => {
  const found = await delimitations.store.findBlock('census', '110010101')
  expect(found?.places.map((place) => `${place.level} ${place.name.en}`)).toEqual([
    'circle CIRCLE NO 01',
    'charge CHARGE NO 01',
    'local-body HAZRO MC',
    'tehsil HAZRO TEHSIL',
    'district ATTOCK DISTRICT',
  ])
  const [district] = await delimitations.store.placesBelow('census', null)
  const below = await delimitations.store.placesBelow('census', district?.id ?? -1)
  expect(below.map((place) => place.name.en)).toEqual(['HAZRO TEHSIL', 'JAND TEHSIL'])
})

test('seats, their polygons and their blocks; what is unknown is refused by name', async () => {
  const seats = () => textSource('seats.csv', soundConstituencies)
  const as = { id: '2018', name, censusId: 'census' }
  expect((await delimitations.importConstituencies(seats(), { ...as, censusId: 'none' }, by)).ok).toBe(false)
  expect((await delimitations.importConstituencies(seats(), as, by)).ok).toBe(true)
  expect((await delimitations.importConstituencies(seats(), as, by)).ok).toBe(false)

  const stranger = textSource('b.geojson', soundBoundaries.replace('NA-56', 'NA-57'))
  expect(
    await delimitations.importBoundaries(stranger, { delimitationId: '2018', attribution: 'x' }, by),
  ).toMatchObject({
    refusal: { kind: { code: 'delimitation.unknown-constituency' }, detail: { constituency: 'NA-57' } },
  })
  const imported = await delimitations.importBoundaries(
    textSource('b.geojson', soundBoundaries),
    { delimitationId: '2018', attribution: 'drawn for a test' },
    by,
  )
  expect(imported.ok && imported.report.totals).toEqual({ seats: 2, squareKilometres: 5170, impossible: 0 })

  const locator = await delimitations.locatorOf('2018')
  expect([locator.find([72.25, 33.25]), locator.find([72.75, 33.25]), locator.find([75, 33])]).toEqual([
    'NA-55',
    'NA-56',
    undefined,
  ])

  const na55 = constituencyCode('NA', 55)
  expect(await delimitations.assignBlocks('2018', [{ block: '999999999', constituency: na55 }], by)).toMatchObject({
    refusal: { kind: { code: 'delimitation.unknown-block' } },
  })
  expect((await delimitations.assignBlocks('2018', [{ block: '110010101', constituency: na55 }], by)).ok).toBe(true)
  expect(await delimitations.store.constituenciesOfBlock('2018', '110010101')).toEqual(['NA-55'])
})

test('the map edition draws the seats with their names and says who drew them', async () => {
  const files = await delimitations.mapFiles('2018')
  if (!files.ok) throw new Error(files.refusal.kind.code)
  expect(files.value.map(({ path }) => path)).toEqual(['map.json', 'boundaries.geojson', 'constituencies.json'])
  const map = JSON.parse(files.value[0]?.bytes.toString() ?? '') as SeatMap
  expect(map.seats.map(({ code, nameUr }) => `${code} ${nameUr}`)).toEqual(['NA-55 اٹک 1', 'NA-56 اٹک 2'])
  expect(map.attribution).toBe('drawn for a test')
})

test('what the register holds has the fingerprints that the acts left, also after more blocks were assigned', async () => {
  const na56 = constituencyCode('NA', 56)
  expect((await delimitations.assignBlocks('2018', [{ block: '110010102', constituency: na56 }], by)).ok).toBe(true)
  const acts = await actsIn(database.pool)
  expect(acts.map(({ act }) => act)).toEqual([
    'census-imported',
    'census-imported',
    'constituencies-imported',
    'boundaries-imported',
    'blocks-assigned',
    'blocks-assigned',
  ])
  expect(await disagreements(auditedDelimitation(database), acts)).toEqual([])
})

test.each([
  ["update delimitation.block set population = population + 1 where census_id = 'twin'", 'census:twin'],
  ["update delimitation.place set name_en = 'ELSEWHERE' where census_id = 'census' and id = 1", 'census:census'],
  ["update delimitation.constituency set province = 'sindh' where code = 'NA-56'", 'delimitation:2018'],
  [
    "update delimitation.boundary set geometry = jsonb_set(geometry, '{coordinates,0,0,0,0}', '72.1')",
    'boundaries:2018',
  ],
  ["update delimitation.block_assignment set code = 'NA-56' where block_code = '110010101'", 'blocks:2018'],
  ["update delimitation.import_report set imported_by = 'a2' where id = 1", 'import:1'],
])('a row changed by hand is found: %s', async (tampering, record) => {
  await tamper(ownerUrl, tampering)
  const found = await disagreements(auditedDelimitation(database), await actsIn(database.pool))
  expect(found).toContain(`delimitation.${record}: differs`)
})
