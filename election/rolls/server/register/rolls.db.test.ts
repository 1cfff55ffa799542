import { afterAll, expect, inject, test } from 'vitest'
import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import { ageBands, bandsFrom, readSums, sumBlocks } from '../../core/statistics/block-counts.ts'
import type { RollEntry } from '../../core/register/voter.ts'
import { openMadeUpRegister } from './made-up-register.testkit.ts'
import { areas, enrolment, roll, voter } from './made-up-voters.testkit.ts'
import { voterColumns, voterCopyRow } from './voter-row.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
const { database, rolls, clock, acts, drop } = await openMadeUpRegister(inject('postgresUrl'), 100, by.actor)
afterAll(() => drop())

const grounds = { ...by, cause: 'counter', form: '21', section: 's.26' }
const enrol = (n: number, block: string) => {
  const change = enrolment(n, block)
  return rolls.change(change.identity.cnic, change, grounds)
}
const change = (cnic: Cnic, kind: 'deleted' | 'death-noted' | 'objected') => rolls.change(cnic, { kind }, grounds)

test('the same CNIC enrolled in two provinces at once: one commits, the other is told of Form-21', async () => {
  const tries = await Promise.all([enrol(5000, '901010101'), enrol(5000, '902010101')])
  expect(tries.filter((one) => one.ok)).toMatchObject([{ value: { voter: { entry: { serial: 101 } } } }])
  const refused = tries.find((one) => !one.ok)
  expect(refused).toMatchObject({ refusal: { kind: { code: 'rolls.already-enrolled' }, detail: { form: '21' } } })
})

test('two people enrolled in one list at once get two serials', async () => {
  const tries = await Promise.all([1, 2, 3, 4].map((n) => enrol(5100 + n, '902010102')))
  const serials = tries.map((one) => (one.ok ? one.value.voter.entry?.serial : one.refusal.kind.code))
  expect(new Set(serials)).toEqual(new Set([101, 102, 103, 104]))
})

test('an unknown area is refused, and somebody of seventeen, by enrolment or by correction', async () => {
  expect(await enrol(5200, '909090909')).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-area' } },
  })
  const { identity, ...rest } = enrolment(5201, '901010101')
  const born = (dateOfBirth: string) =>
    rolls.change(identity.cnic, { ...rest, identity: { ...identity, dateOfBirth } }, grounds)
  expect(await born('2006-01-02')).toMatchObject({ refusal: { kind: { code: 'rolls.under-age' } } })
  expect(await born('2006-01-01')).toMatchObject({ ok: true })
  const correct = (dateOfBirth: string) =>
    rolls.change(identity.cnic, { kind: 'corrected', correction: { dateOfBirth } }, grounds)
  expect(await correct('2006-01-02')).toMatchObject({ refusal: { kind: { code: 'rolls.under-age' } } })
  expect(await correct('2005-12-31')).toMatchObject({ ok: true })
})

test('a feed with somebody already enrolled is refused as a whole, naming each such line and the block', async () => {
  const before = await rolls.store.countVoters()
  const newcomer = voter(6000, '901010102', 'male', 101)
  const twice = voter(6000, '901010102', 'male', 102)
  const known = { ...voter(0, '902010101', 'male', 103), cnic: voter(0, '901010101', 'male', 1).cnic }
  const done = await rolls.importFeed({ name: 'delta.csv', voters: () => [newcomer, known, twice] }, by)
  expect(done).toMatchObject({ ok: false, refusal: { kind: { code: 'rolls.enrolled-again' } } })
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
  const refused = [await enrol(8000, '901010101'), await change(somebody, 'deleted')]
  for (const one of refused)
    expect(one).toMatchObject({ refusal: { kind: { code: 'rolls.frozen', section: 'Elections Act 2017, s.39' } } })
  expect(await rolls.importFeed({ name: 'late.csv', voters: () => [] }, by)).toMatchObject({
    refusal: { kind: { code: 'rolls.frozen' }, detail: { section: 's.39(1)' } },
  })
  expect(await change(somebody, 'death-noted')).toMatchObject({ value: { voter: { status: 'deceased' } } })
  clock.set('2024-08-10T00:00:00Z')
  expect(await rolls.announceResults(frozen.id, by)).toEqual({ ok: true, value: undefined })
  clock.set('2024-08-11T00:00:00Z')
  expect(await change(somebody, 'deleted')).toMatchObject({ value: { voter: { status: 'removed', entry: null } } })
  expect(await change(somebody, 'deleted')).toMatchObject({ refusal: { kind: { code: 'rolls.not-enrolled' } } })
})

test('who was removed may be enrolled again, in another place', async () => {
  const cnic = voter(2, '901010101', 'male', 3).cnic
  await change(cnic, 'deleted')
  const { identity, ...rest } = enrolment(2, '902010101')
  const again = { ...rest, identity: { ...identity, cnic } }
  expect(await rolls.change(cnic, again, grounds)).toMatchObject({ ok: true })
})

test("a station's voters are those of its parts, in the order of the lists", async () => {
  const found = await rolls.store.votersOf([
    { block: '901010102' as BlockCode, gender: 'female', fromSerial: 90, toSerial: 200 },
    { block: '901010102' as BlockCode, gender: 'male', fromSerial: 1, toSerial: 3 },
  ])
  expect(found.map((one) => `${one.gender} ${one.entry.serial}`)).toEqual([
    ...Array.from({ length: 11 }, (_, i) => `female ${90 + i}`),
    'male 1',
    'male 2',
    'male 3',
  ])
  expect(found[0]).toEqual(voter(389, '901010102', 'female', 90))
})

test('counts by gender and age close to everybody on the roll', async () => {
  const { counts } = await rolls.snapshot((store) => store.count('2024-01-01'))
  const [sums = []] = sumBlocks(counts, [0, 0, 0, 0], 1)
  const { voters, womenByAge, menAndOthersByAge } = readSums(sums)
  const total = await rolls.store.countVoters()
  expect(voters).toBe(total)
  const lists = areas.flatMap(({ block }) =>
    (['male', 'female'] as const).map((gender) => ({ block, gender, fromSerial: 1, toSerial: 9999 })),
  )
  const ages = (await rolls.store.votersOf(lists)).map(({ dateOfBirth }) => {
    const years = 2024 - Number(dateOfBirth.slice(0, 4))
    return dateOfBirth.slice(4) > '-01-01' ? years - 1 : years
  })
  expect(ages).toHaveLength(total)
  const from = [0, ...bandsFrom, 200]
  for (const band of ageBands.keys())
    expect((womenByAge[band] ?? 0) + (menAndOthersByAge[band] ?? 0)).toBe(
      ages.filter((age) => age >= (from[band] ?? 0) && age < (from[band + 1] ?? 0)).length,
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
    database.copy('rolls.voter', voterColumns, [voterCopyRow({ ...voter(1, '902010101', 'male', 5000), cnic })]),
  ).rejects.toThrow(/one_cnic_one_vote/)
  const strange = voterCopyRow(voter(9900, '902010101', 'male', 5000)).replace('902010101', '902010102')
  await expect(database.copy('rolls.voter', voterColumns, [strange])).rejects.toThrow(/no_third_address/)
})

test('the roll of an area as on a day is what it was on that day', async () => {
  const block = '902010102' as BlockCode
  clock.set('2024-09-01T00:00:00Z')
  const then = await rolls.listAsOf(block, clock.now())
  const gone = voter(305, '902010102', 'female', 6).cnic
  clock.set('2024-09-02T00:00:00Z')
  const someone = then.find(({ entry, gender }) => entry.serial === 6 && gender === 'female')
  const left = someone?.cnic ?? gone
  await change(left, 'deleted')
  await enrol(9100, '902010102')
  clock.set('2024-09-03T00:00:00Z')
  const moving = then.find(({ entry, gender }) => entry.serial === 9 && gender === 'male')
  const addresses = { temporary: { textUr: 'مکان ۹', block: '901010101' as BlockCode } }
  const transfer = { kind: 'transferred', chosen: 'temporary', addresses, household: 'new' } as const
  expect(await rolls.change(moving?.cnic as Cnic, transfer, grounds)).toMatchObject({ ok: true })
  expect(await rolls.listAsOf(block, new Date('2024-09-01T12:00:00Z'))).toEqual(then)
  const dayAfter = await rolls.listAsOf(block, new Date('2024-09-02T12:00:00Z'))
  expect(dayAfter.map(({ cnic }) => cnic)).toContain(moving?.cnic)
  expect(dayAfter.map(({ cnic }) => cnic)).not.toContain(left)
  expect(dayAfter).toHaveLength(then.length)
  expect((await rolls.listAsOf(block, clock.now())).map(({ cnic }) => cnic)).not.toContain(moving?.cnic)
  expect(await rolls.listAsOf(block, new Date('2024-02-01T00:00:00Z'))).toEqual([])
  const told = (await rolls.actions(moving?.cnic as Cnic)).map(({ kind, form, before, after }) => [
    kind,
    form,
    before?.entry?.block,
    after?.entry?.block,
  ])
  expect(told).toEqual([['transferred', '21', block, '901010101']])
})

test('a serial is not given to another after its voter has left', async () => {
  const first = await enrol(9200, '901010102')
  const cnic = first.ok ? first.value.voter.cnic : ('' as Cnic)
  await change(cnic, 'deleted')
  const second = await enrol(9201, '901010102')
  const serials = [first, second].map((one) => (one.ok ? (one.value.voter.entry?.serial ?? 0) : 0))
  expect(serials[1]).toBe((serials[0] ?? 0) + 1)
  const former = first.ok ? first.value.voter.entry : null
  expect(await rolls.change(cnic, { kind: 'restored', former: former as RollEntry }, grounds)).toMatchObject({
    value: { voter: { entry: { serial: serials[0] } } },
  })
})
