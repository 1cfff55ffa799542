import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { Person } from '@intikhab/kernel/identity'
import { anyOffice, freshDatabase, testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDelimitations } from './delimitation.ts'
import { delimitationMigrations } from './migrations/index.ts'
import { delimitationRoutes } from './routes.ts'
import { soundBlocks, soundBoundaries, soundConstituencies, soundLines } from './sound-files.testkit.ts'

const now = () => new Date('2018-03-05T00:00:00Z')
const clerk: Person = { accountId: 'clerk', name: 'Clerk', grants: [], session: testSession }
const acts = new Set(['import.run', 'import.read', 'delimitation.read'])
let drop: () => Promise<void>
let http: ReturnType<typeof createHttp>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [delimitationMigrations])
  drop = fresh.drop
  const ledger = { append: () => Promise.resolve([1]) }
  http = createHttp({
    version: 'test',
    authenticate: ({ headers }) => Promise.resolve(headers['cookie'] === 'clerk' ? clerk : null),
    grantFor: (_person, act) => (acts.has(act) ? anyOffice : undefined),
    idempotencyStore: memoryIdempotency(now),
  })
  http.register(delimitationRoutes(createDelimitations({ database: fresh.database, ledger, now })))
})
afterAll(() => drop())

const names = 'nameEn=Census&nameUr=%D9%85'

async function post(url: string, type: string, payload: string | Buffer, cookie = 'clerk') {
  return http.fastify.inject({ method: 'POST', url, headers: { 'content-type': type, cookie }, payload })
}

async function postForm(url: string, files: Record<string, string>) {
  const form = new FormData()
  for (const [part, content] of Object.entries(files)) form.append(part, new Blob([content]), `${part}.csv`)
  const sent = new Response(form)
  return post(url, sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()))
}

const get = (url: string) => http.fastify.inject({ method: 'GET', url, headers: { cookie: 'clerk' } })

test('nobody imports without the act', async () => {
  const answer = await post(`/api/delimitation/censuses/c?${names}`, 'multipart/form-data; boundary=x', 'x', '')
  expect(answer.statusCode).toBe(401)
})

test('a census arrives as a form of two files; a spoiled one is answered with file, line, field and reason', async () => {
  const url = `/api/delimitation/censuses/census-2017?${names}`
  const spoiled = await postForm(url, { blocks: soundBlocks.replace(',120\n', ',-1\n'), lines: soundLines })
  expect(spoiled.statusCode).toBe(422)
  expect(spoiled.json()).toMatchObject({
    code: 'delimitation.file-refused',
    title: 'The file cannot be imported; nothing of it was taken. It has one problem.',
    report: { count: 1, problems: [{ file: 'blocks.csv', line: 4, field: 'households', code: 'tables.negative' }] },
  })
  expect((await postForm(url, { blocks: soundBlocks })).json()).toMatchObject({
    code: 'delimitation.file-missing',
    field: 'lines',
  })
  expect((await post(url, 'multipart/form-data; boundary=x', 'no form')).statusCode).toBe(400)
  const taken = await postForm(url, { blocks: soundBlocks, lines: soundLines })
  expect(taken.json()).toMatchObject({ imported: 15, report: { totals: { population: 2000, blocks: 3 } } })

  const block = await get('/api/delimitation/censuses/census-2017/blocks/110020101')
  expect(block.json<{ places: { level: string }[] }>().places.map(({ level }) => level)).toEqual([
    'mauza',
    'patwar-circle',
    'qanungo-halqa',
    'tehsil',
    'district',
  ])
  expect((await get('/api/delimitation/imports')).json()).toMatchObject({
    imports: [{ kind: 'census', subject: 'census-2017', importedBy: 'clerk' }],
  })
})

test('seats and their polygons arrive, and the report can be read again', async () => {
  const seats = await post(
    `/api/delimitation/delimitations/2018/constituencies?${names}&census=census-2017`,
    'text/csv',
    soundConstituencies,
  )
  expect(seats.json()).toMatchObject({ imported: 2 })
  const boundaries = await post(
    '/api/delimitation/delimitations/2018/boundaries?attribution=test',
    'application/geo+json',
    soundBoundaries,
  )
  const { reportId } = boundaries.json<{ reportId: number }>()
  expect((await get(`/api/delimitation/imports/${reportId}`)).json()).toMatchObject({
    kind: 'boundaries',
    subject: '2018',
    report: { totals: { seats: 2 } },
  })
  expect((await get('/api/delimitation/imports/999')).json()).toMatchObject({ code: 'delimitation.unknown-report' })
})
