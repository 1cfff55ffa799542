import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDelimitations, delimitationMigrations, findConstituencyCode, findProvince } from '@intikhab/delimitation'
import type { Constituency } from '@intikhab/delimitation'
import type { Database } from '@intikhab/kernel/database'
import { fileSource, type ImportReport } from '@intikhab/kernel/tables'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { readFileSync } from 'node:fs'
import { importScheme, type SchemeImportOutcome } from './import-scheme.ts'
import { pollingSchemeMigrations } from './migrations/index.ts'
import { createPollingSchemes, type PollingSchemes } from './polling-scheme.ts'

const data = process.env['INTIKHAB_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const present = existsSync(resolve(data, 'polling-scheme-2018'))
if (!present) process.stdout.write('polling scheme of 2018: skipped, INTIKHAB_SHARED_DATA is not there\n')

/** Code, name and province of the 849 seats, as the results file of 2018 heads its lines. */
function seatsOf2018(): Constituency[] {
  const seats = new Map<string, Constituency>()
  for (const line of readFileSync(resolve(data, 'results-2018/pk_candidate_data_2018.csv'), 'utf8').split('\n')) {
    const [, province = '', written = '', name = ''] =
      /^[\d-]+,"[^"]*","[^"]*","[^"]*","([^"]*)","([^"]*)",\d+,"([^"]*)"/.exec(line) ?? []
    const code = findConstituencyCode(written)
    if (code !== undefined && !seats.has(code))
      seats.set(code, { code, name: { en: name, ur: name }, province: findProvince(province) ?? 'punjab', seats: 1 })
  }
  return [...seats.values()]
}

let database: Database
let drop: () => Promise<void>
let schemes: PollingSchemes
let run: () => Promise<SchemeImportOutcome>
const actor = { kind: 'system', id: 'test' } as const

beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [delimitationMigrations, pollingSchemeMigrations]))
  const parts = {
    database,
    ledger: { append: () => Promise.resolve([1]) },
    now: () => new Date('2018-07-01T00:00:00Z'),
  }
  const delimitations = createDelimitations(parts)
  schemes = createPollingSchemes(parts)
  if (!present) return
  const name = { en: '2018', ur: '2018' }
  await delimitations.addDelimitation({ id: '2018', name, censusId: null, constituencies: seatsOf2018() }, { actor })
  await delimitations.importBoundaries(
    fileSource(resolve(data, 'boundaries/na_2018delim_v2.geojson')),
    { delimitationId: '2018', attribution: 'hibasameen/aiwan-e-jamhoor, CC-BY-4.0' },
    { actor },
  )
  const as = {
    electionId: 'general-election-2018',
    delimitationId: '2018',
    norms: { votersPerStation: 1200, votersPerBooth: 300 },
    status: 'final',
    reason: '',
  } as const
  const file = resolve(data, 'polling-scheme-2018/ge2018_gis_polling_scheme.csv.gz')
  run = () => importScheme({ schemes, delimitations }, fileSource(file), as, { actor })
})
afterAll(() => drop())

const counts = ({ findings }: ImportReport) =>
  Object.fromEntries(findings.map(({ code, count }) => [code.replace('polling-scheme.', ''), count]))

test.skipIf(!present)('the scheme of 2018 is imported with what is wrong with it, and only once', async () => {
  const imported = await run()
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  expect(imported.report.totals).toEqual({
    rows: 95_951,
    stations: 95_305,
    seats: 561,
    nationalSeats: 198,
    nationalStations: 48_933,
    nationalVoters: 60_464_268,
    provincialSeats: 363,
    provincialStations: 46_372,
    provincialVoters: 57_701_380,
    maleStations: 25_532,
    femaleStations: 23_678,
    combinedStations: 46_095,
    positioned: 90_511,
    testedAgainstPolygon: 45_522,
  })
  expect(counts(imported.report)).toEqual({
    repeated: 646,
    'repeat-elsewhere': 608,
    'missing-seat': 288,
    'serial-gap': 302,
    'number-gap': 335,
    'without-position': 4755,
    'unreadable-position': 10,
    'zero-position': 6,
    'outside-country': 23,
    'outside-seat': 13_146,
    'far-outside-seat': 1820,
    'seat-misdrawn': 19,
    'above-station-norm': 47_752,
    'above-booth-norm': 88_000,
    'voters-without-booth': 30,
    'booth-without-voters': 20,
  })
  const { rows } = await database.pool.query<{ stations: number; voters: number }>(
    'select count(*)::int as stations, sum(male_voters + female_voters)::int as voters from polling_scheme.station',
  )
  expect(rows).toEqual([{ stations: 95_305, voters: 60_464_268 + 57_701_380 }])
  expect(await schemes.store.findReport('general-election-2018', 1)).toEqual(imported.report)

  expect(await run()).toMatchObject({
    ok: false,
    refusal: { kind: { code: 'polling-scheme.already-imported' }, detail: { version: 1 } },
  })
})
