import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { disagreements } from '@intikhab/kernel/testkit'
import { getRulePack, parseRulePackId } from '@intikhab/law'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DoorFinding } from '../../core/claims/door.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { auditedRolls } from '../register/audited-rolls.ts'
import { areas, districts, roll, voter } from '../register/made-up-voters.testkit.ts'
import { toVerifyTable } from '../registry-feed/batch-report.ts'
import { card, endings, openFeedBench, type FeedBench } from '../registry-feed/registry-feed.testkit.ts'
import { auditedClaims } from './audited-claims.ts'
import { createClaims, type Claims, type ClaimsParts } from './claims.ts'
import { officer } from './claims.testkit.ts'
import { createDoors, type Doors } from './door.ts'
import { areasWaiting } from './door-waiting.ts'
import { showLines } from './door-lines.ts'

let bench: FeedBench
let parts: ClaimsParts
let claims: Claims
let doors: Doors
beforeAll(async () => {
  bench = await openFeedBench(inject('postgresUrl'))
  const { database, rolls, clock, acts } = bench
  const pack = getRulePack(parseRulePackId(roll.rulePack) as never)
  const append = async (_tx: unknown, added: readonly (typeof acts)[number][]) => added.map((act) => acts.push(act))
  const evidence = { put: async () => accept({ sha256: '', size: 0 }), get: async () => undefined }
  const law = async () => ({ pack, period: 'all-year' as const })
  parts = { database, ledger: { append }, rolls, evidence, now: clock.now, law }
  claims = createClaims(parts)
  doors = createDoors({ ...parts, claims })
})
afterAll(() => bench.drop())

const [here, near, far] = ['901010101', '901010102', '902010101'] as const
const given = <T>(outcome: Outcome<T>): T =>
  outcome.ok ? outcome.value : expect.fail(`refused: ${outcome.refusal.kind.code}`)
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind.code)
/** Voter number `n` of the first block, a man, and who else there is. */
const man = (n: number) => voter(n, here, 'male', n + 1).cnic
const find = (cnic: Cnic) => bench.rolls.store.findVoter(cnic)
const address = (block: string, ur = 'مکان 9') => ({ ur, block })

/** Takes these records of the registry in, each a second after the one before. */
let sent = 0
async function told(...records: ((number: number) => string)[]): Promise<void> {
  for (const record of records) {
    bench.clock.advance(1000)
    given(await bench.send(sent + 1, [record(sent + 1)]))
    sent++
    await bench.feed.takeIn()
  }
}
const modified = (n: number, fields: Readonly<Record<string, unknown>>) => (number: number) =>
  card(n, { cnic: man(n), ...fields, number, kind: 'modified-card' })
const moves = (n: number, block: string) => modified(n, { permanent: address(block) })
const cancelled = (cnic: Cnic) => (number: number) => JSON.stringify({ n: number, kind: 'cancelled-card', cnic })

/** Who is on a new list of an area, by CNIC; a second after whatever was told. */
async function list(block: string) {
  bench.clock.advance(1000)
  const district = areas.find((area) => area.block === block)?.district ?? ''
  const id = given(await doors.makeList(district, block, officer))
  const { people } = given(await doors.get(district, id))
  const line = (cnic: Cnic) => people.find((person) => person.cnic === cnic)?.line ?? 0
  return {
    id,
    district,
    people,
    shown: async () => showLines(parts, given(await doors.get(district, id))),
    /** What was found at one door, and what the officer makes of it. */
    async visit(cnic: Cnic, finding: DoorFinding) {
      bench.clock.advance(1000)
      const returns = [{ line: line(cnic), finding, note: '' }]
      const visit = { official: 'Verifying official', visitedOn: '2024-03-01', returns }
      given(await doors.enterReturns(district, id, visit, officer))
      return doors.carryOut(district, id, line(cnic), officer)
    },
    effect: async (cnic: Cnic) =>
      given(await doors.get(district, id)).effects.find((effect) => effect.line === line(cnic)),
  }
}
const isDrained = async (block: string) => {
  const district = areas.find((area) => area.block === block)?.district ?? ''
  const refused = await doors.makeList(district, block, officer)
  const waiting = await areasWaiting(bench.database.tables(), district)
  return [code(refused), waiting.first.filter((area) => area.block === block)]
}
const drained = ['rolls.nobody-to-visit', []]

test('who was visited waits no longer, whatever came of it, until something new sends there; one objection is enough', async () => {
  const [blocked, gone] = [man(1), man(2)]
  await told(cancelled(blocked))
  await bench.rolls.change(gone, { kind: 'death-noted' }, { actor: officer, cause: 'paper:1' })
  expect((await areasWaiting(bench.database.tables(), 'attock')).people).toBe(2)
  const first = await list(here)
  expect(first.people.map(({ cnic, why }) => [cnic, why])).toEqual([
    [blocked, 'blocked'],
    [gone, 'death-noted'],
  ])
  expect(await isDrained(here)).toEqual(drained)
  expect(given(await first.visit(blocked, 'found'))).toBe('nothing')
  expect(given(await first.visit(gone, 'unknown'))).toBe('objection')
  expect(await isDrained(here)).toEqual(drained)
  // A new report of the same death, while the objection is still to be heard.
  bench.clock.advance(1000)
  await bench.rolls.change(gone, { kind: 'unblocked' }, { actor: officer, cause: 'paper:2' })
  await bench.rolls.change(gone, { kind: 'death-noted' }, { actor: officer, cause: 'paper:3' })
  expect(await isDrained(here)).toEqual(drained)
  const { docket } = (await first.effect(gone)) ?? {}
  given(
    await claims.step(
      { district: 'attock', docket: docket as never },
      { kind: 'withdrawn', reason: 'By hand' },
      officer,
    ),
  )
  const second = await list(here)
  expect(second.people.map(({ cnic }) => cnic)).toEqual([gone])
})

test('a voter who moves house stands on the list of the new area, and the vote moves when the card is found to be right', async () => {
  const [mover, stayer, abroad] = [man(3), man(4), man(5)]
  await told(moves(3, near), moves(4, near), moves(5, far))
  const { people, shown, visit } = await list(near)
  expect(people.map(({ cnic, why, record }) => [cnic, why, record])).toEqual([
    [mover, 'registry', 2],
    [stayer, 'registry', 3],
  ])
  expect(await shown()).toMatchObject([
    {
      addressUr: 'مکان 9',
      news: {
        hasCard: true,
        differences: [
          { field: 'permanent', roll: { ur: 'مکان 3' }, card: { ur: 'مکان 9' } },
          { field: 'block', roll: { ur: here }, card: { ur: near } },
        ],
      },
    },
    {},
  ])
  expect(given(await visit(mover, 'as-card'))).toBe('change')
  expect(given(await visit(stayer, 'found'))).toBe('nothing')
  expect(await find(mover)).toMatchObject({ entry: { block: near, serial: 51 }, status: 'active' })
  expect((await bench.rolls.actions(mover)).at(-1)).toMatchObject({
    kind: 'transferred',
    cause: 'door:3/1',
    section: 's.37',
    authority: officer.id,
  })
  expect(await find(stayer)).toMatchObject({ entry: { block: here } })
  expect(await isDrained(near)).toEqual(drained)
  expect(await isDrained(here)).toEqual(drained)
  // Whose vote goes to another district is granted there.
  const other = await list(far)
  expect(other.district).toBe('quetta')
  expect(given(await other.visit(abroad, 'as-card'))).toBe('change')
  expect(await find(abroad)).toMatchObject({ entry: { block: far } })
})

test('another gender gets a new serial, whom the card makes too young is heard, and a death of another is asked about', async () => {
  const [gender, young, other] = [man(6), man(7), man(8)]
  await told(
    modified(6, { gender: 'female', permanent: address(here, 'مکان 6') }),
    modified(7, { dateOfBirth: '2010-01-01' }),
    (n) => JSON.stringify({ n, kind: 'death', cnic: other, dateOfBirth: '1950-06-15', diedOn: '2024-02-01' }),
  )
  const { people, visit } = await list(here)
  expect(people.map(({ cnic, why }) => [cnic, why])).toEqual([
    [gender, 'registry'],
    [young, 'registry'],
    [other, 'registry'],
  ])
  expect(code(await doors.enterReturns('attock', 5, visited(3, 'as-card'), officer))).toBe('rolls.no-card-to-compare')
  expect(given(await visit(gender, 'as-card'))).toBe('change')
  expect(await find(gender)).toMatchObject({ gender: 'female', entry: { block: here, serial: 51 } })
  expect(given(await visit(young, 'as-card'))).toBe('objection')
  expect(await find(young)).toMatchObject({ entry: { block: here } })
  expect(given(await visit(other, 'dead'))).toBe('change')
  expect(await find(other)).toMatchObject({ status: 'removed' })
  expect(await isDrained(here)).toEqual(drained)
})

const visited = (line: number, finding: DoorFinding) => ({
  official: 'Verifying official',
  visitedOn: '2024-03-01',
  returns: [{ line, finding, note: '' }],
})

test('what the registry tells after the list was made was asked of nobody: it waits for the next list', async () => {
  const mover = man(9)
  await told(moves(9, near))
  const first = await list(near)
  await told(modified(9, { permanent: address(near, 'مکان 10') }))
  expect(given(await first.visit(mover, 'as-card'))).toBe('nothing')
  expect(await find(mover)).toMatchObject({ entry: { block: here } })
  const second = await list(near)
  expect(await second.shown()).toMatchObject([{ addressUr: 'مکان 10' }])
  expect(given(await second.visit(mover, 'as-card'))).toBe('change')
  expect(await find(mover)).toMatchObject({ entry: { block: near }, addresses: { permanent: { textUr: 'مکان 10' } } })
  // A later card that says as the roll does settles the matter without a visit.
  await told(moves(10, near), modified(10, { nameUr: 'کاشف محمود خان', permanent: address(here, 'مکان 10') }))
  expect(await isDrained(near)).toEqual(drained)
})

test('nobody is enrolled by a card that was cancelled while they waited; the next card counts', async () => {
  // Somebody who was removed from the roll is visited before enrolment.
  const again = man(11)
  await bench.rolls.change(again, { kind: 'deleted' }, { actor: officer, cause: 'paper:4' })
  await told(modified(11, { permanent: address(near, 'مکان 20') }))
  const first = await list(near)
  expect(first.people).toMatchObject([{ cnic: again, why: 'to-verify' }])
  await told(cancelled(again))
  expect(given(await first.visit(again, 'found'))).toBe('nothing')
  const second = await list(near)
  expect(await second.shown()).toMatchObject([{ news: { reason: { en: expect.stringContaining('cancelled') } } }])
  expect(given(await second.visit(again, 'found'))).toBe('nothing')
  expect(await find(again)).toMatchObject({ status: 'to-verify', entry: null })
  expect(await isDrained(near)).toEqual(drained)
  await told(modified(11, { permanent: address(near, 'مکان 21') }))
  expect((await endings(bench.database)).at(-1)).toMatch('to-verify/still-waiting')
  const third = await list(near)
  expect(given(await third.visit(again, 'found'))).toBe('change')
  expect(await find(again)).toMatchObject({ entry: { block: near }, addresses: { permanent: { textUr: 'مکان 21' } } })
})

test('dead at an address in another district: that one hears it; and an address that no area has is told to the office', async () => {
  await told(moves(12, far), moves(13, '999999999'), (number) =>
    card(9000, { number, permanent: address('888888888'), dateOfBirth: '1990-01-01' }),
  )
  const quetta = await list(far)
  expect(given(await quetta.visit(man(12), 'dead'))).toBe('objection')
  expect(await quetta.effect(man(12))).toMatchObject({ docket: expect.stringMatching(/^ATT-/), heardIn: 'attock' })
  expect(await find(man(12))).toMatchObject({ entry: { block: here } })
  const attock = await list(here)
  expect(attock.people.map(({ cnic }) => cnic)).toEqual([man(13)])
  expect(code(await attock.visit(man(13), 'as-card'))).toBe('rolls.unknown-area')
  const { batches } = await bench.feed.state()
  const table = []
  for (const batch of batches.slice(0, 2)) table.push(await Array.fromAsync(toVerifyTable(bench.database, batch)))
  const [newcomer, moved] = table.map((pieces) => pieces.join('').split('\r\n')[1])
  expect(newcomer).toMatch(new RegExp(`^${sent},unknown-block,888888888,no,99001-\\*\\*\\*\\*\\*\\d\\d-1,`))
  expect(moved).toMatch(new RegExp(`^${sent - 1},unknown-block,${here},yes,`))
  // Once there is such an area, its list names who waits there.
  const area = { block: '888888888', nameEn: 'New area', nameUr: 'نیا علاقہ', district: 'attock' }
  await bench.rolls.putPlaces(districts, [...areas, area as (typeof areas)[number]], { actor: officer })
  expect((await areasWaiting(bench.database.tables(), 'attock')).first).toMatchObject([
    { block: '888888888', people: 1 },
  ])
})

test('after all of that the audit finds no disagreement, and no act names a person', async () => {
  const audited = [...auditedClaims(bench.database), ...auditedRolls(bench.database)]
  expect(await disagreements(audited, bench.acts)).toEqual([])
  for (const act of bench.acts) expect(JSON.stringify(act)).not.toMatch(/99001\d{8}/)
})
