import { constituencyCode, createDelimitations, delimitationMigrations } from '@intikhab/delimitation'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { anyOffice, freshDatabase, testSession } from '@intikhab/kernel/testkit'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { pollingSchemeMigrations } from './migrations/index.ts'
import { createPollingSchemes } from './polling-scheme.ts'
import { pollingSchemeRoutes } from './routes.ts'
import { soundScheme } from './sound-scheme.testkit.ts'

const now = () => new Date('2018-06-01T00:00:00Z')
let drop: () => Promise<void>
let http: ReturnType<typeof createHttp>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [delimitationMigrations, pollingSchemeMigrations])
  drop = fresh.drop
  const parts = { database: fresh.database, ledger: { append: () => Promise.resolve([1]) }, now }
  const delimitations = createDelimitations(parts)
  const name = { en: '2018', ur: '2018' }
  const constituencies = [55, 56].map((number) => ({
    code: constituencyCode('NA', number),
    name: { en: number === 55 ? 'Attock-I' : 'Attock-II', ur: 'اٹک' },
    province: 'punjab' as const,
    seats: 1,
  }))
  await delimitations.addDelimitation(
    { id: '2018', name, censusId: null, constituencies },
    { actor: { kind: 'system', id: 'test' } },
  )
  http = createHttp({
    version: 'test',
    authenticate: () => Promise.resolve({ accountId: 'clerk', name: 'Clerk', grants: [], session: testSession }),
    grantFor: () => anyOffice,
    idempotencyStore: memoryIdempotency(now),
  })
  http.register(
    pollingSchemeRoutes({
      schemes: createPollingSchemes(parts),
      delimitations,
      normsOf: (electionId) =>
        Promise.resolve(electionId === 'e' ? { votersPerStation: 1200, votersPerBooth: 400 } : undefined),
    }),
  )
})
afterAll(() => drop())

const post = (query: string, payload: string | Buffer, election = 'e') =>
  http.fastify.inject({
    method: 'POST',
    url: `/api/polling-scheme/${election}/versions?${query}`,
    headers: { 'content-type': 'application/gzip' },
    payload,
  })
const get = async (rest: string) =>
  (await http.fastify.inject({ url: `/api/polling-scheme/e/${rest}` })).json<unknown>()
const draft = 'delimitation=2018&status=draft'

test('a spoiled scheme is answered with file, line, field and reason, and nothing is stored', async () => {
  const answer = await post(`${draft}&file=attock.csv`, soundScheme.replace(',700,', ',7OO,'))
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'polling-scheme.file-refused',
    report: { problems: [{ file: 'attock.csv', line: 3, field: 'female_voters', found: '7OO' }] },
  })
  expect(await get('versions')).toEqual({ versions: [] })
})

test('draft, final version, the report of each and what changed between them', async () => {
  const taken = await post(draft, gzipSync(soundScheme))
  expect(taken.json()).toMatchObject({ imported: 3, version: { version: 1, status: 'draft', voters: 2280 } })
  const again = await post(`${draft}&reason=again`, gzipSync(soundScheme))
  expect(again.json()).toMatchObject({ code: 'polling-scheme.already-imported', figures: { version: 1 } })

  const changed = soundScheme.replace('400,380,780,,', '400,381,781,33.1,72.9')
  const final = await post('delimitation=2018&status=final&reason=objections%20decided', changed)
  expect(final.json()).toMatchObject({ version: { version: 2, status: 'final' } })
  expect(await get('versions/2/changes')).toEqual({
    since: 1,
    version: 2,
    changes: [{ stationId: 'NA-56/1', change: 'changed', fields: ['voters', 'at'] }],
  })
  expect(await get('versions/1/report')).toMatchObject({ findings: [{ code: 'polling-scheme.without-position' }] })
  expect(await get('versions/7/changes')).toMatchObject({ code: 'polling-scheme.unknown-version' })
})

test('an election or a delimitation that is not there is refused', async () => {
  expect((await post(draft, soundScheme, 'nowhere')).json()).toMatchObject({ code: 'polling-scheme.unknown-election' })
  expect((await post('delimitation=1970&status=draft', soundScheme)).json()).toMatchObject({
    code: 'polling-scheme.unknown-delimitation',
  })
})
