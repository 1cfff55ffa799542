import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { findGrant, type Grant } from '@intikhab/kernel/identity'
import { testSession } from '@intikhab/kernel/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createSearchLog } from '../names/search-log.ts'
import { listRoutes } from './list-routes.ts'
import { listChangesOf } from './list-changes.ts'
import { openMadeUpRegister } from './made-up-register.testkit.ts'
import { areas, enrolment, voter } from './made-up-voters.testkit.ts'

const actor = { kind: 'account', id: 'registration-officer' } as const
const grants: readonly Grant[] = [{ role: 'district-officer', scope: { kind: 'district', code: 'attock' } }]
const [block, next] = ['901010101', '901010102'] as const
const here = `/api/rolls/districts/attock/areas/${block}`

const register = await openMadeUpRegister(inject('postgresUrl'), 5, actor, '2024-03-01T06:00:00Z')
const { database, rolls, clock } = register
beforeAll(async () => {
  const by = (form: string, section: string) => ({ actor, cause: `claim:${form}`, form, section })
  clock.set('2024-03-04T06:00:00Z')
  const newcomer = enrolment(900, block)
  await rolls.change(newcomer.identity.cnic, newcomer, by('21', 's.31'))
  // On the evening of the 5th in London it is the 6th in Karachi.
  clock.set('2024-03-05T19:30:00Z')
  await rolls.change(voter(0, block, 'male', 1).cnic, { kind: 'deleted' }, by('22', 's.31'))
  await rolls.change(
    voter(1, block, 'male', 2).cnic,
    { kind: 'corrected', correction: { nameUr: 'کاشف محمد', nameEn: '' } },
    by('23', 's.31'),
  )
  await rolls.change(voter(2, block, 'male', 3).cnic, { kind: 'objected' }, by('22', 's.31'))
  clock.set('2024-03-08T06:00:00Z')
  const moving = voter(3, block, 'male', 4)
  const temporary = { textUr: 'مکان 7', block: next as typeof moving.entry.block }
  await rolls.change(
    moving.cnic,
    { kind: 'transferred', chosen: 'temporary', addresses: { temporary }, household: 'new' },
    by('21', 's.27'),
  )
})
afterAll(() => register.drop())

function ask(url: string) {
  const http = createHttp({
    version: 'test',
    checkAnswers: true,
    authenticate: async () => ({ accountId: 'officer', name: 'Officer', grants, session: testSession }),
    grantFor: (person, act, where) => findGrant(person, act, where, clock.now()),
    idempotencyStore: memoryIdempotency(clock.now),
  })
  http.register(
    listRoutes({ database, rolls, searches: createSearchLog({ database, now: clock.now }), now: clock.now }),
  )
  return http.fastify.inject({ url })
}

const lines = (body: string) => body.replace('\uFEFF', '').trim().split('\r\n').slice(1)

test('the lists of an area come as at the end of a day in Karachi, with masked CNICs', async () => {
  const men = async (on: string) => {
    const answer = await ask(`${here}/list?on=${on}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(answer.body).not.toMatch(/\d{13}|\d{5}-\d{7}-\d/)
    return lines(answer.body).filter((line) => line.startsWith('male,'))
  }
  expect(lines((await ask(`${here}/list?on=2024-02-29`)).body)).toEqual([])
  expect(await men('2024-03-05')).toHaveLength(5)
  const [first = ''] = await men('2024-03-06')
  expect(first).toBe(
    'male,2,1,99001-*****00-1,کاشف محمد,son,بشیر احمد,2003-06-15,مکان 1,active'.replace(
      '00-1',
      `${voter(1, block, 'male', 2).cnic.slice(10, 12)}-1`,
    ),
  )
  expect(await men('2024-03-08')).toHaveLength(3)
})

test('what became of the lists is told with form and section: who was added, who left, who was corrected', async () => {
  const answer = await ask(`${here}/changes?from=2024-03-02&until=2024-03-08`)
  expect(answer.json()).toMatchObject({
    area: { en: `Area ${block}` },
    changes: [
      { change: 'added', gender: 'female', serial: 6, form: '21', section: 's.31' },
      { change: 'left', gender: 'male', serial: 1, form: '22', at: '2024-03-05T19:30:00.000Z' },
      {
        change: 'corrected',
        serial: 2,
        what: { en: expect.stringContaining('کاشف محمود (Kashif Mehmood) → کاشف محمد') },
      },
      { change: 'left', serial: 4, form: '21', section: 's.27' },
    ],
  })
  const csv = await ask(`${here}/changes.csv?from=2024-03-06&until=2024-03-06&language=ur`)
  expect(lines(csv.body).map((line) => line.split(',').slice(0, 4))).toEqual([
    ['left', '2024-03-06', 'male', '1'],
    ['corrected', '2024-03-06', 'male', '2'],
  ])
  expect(csv.body).toContain('اندراج کی تصحیح ہوئی۔')
  expect(csv.body).not.toMatch(/\d{13}|\d{5}-\d{7}-\d/)
  const elsewhere = await ask(`${here.replace(block, next)}/changes?from=2024-03-08&until=2024-03-08`)
  expect(elsewhere.json()).toMatchObject({ changes: [{ change: 'added', form: '21' }] })
})

test('the lists at the beginning, with who was added and without who left, are the lists at the end', async () => {
  const days = ['2024-02-01T00:00:00Z', '2024-03-03T00:00:00Z', '2024-03-06T00:00:00Z', '2024-03-09T00:00:00Z']
  for (const { block: one } of areas)
    for (const [i, from] of days.entries())
      for (const until of days.slice(i)) {
        const on = async (at: string) =>
          (await rolls.listAsOf(one, new Date(Date.parse(at) - 1))).map(({ cnic }) => cnic as string)
        const standing = new Set(await on(from))
        for (const { change, voter: who } of await listChangesOf(
          database.tables(),
          one,
          new Date(from),
          new Date(until),
        )) {
          expect([one, from, until, change, standing.has(who.cnic)]).toEqual([
            one,
            from,
            until,
            change,
            change !== 'added',
          ])
          if (change === 'added') standing.add(who.cnic)
          if (change === 'left') standing.delete(who.cnic)
        }
        expect([...standing].sort()).toEqual((await on(until)).sort())
      }
})

test('of another district nothing is told; days to come and days in the wrong order are refused', async () => {
  const codeOf = async (path: string) => (await ask(path)).json<{ code: string }>().code
  expect(await codeOf('/api/rolls/districts/quetta/areas/902010101/list?on=2024-03-06')).toBe('http.not-permitted')
  expect(await codeOf('/api/rolls/districts/attock/areas/902010101/list?on=2024-03-06')).toBe('rolls.unknown-area')
  expect(await codeOf('/api/rolls/districts/attock/areas/999999999/changes?from=2024-03-06&until=2024-03-06')).toBe(
    'rolls.unknown-area',
  )
  expect(await codeOf(`${here}/list?on=2024-03-09`)).toBe('rolls.day-to-come')
  expect(await codeOf(`${here}/list?on=2024-02-30`)).toBe('http.invalid-input')
  expect(await codeOf(`${here}/changes?from=2024-03-06&until=2024-03-05`)).toBe('rolls.period-reversed')
})

test('each reading is kept with what was asked and how many were shown', async () => {
  const count = async () => (await sql`select search_id from rolls.search_log`.execute(database.tables())).rows.length
  const before = await count()
  await ask(`${here}/list?on=2024-03-08`)
  await ask(`${here}/changes?from=2024-03-08&until=2024-03-08`)
  await ask(`${here}/list?on=2024-03-09`)
  const { rows } = await sql`select account_id, district, kind, asked, shown from rolls.search_log
    order by search_id offset ${before}`.execute(database.tables())
  expect(rows).toEqual([
    { account_id: 'officer', district: 'attock', kind: 'list', asked: { block, on: '2024-03-08' }, shown: 9 },
    {
      account_id: 'officer',
      district: 'attock',
      kind: 'changes',
      asked: { block, from: '2024-03-08', until: '2024-03-08' },
      shown: 1,
    },
  ])
})
