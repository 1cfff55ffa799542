import type { LedgerAct } from '@intikhab/kernel/ledger'
import { freshDatabase, testClock } from '@intikhab/kernel/testkit'
import type { Database } from '@intikhab/kernel/database'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import type { RollId } from '../core/identifiers.ts'
import { ageBands, bandOf } from '../core/statistics.ts'
import { rollsMigrations } from './migrations/index.ts'
import { areas, districts, everybody, roll, voter } from './made-up-voters.testkit.ts'
import { createRolls, type Enrolment, type Rolls } from './rolls.ts'

const clock = testClock('2024-03-01T00:00:00Z')
const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const acts: LedgerAct[] = []
const ledger = { append: async (_tx: unknown, added: readonly LedgerAct[]) => added.map((act) => acts.push(act)) }

let database: Database
let rolls: Rolls
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll(roll)
  await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(100) }, by)
})
afterAll(() => drop())

const enrolment = (n: number, block: string): Enrolment => {
  const { serial: _serial, status: _status, ...entry } = voter(n, block, 'female', 1)
  return entry
}

test('the same CNIC enrolled in two provinces at once: one commits, the other is told of Form-21', async () => {
  const tries = await Promise.all([
    rolls.enrol(enrolment(5000, '901010101'), by),
    rolls.enrol(enrolment(5000, '902010101'), by),
  ])
  expect(tries.filter((one) => one.ok)).toEqual([{ ok: true, value: { serial: 101 } }])
  const refused = tries.find((one) => !one.ok)
  expect(refused).toMatchObject({ refusal: { kind: { code: 'rolls.already-enrolled' }, detail: { form: '21' } } })
})

test('two people enrolled in one list at once get two serials', async () => {
  const tries = await Promise.all([1, 2, 3, 4].map((n) => rolls.enrol(enrolment(5100 + n, '902010102'), by)))
  const serials = tries.map((one) => (one.ok ? one.value.serial : one.refusal.kind.code))
  expect(new Set(serials)).toEqual(new Set([101, 102, 103, 104]))
})

test('an unknown area and somebody of seventeen are refused', async () => {
  expect(await rolls.enrol(enrolment(5200, '909090909'), by)).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-area' } },
  })
  const young = { ...enrolment(5201, '901010101'), dateOfBirth: '2006-01-02' }
  expect(await rolls.enrol(young, by)).toMatchObject({ refusal: { kind: { code: 'rolls.under-age' } } })
  expect(await rolls.enrol({ ...young, dateOfBirth: '2006-01-01' }, by)).toMatchObject({ ok: true })
})

test('a feed with somebody already enrolled is refused as a whole, naming each such line and the block', async () => {
  const before = await rolls.store.countVoters()
  const newcomer = voter(6000, '901010102', 'male', 101)
  const twice = voter(6000, '901010102', 'male', 102)
  const known = { ...voter(0, '902010101', 'male', 103), cnic: voter(0, '901010101', 'male', 1).cnic }
  const done = await rolls.importFeed({ name: 'delta.csv', voters: () => [newcomer, known, twice] }, by)
  expect(done).toMatchObject({ ok: false, refusal: { kind: { code: 'rolls.already-enrolled' } } })
  const problems = done.ok ? [] : (done.report?.problems ?? [])
  expect(problems.map(({ line, code }) => `${line} ${code}`).sort()).toEqual([
    '2 rolls.already-enrolled',
    '3 rolls.enrolled-twice-here',
  ])
  expect(problems.find(({ line }) => line === 2)?.en).toContain('block 901010101; a vote is moved with Form-21')
  expect(await rolls.store.countVoters()).toBe(before)
})

test('a feed with a serial that is taken, an unknown block or a child imports nothing', async () => {
  const before = await rolls.store.countVoters()
  const import1 = (...voters: ReturnType<typeof voter>[]) => rolls.importFeed({ name: 'f', voters: () => voters }, by)
  const good = voter(7000, '901010101', 'male', 900)
  expect(await import1(good, voter(7001, '901010101', 'male', 3))).toMatchObject({
    refusal: { kind: { code: 'rolls.serial-taken' } },
    report: { problems: [{ line: 2, field: 'serial' }] },
  })
  const faults = await import1(good, voter(7002, '999999999', 'male', 1), { ...good, dateOfBirth: '2010-01-01' })
  expect(faults).toMatchObject({
    refusal: { kind: { code: 'rolls.invalid-feed' }, detail: { problems: 2 } },
    report: { byCode: { 'rolls.unknown-area': 1, 'rolls.under-age': 1 } },
  })
  expect(await rolls.store.countVoters()).toBe(before)
})

test('a frozen roll refuses enrolment, feed and removal with s.39, but still takes a report of a death', async () => {
  const frozen: typeof roll = { ...roll, id: 'frozen-2024' as RollId, termEndsOn: '2024-06-29' }
  await rolls.store.addRoll(frozen)
  clock.set('2024-06-01T00:00:00Z')
  const somebody = voter(1, '901010101', 'male', 2).cnic
  const refused = [await rolls.enrol(enrolment(8000, '901010101'), by), await rolls.remove(somebody, by)]
  for (const one of refused)
    expect(one).toMatchObject({ refusal: { kind: { code: 'rolls.frozen', section: 'Elections Act 2017, s.39' } } })
  expect(await rolls.importFeed({ name: 'late.csv', voters: () => [] }, by)).toMatchObject({
    refusal: { kind: { code: 'rolls.frozen' }, detail: { section: 's.39(1)' } },
  })
  expect(await rolls.reportDeath(somebody, by)).toEqual({ ok: true, value: undefined })
  clock.set('2024-08-10T00:00:00Z')
  expect(await rolls.announceResults(frozen.id, by)).toEqual({ ok: true, value: undefined })
  clock.set('2024-08-11T00:00:00Z')
  expect(await rolls.remove(somebody, by)).toEqual({ ok: true, value: undefined })
  expect(await rolls.remove(somebody, by)).toMatchObject({ refusal: { kind: { code: 'rolls.not-enrolled' } } })
})

test('who was removed may be enrolled again, in another place', async () => {
  const cnic = voter(2, '901010101', 'male', 3).cnic
  await rolls.remove(cnic, by)
  expect(await rolls.enrol({ ...enrolment(2, '902010101'), cnic }, by)).toMatchObject({ ok: true })
})

test("a station's voters are those of its parts, in the order of the lists", async () => {
  const found = await rolls.store.votersOf([
    { block: '901010102' as BlockCode, gender: 'female', fromSerial: 90, toSerial: 200 },
    { block: '901010102' as BlockCode, gender: 'male', fromSerial: 1, toSerial: 3 },
  ])
  expect(found.map((one) => `${one.gender} ${one.serial}`)).toEqual([
    ...Array.from({ length: 11 }, (_, i) => `female ${90 + i}`),
    'male 1',
    'male 2',
    'male 3',
  ])
  expect(found[0]).toEqual(voter(389, '901010102', 'female', 90))
})

test('counts by district, gender and age, and by block, close to everybody on the roll', async () => {
  const { cells, blocks } = await rolls.store.count('2024-01-01')
  const total = await rolls.store.countVoters()
  expect(cells.reduce((sum, cell) => sum + cell.voters, 0)).toBe(total)
  expect(blocks.reduce((sum, block) => sum + block.voters, 0)).toBe(total)
  const lists = areas.flatMap(({ block }) =>
    (['male', 'female'] as const).map((gender) => ({ block, gender, fromSerial: 1, toSerial: 9999 })),
  )
  const ages = (await rolls.store.votersOf(lists)).map(({ dateOfBirth }) => {
    const years = 2024 - Number(dateOfBirth.slice(0, 4))
    return dateOfBirth.slice(4) > '-01-01' ? years - 1 : years
  })
  expect(ages).toHaveLength(total)
  for (const band of ageBands)
    expect(cells.reduce((sum, cell) => (cell.band === band ? sum + cell.voters : sum), 0)).toBe(
      ages.filter((age) => bandOf(age) === band).length,
    )
})

test('every change left one act in the ledger, and none names a person', async () => {
  expect(acts.map((act) => act.act)).toContain('voter-enrolled')
  expect(acts.find((act) => act.act === 'feed-imported')?.detail).toMatchObject({ voters: 800 })
  for (const act of acts) expect(JSON.stringify(act)).not.toMatch(/99001\d{8}/)
})

test('the constraint holds against whoever goes past the code', async () => {
  const { cnic } = voter(7, '901010101', 'male', 8)
  await expect(
    database.copy(
      'rolls.voter',
      [
        'cnic',
        'block',
        'household',
        'serial',
        'date_of_birth',
        'gender',
        'relation',
        'status',
        'name_ur',
        'name_en',
        'relation_name_ur',
        'address_ur',
      ],
      [`${cnic}\t902010101\t1\t5000\t1990-01-01\tm\ts\ta\tx\tx\tx\tx\n`],
    ),
  ).rejects.toThrow(/one_cnic_one_vote/)
})
