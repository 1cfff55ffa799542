import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { findGrant, type Grant } from '@intikhab/kernel/identity'
import { testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { formatCnic } from '../../core/identifiers.ts'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { voterHandles } from '../register/voter-handle.ts'
import { voterRoutes } from '../register/voter-routes.ts'
import { fillNameDictionary } from './name-dictionary.ts'
import { searchLogRoutes } from './search-log-routes.ts'
import { createSearchLog } from './search-log.ts'
import { searchRoutes } from './search-routes.ts'

const handles = voterHandles(Buffer.alloc(32, 1))
const somebody = voter(1, '901010101', 'male', 2)
const ofAttock: Grant = { role: 'district-officer', scope: { kind: 'district', code: 'attock' } }
const auditor: Grant = { role: 'auditor', scope: { kind: 'national' } }

const register = await openMadeUpRegister(
  inject('postgresUrl'),
  3,
  { kind: 'system', id: 'test' },
  '2024-03-01T06:00:00Z',
)
const { database, rolls, clock } = register
beforeAll(() => fillNameDictionary(database))
afterAll(() => register.drop())

function as(grant: Grant, path: string, payload?: object) {
  const searches = createSearchLog({ database, now: clock.now })
  const http = createHttp({
    version: 'test',
    checkAnswers: true,
    authenticate: async () => ({ accountId: grant.role, name: grant.role, grants: [grant], session: testSession }),
    grantFor: (person, act, where) => findGrant(person, act, where, clock.now()),
    idempotencyStore: memoryIdempotency(clock.now),
  })
  http.register([
    ...searchRoutes({ database, rolls, handles, searches }),
    ...voterRoutes({ database, rolls, handles, searches, whoIs: async () => ({ name: null, office: null }) }),
    ...searchLogRoutes({
      searches,
      handles,
      now: clock.now,
      findName: async (reader, id) => (reader.accountId === 'auditor' && id === ofAttock.role ? 'Officer' : undefined),
    }),
  ])
  const url = `/api/rolls/districts/attock${path}`
  return http.fastify.inject(payload === undefined ? { url } : { method: 'POST', url, payload })
}

async function log(from: string, until: string): Promise<string[]> {
  const answer = await as(auditor, `/searches.csv?from=${from}&until=${until}`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(answer.body).not.toMatch(/\d{13}|\d{5}-\d{7}-\d/)
  const [heading, ...lines] = answer.body.replace('\uFEFF', '').trim().split('\r\n')
  expect(heading).toBe('at,account,name,kind,asked,cnic,voter,found')
  return lines
}

test('whatever shows voters leaves its line: a search by name, by CNIC, by line, a voter’s page', async () => {
  const search = (body: object) => as(ofAttock, '/search', body)
  expect(
    (await search({ by: 'name', name: 'Kashif Mehmood', gender: 'male' })).json<{ voters: object[] }>().voters,
  ).toHaveLength(6)
  clock.advance(60_000)
  await search({ by: 'cnic', cnic: formatCnic(somebody.cnic) })
  clock.advance(60_000)
  await search({ by: 'line', block: '901010102', serial: 2 })
  clock.advance(60_000)
  const handle = handles.handleOf(somebody.cnic)
  expect((await as(ofAttock, `/voters/${handle}`)).statusCode).toBe(200)
  const masked = `99001-*****${somebody.cnic.slice(10, 12)}-1`
  expect(await log('2024-03-01', '2024-03-01')).toEqual([
    '2024-03-01T06:00:00.000Z,district-officer,Officer,name,name: Kashif Mehmood; gender: male,,,6',
    `2024-03-01T06:01:00.000Z,district-officer,Officer,cnic,,${masked},${handle},1`,
    '2024-03-01T06:02:00.000Z,district-officer,Officer,line,block: 901010102; serial: 2,,,2',
    `2024-03-01T06:03:00.000Z,district-officer,Officer,voter,,${masked},${handle},1`,
  ])
})

test('a CNIC that was typed as a name stands in the log masked, in digits of any script', async () => {
  clock.set('2024-03-02T06:00:00Z')
  const urdu = somebody.cnic.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')
  await as(ofAttock, '/search', { by: 'name', name: `Kashif ${formatCnic(somebody.cnic)}`, relationName: urdu })
  const [line = ''] = await log('2024-03-02', '2024-03-02')
  expect(line.match(/99001-\*{5}\d\d-1/g)).toHaveLength(2)
})

test('the days are those of Karachi; a search in vain is kept, one that is refused is not', async () => {
  clock.set('2024-03-03T18:59:00Z')
  await as(ofAttock, '/search', { by: 'name', name: 'Zarghuna Zadran' })
  await as(ofAttock, '/search', { by: 'cnic', cnic: '12' })
  clock.set('2024-03-03T19:00:00Z')
  await as(ofAttock, '/search', { by: 'line', block: '901010101', gender: 'male', serial: 1 })
  expect(await log('2024-03-03', '2024-03-03')).toEqual([
    '2024-03-03T18:59:00.000Z,district-officer,Officer,name,name: Zarghuna Zadran,,,0',
  ])
  expect(await log('2024-03-04', '2024-03-04')).toHaveLength(1)
  expect((await as(auditor, '/searches.csv?from=2024-03-04&until=2024-03-05')).json()).toMatchObject({
    code: 'rolls.day-to-come',
  })
})

test('whoever searches does not read the log', async () => {
  expect((await as(ofAttock, '/searches.csv?from=2024-03-01&until=2024-03-02')).statusCode).toBe(403)
})

test('a long log is read in portions, each line once', async () => {
  clock.set('2024-03-10T06:00:00Z')
  const searches = createSearchLog({ database, now: clock.now })
  const actor = { kind: 'account', id: 'officer' } as const
  for (let n = 0; n < 4100; n += 100)
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        searches.keep(actor, { district: 'quetta', kind: 'line', asked: { serial: n + i }, shown: 1 }),
      ),
    )
  const seen = new Set<unknown>()
  let portions = 0
  for await (const readings of searches.read('quetta', new Date(0), new Date('2024-03-11T00:00:00Z'))) {
    portions++
    for (const { asked } of readings) seen.add(asked['serial'])
  }
  expect([portions, seen.size]).toEqual([3, 4100])
})
