import { createHttp, memoryIdempotency } from '@intikhab/kernel/http'
import { afterAll, expect, inject, test } from 'vitest'
import { createSearchLog } from '../names/search-log.ts'
import { openMadeUpRegister } from './made-up-register.testkit.ts'
import { roll, voter } from './made-up-voters.testkit.ts'
import { voterHandles } from './voter-handle.ts'
import { voterRoutes } from './voter-routes.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const handles = voterHandles(Buffer.alloc(32, 1))
const somebody = voter(3, '901010101', 'male', 4)

const { database, rolls, clock, drop } = await openMadeUpRegister(inject('postgresUrl'), 5, by.actor)
afterAll(() => drop())

function ask(district: string, handle: string, act?: object) {
  const session = { id: '1', device: 'd', secondFactorAt: clock.now() }
  const http = createHttp({
    version: 'test',
    checkAnswers: true,
    authenticate: async () => ({ accountId: 'officer', name: 'officer', grants: [], session }) as never,
    grantFor: () => ({ role: 'district-officer', scope: { kind: 'district', code: district } }),
    idempotencyStore: memoryIdempotency(clock.now),
  })
  const searches = createSearchLog({ database, now: clock.now })
  const whoIs = async (id: string) => ({ name: `Name of ${id}`, office: null })
  http.register(voterRoutes({ database, rolls, handles, searches, whoIs }))
  const url = `/api/rolls/districts/${district}/voters/${handle}`
  return http.fastify.inject(act === undefined ? { url } : { method: 'POST', url: `${url}/acts`, payload: act })
}

test('a voter is shown with the history of the entry in both languages, the CNIC masked', async () => {
  clock.set('2024-03-02T09:00:00Z')
  const grounds = { ...by, cause: 'claim:ATK-2024-000001', form: '23', section: 's.31' }
  await rolls.change(somebody.cnic, { kind: 'corrected', correction: { nameUr: 'کاشف محمد' } }, grounds)
  const answer = await ask('attock', handles.handleOf(somebody.cnic))
  expect(answer.statusCode).toBe(200)
  expect(answer.body).not.toContain(somebody.cnic)
  expect(answer.json()).toMatchObject({
    cnic: '99001-*****00-1'.replace('00-1', `${somebody.cnic.slice(10, 12)}-1`),
    nameUr: 'کاشف محمد',
    area: { en: 'Area 901010101' },
    entry: { block: '901010101', serial: 4 },
    history: [
      {
        at: '2024-03-02T09:00:00.000Z',
        sentence: { en: 'The entry was corrected.', ur: 'اندراج کی تصحیح ہوئی۔' },
        differences: [{ field: 'name', after: { en: 'کاشف محمد (Kashif Mehmood)' } }],
        by: { name: 'Name of registration-officer', office: null },
        cause: 'claim:ATK-2024-000001',
        isCauseHere: false,
        form: '23',
        section: 's.31',
      },
    ],
  })
})

test('of a voter of another district nothing is said, not even that there is one', async () => {
  const elsewhere = await ask('quetta', handles.handleOf(somebody.cnic))
  const nobody = await ask('quetta', handles.handleOf(voter(999, '902010101', 'male', 9).cnic))
  const noHandle = await ask('quetta', 'x'.repeat(55))
  expect([elsewhere, nobody, noHandle].map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  const [a, b, c] = [elsewhere, nobody, noHandle].map((answer) =>
    Object.assign(answer.json<object>(), { instance: '' }),
  )
  expect([b, c]).toEqual([a, a])
})

test('who was removed in error is restored to the former serial, upon a paper that the history names', async () => {
  const removed = voter(2, '901010101', 'male', 3)
  await rolls.change(removed.cnic, { kind: 'deleted' }, { ...by, cause: 'claim:ATK-2024-000002', form: '22' })
  const handle = handles.handleOf(removed.cnic)
  const paper = 'No. 7(2)/2024 of 4 March 2024'
  expect((await ask('attock', handle, { act: 'postal-ballot-issued', paper })).statusCode).toBe(404)
  expect((await ask('quetta', handle, { act: 'restored', paper })).statusCode).toBe(404)
  expect((await ask('attock', handle, { act: 'restored', paper })).statusCode).toBe(200)
  expect((await ask('attock', handle, { act: 'restored', paper })).json()).toMatchObject({ code: 'rolls.not-removed' })
  const answer = (await ask('attock', handle)).json<{ history: { cause: string }[] }>()
  expect(answer).toMatchObject({ status: 'active', entry: { serial: 3 } })
  expect(answer.history.at(-1)).toMatchObject({ cause: `paper:${paper}`, section: 's.37' })
})

test('voting from abroad and postal ballots are noted while the roll is frozen; a restoration is not done', async () => {
  clock.set('2024-06-01T00:00:00Z')
  await rolls.store.addRoll({ ...roll, id: 'frozen-2024' as typeof roll.id, termEndsOn: '2024-06-20' })
  const paper = 'Application 12 of 1 June 2024'
  const abroad = handles.handleOf(voter(4, '901010101', 'male', 5).cnic)
  expect((await ask('attock', abroad, { act: 'overseas-opted', paper })).statusCode).toBe(200)
  expect((await ask('attock', abroad, { act: 'unblocked', paper })).json()).toMatchObject({ code: 'rolls.frozen' })
  const byPost = handles.handleOf(voter(1, '901010101', 'male', 2).cnic)
  expect((await ask('attock', byPost, { act: 'postal-ballot-issued', paper })).statusCode).toBe(200)
})
