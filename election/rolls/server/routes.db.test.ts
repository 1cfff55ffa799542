import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import type { Person } from '@intikhab/kernel/identity'
import { anyOffice, freshDatabase, testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { areas, districts, roll, voter } from './register/made-up-voters.testkit.ts'
import { rollsMigrations } from './migrations/index.ts'
import { createRolls, type Rolls } from './register/rolls.ts'
import { rollsRoutes } from './routes.ts'
import { feedColumns } from './register/voter-feed.ts'

const now = () => new Date('2024-03-01T00:00:00Z')
const clerk: Person = { accountId: 'clerk', name: 'Clerk', grants: [], session: testSession }
let rolls: Rolls
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  drop = fresh.drop
  rolls = createRolls({ database: fresh.database, now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll(roll)
})
afterAll(() => drop())

const columns = Object.keys(feedColumns)
const cells = (n: number): Readonly<Record<string, unknown>> => {
  const { entry, addresses, ...person } = voter(n, '901010101', 'male', n)
  return { ...person, ...entry, addressUr: addresses.permanent.textUr }
}
const csv = (...serials: number[]) =>
  [columns.join(','), ...serials.map((n) => columns.map((name) => cells(n)[name]).join(','))].join('\n')

function post(payload: string | Buffer, may = true) {
  const http = createHttp({
    version: 'test',
    authenticate: async () => clerk,
    grantFor: (_person, act) => (may && act === 'import.run' ? anyOffice : undefined),
    idempotencyStore: memoryIdempotency(now),
  })
  http.register(rollsRoutes(rolls, { propose: () => Promise.reject(new Error('nobody proposes here')) }))
  return http.fastify.inject({
    method: 'POST',
    url: '/api/rolls/feeds/delta-17.csv',
    headers: { 'content-type': 'text/csv' },
    payload,
  })
}

test('a feed over HTTP is taken in once; sent again it is refused with each line', async () => {
  expect((await post(`${csv(1, 2, 3)}\n`)).json()).toEqual({ imported: 3 })
  const again = await post(`${csv(4, 2)}\n`)
  expect(again.statusCode).toBe(409)
  expect(again.json()).toMatchObject({
    code: 'rolls.enrolled-again',
    report: { count: 1, problems: [{ file: 'delta-17.csv', line: 3, field: 'cnic' }] },
  })
  expect(await rolls.store.countVoters()).toBe(3)
})

test('bytes that are no UTF-8 are a problem of their line, not question marks in a name', async () => {
  const bytes = Buffer.concat([Buffer.from(`${csv(10)}\n`), Buffer.from([0xc7, 0xe3, 0x0a])])
  const answer = await post(bytes)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'rolls.invalid-feed',
    report: { byCode: { 'tables.wrong-encoding': 1 } },
  })
})

test('who may not import is told so before the file is looked at', async () => {
  expect((await post('no table at all', false)).statusCode).toBe(403)
})
