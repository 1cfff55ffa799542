import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { anyOffice, freshDatabase, testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { nominationsMigrations } from './migrations/index.ts'
import { nominationsRoutes } from './routes.ts'
import { createNominationsStore, type NominationsStore } from './store.ts'

const now = () => new Date('2018-06-30T10:00:00Z')
const acts: unknown[] = []
let http: HttpServer
let store: NominationsStore
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [nominationsMigrations])
  drop = fresh.drop
  store = createNominationsStore(fresh.database.tables())
  http = createHttp({
    version: 'test',
    authenticate: () => Promise.resolve({ accountId: 'clerk', name: 'Clerk', grants: [], session: testSession }),
    grantFor: (_person, act) => (act === 'import.run' ? anyOffice : undefined),
    idempotencyStore: memoryIdempotency(now),
  })
  const ledger = { append: (_tx: unknown, entries: readonly unknown[]) => Promise.resolve([acts.push(...entries)]) }
  const hasElection = (id: string) => Promise.resolve(id === 'sample-2018')
  http.register(nominationsRoutes({ database: fresh.database, ledger, now, hasElection }))
})
afterAll(async () => {
  await http.close()
  await drop()
})

const head = readFileSync(join(import.meta.dirname, '../zoo/heading-only.csv'), 'utf8').split('\n')[0] ?? ''
const figures = 'NA,NA,NA,NA,NA,NA,NA'
const line = (name: string, rank: number) =>
  `2018-07-25,General,Contested,National,Islamabad,NA-53,53,Islamabad-II,${figures},${name},Independent,${1000 - rank},NA,${rank},${rank === 1 ? 'Win' : 'Loss'}`
const sound = `${head}\n${line('Sample One', 1)}\n${line('Sample Two', 2)}\n`

const post = (payload: string | Buffer, election = 'sample-2018', type = 'text/csv') =>
  http.fastify.inject({
    method: 'POST',
    url: `/api/nominations/${election}/candidates?file=feed.csv`,
    headers: { 'content-type': type },
    payload,
  })

test('a spoiled feed is answered with file, line, field and reason, and nothing is listed', async () => {
  const answer = await post(sound.replace(',53,', ',5E,'))
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'nominations.file-refused',
    report: { problems: [{ file: 'feed.csv', line: 2, field: 'constituency_number', found: '5E' }] },
  })
  expect([await store.listContests('sample-2018'), acts]).toEqual([[], []])
})

test('an election that is not there takes no candidates', async () => {
  expect((await post(sound, 'nowhere')).json()).toMatchObject({ status: 404, code: 'nominations.unknown-election' })
})

test('a sound feed is listed once, by whom the ledger tells, and its report comes back', async () => {
  const taken = await post(gzipSync(sound), 'sample-2018', 'application/gzip')
  expect(taken.json()).toMatchObject({ imported: 2, report: { totals: { contests: 1, candidates: 2 } } })
  expect(acts).toMatchObject([
    { act: 'candidates-listed', actor: { kind: 'account', id: 'clerk' } },
    { act: 'contest-listed', subject: 'sample-2018/NA-53' },
  ])
  const [seat] = await store.listContests('sample-2018')
  expect(seat?.candidates.map(({ name }) => name.en)).toEqual(['Sample One', 'Sample Two'])
  expect((await post(sound)).json()).toMatchObject({ status: 409, code: 'nominations.already-listed' })
})
