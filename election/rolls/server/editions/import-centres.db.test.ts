import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { findGrant, type Grant } from '@intikhab/kernel/identity'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { disagreements, freshDatabase, testClock, testSession } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { rollsRefusals } from '../../core/refusals.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, roll } from '../register/made-up-voters.testkit.ts'
import { createRolls } from '../register/rolls.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { centreRoutes } from './centre-routes.ts'
import { centreColumns } from './centre-table.ts'
import { listCentres, putCentre } from './display-centres.ts'

const { now } = testClock('2024-03-01T00:00:00Z')
const acts: LedgerAct[] = []
let published = 0
const ledger = { append: async (_tx: unknown, added: readonly LedgerAct[]) => added.map((act) => acts.push(act)) }
let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  const rolls = createRolls({ database, now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll(roll)
})
afterAll(() => drop())

const grants: readonly Grant[] = [{ role: 'district-officer', scope: { kind: 'district', code: 'attock' } }]
const parts = () => ({ database, ledger, now, queuePublication: async () => void published++ })

function ask(path: string, payload?: string) {
  const http = createHttp({
    version: 'test',
    authenticate: async () => ({ accountId: 'officer', name: 'Officer', grants, session: testSession }),
    grantFor: (person, act, where) => findGrant(person, act, where, now()),
    idempotencyStore: memoryIdempotency(now),
  })
  const getRoll = async (id: string) => (id === roll.id ? accept(roll) : refuse(rollsRefusals['unknown-roll']))
  http.register(centreRoutes({ ...parts(), getRoll }))
  const url = `/api/rolls/${roll.id}${path}/display-centres/table`
  return http.fastify.inject(
    payload === undefined ? { url } : { method: 'POST', url, headers: { 'content-type': 'text/csv' }, payload },
  )
}

const csv = (...lines: readonly string[]) => [centreColumns.join(','), ...lines, ''].join('\r\n')
const school = 'attock,High School,ہائی اسکول,Main Road,مین روڈ,09:00,17:00,901010101'
const college = 'attock,Girls College,گرلز کالج,Canal Road,نہر روڈ,09:00,16:00,901010102'
const stored = async () =>
  (await listCentres(database.tables(), roll.id)).map(({ number, nameEn, blocks }) => [
    number,
    nameEn,
    blocks.join(' '),
  ])

test('a table with a wrong line is refused with line and column, and nothing of it is taken in', async () => {
  const answer = await ask('/districts/attock', csv(school, college.replace('901010102', '901019999')))
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'rolls.centres-refused',
    report: {
      count: 1,
      problems: [{ line: 3, field: 'blocks', code: 'rolls.centre-area-unknown', found: '901019999' }],
    },
  })
  expect([await stored(), acts, published]).toEqual([[], [], 0])
})

test('a district’s officer enters centres by a table; sent again it changes nothing', async () => {
  const answer = await ask('/districts/attock', csv(school, college))
  expect(answer.json()).toMatchObject({
    report: { files: [{ rows: 2 }], totals: { centres: 2, areas: 2, entered: 2, unchanged: 0 }, findings: [] },
  })
  expect(acts.map(({ act, subject }) => [act, subject])).toEqual([
    ['display-centre-put', `display-centre/${roll.id}/1`],
    ['display-centre-put', `display-centre/${roll.id}/2`],
  ])
  const again = await ask('/districts/attock', csv(school, college))
  expect(again.json()).toMatchObject({ report: { totals: { entered: 0, changed: 0, unchanged: 2 } } })
  expect([acts.length, published]).toEqual([2, 1])
  expect(await stored()).toEqual([
    [1, 'High School', '901010101'],
    [2, 'Girls College', '901010102'],
  ])
})

test('the table as it stands comes back, and changed it moves an area from one centre to the other', async () => {
  const table = (await ask('/districts/attock')).body
  expect(table.replace('\uFEFF', '')).toBe(csv(school, college))
  const moved = table.replace('17:00,901010101', '17:00,901010102').replace('16:00,901010102', '16:00,901010101')
  expect((await ask('/districts/attock', moved)).json()).toMatchObject({ report: { totals: { changed: 2 } } })
  expect(await stored()).toEqual([
    [1, 'High School', '901010102'],
    [2, 'Girls College', '901010101'],
  ])
  expect(await disagreements(auditedEditionRecords(database), acts)).toEqual([])
})

test('an area does not leave a centre that the table does not name; only the secretariat enters those of all districts', async () => {
  const hall = school.replace('High School', 'Town Hall')
  expect((await ask('/districts/attock', csv(hall))).json()).toMatchObject({
    report: { problems: [{ line: 2, field: 'blocks', code: 'rolls.centre-area-elsewhere' }] },
  })
  const quetta = 'quetta,Civic Hall,سوک ہال,Main Road,مین روڈ,09:00,17:00,902010101'
  expect((await ask('/districts/attock', csv(quetta))).json()).toMatchObject({
    report: { problems: [{ line: 2, field: 'district', code: 'rolls.centre-of-another-district' }] },
  })
  expect((await ask('', csv(quetta))).statusCode).toBe(403)
  expect((await ask('/districts/quetta', csv(quetta))).statusCode).toBe(403)
})

test('a centre that was given up by hand is opened again by the table', async () => {
  const [, second] = await listCentres(database.tables(), roll.id)
  if (second === undefined) throw new Error('no second centre')
  const actor = { kind: 'account', id: 'officer', device: 'd' } as const
  await putCentre(parts(), roll.id, { ...second, isClosed: true, blocks: [] }, actor)
  expect((await ask('/districts/attock', csv(college))).statusCode).toBe(422)
  const free = college.replace('901010102', '901010101')
  expect((await ask('/districts/attock', csv(free))).json()).toMatchObject({ report: { totals: { changed: 1 } } })
  expect(await stored()).toContainEqual([2, 'Girls College', '901010101'])
  expect(await disagreements(auditedEditionRecords(database), acts)).toEqual([])
})
