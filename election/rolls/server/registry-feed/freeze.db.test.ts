import { randomUUID } from 'node:crypto'
import { disagreements } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { RollId } from '../../core/identifiers.ts'
import { auditedRolls } from '../register/audited-rolls.ts'
import { freezeAct } from '../register/freeze-act.ts'
import { areas, roll, voter } from '../register/made-up-voters.testkit.ts'
import { card, endings, officer, openFeedBench, type FeedBench } from './registry-feed.testkit.ts'

let bench: FeedBench
beforeAll(async () => {
  bench = await openFeedBench(inject('postgresUrl'))
})
afterAll(() => bench.drop())

const agree = async () => expect(await disagreements(auditedRolls(bench.database), bench.acts)).toEqual([])
const seat = areas.slice(0, 2).map(({ block }) => block as string)
const outside = '902010101'
const newcomer = (number: number, block = outside) =>
  card(9000 + number, { number, dateOfBirth: '2005-05-05', permanent: { ur: 'مکان', block } })
const mother = voter(0, outside, 'female', 1)

async function order(asked: Parameters<ReturnType<typeof freezeAct>['carryOut']>[0]['asked'], rollId: string) {
  const { database, configuration, clock } = bench
  const { actor } = officer
  const act = freezeAct({
    database,
    ledger: configuration.ledger ?? { append: async () => [] },
    now: clock.now,
    blocksOf: async () => seat,
  })
  const approval = {
    id: randomUUID(),
    proposedBy: actor,
    approvedBy: { ...actor, id: 'second' },
    approvedAt: clock.now().toISOString(),
  }
  expect(await act.carryOut({ rollId, asked }, approval)).toMatchObject({ ok: true })
}

test("a by-election holds back the records from or into the constituency's blocks, and every later one of the same card", async () => {
  const reason = 'The seat fell vacant'
  await order(
    { kind: 'by-election', day: '2024-03-02', delimitationId: '2018', constituency: 'NA-49', reason },
    roll.id,
  )
  bench.clock.set('2024-03-05T00:00:00Z')
  await bench.send(1, [
    newcomer(1),
    newcomer(2, seat[0]),
    // From the constituency to elsewhere, and once more: the second must not overtake the first.
    card(3, { number: 3, kind: 'modified-card', nameUr: 'کاشف اختر' }),
    card(3, { number: 4, kind: 'modified-card', nameUr: 'کاشف اختر محمود' }),
    JSON.stringify({ n: 5, kind: 'cancelled-card', cnic: mother.cnic }),
    card(9002, {
      number: 6,
      kind: 'modified-card',
      dateOfBirth: '2005-05-05',
      nameUr: 'کاشف رضا',
      permanent: { ur: 'مکان', block: outside },
    }),
  ])
  expect(await bench.feed.takeIn()).toMatchObject({ last: 6, held: 4, frozenSince: null })
  expect(await endings(bench.database)).toEqual([
    '1 enrolled',
    '2 held/frozen',
    '3 held/frozen',
    '4 held/frozen',
    '5 refused/not-on-the-roll',
    '6 held/frozen',
  ])
  expect((await bench.feed.state()).batches[0]).toMatchObject({
    state: 'applied',
    counts: { enrolled: 1, refused: 1, held: 4 },
  })
  await agree()
  await bench.rolls.announceResults(roll.id, { actor: officer.actor })
  bench.clock.set('2024-05-05T00:00:00Z')
  expect(await bench.feed.takeIn()).toMatchObject({ last: 6, held: 0 })
  expect(await endings(bench.database)).toEqual([
    '1 enrolled',
    '2 enrolled',
    '3 changed',
    '4 changed',
    '5 refused/not-on-the-roll',
    // The newcomer of record 2 now gives an address in another area.
    '6 to-verify/moved',
  ])
  expect((await bench.feed.state()).batches[0]).toMatchObject({
    counts: { enrolled: 2, changed: 2, 'to-verify': 1, refused: 1, held: 0 },
  })
  expect(bench.acts.filter(({ act }) => act === 'registry-records-released')).toHaveLength(1)
  await agree()
})

test('while every roll is frozen batches are kept and nothing is taken in; after the results they follow in their order', async () => {
  const general = { ...roll, id: 'general-2024' as RollId, termEndsOn: '2024-06-29', qualifyingDate: '2024-01-01' }
  await bench.rolls.addRoll(general, { actor: officer.actor })
  bench.clock.set('2024-06-05T00:00:00Z')
  await bench.send(7, [newcomer(7)])
  await bench.send(8, [newcomer(8)])
  expect(await bench.feed.takeIn()).toMatchObject({
    last: 6,
    missing: [],
    sendFrom: 9,
    frozenSince: '2024-05-29T19:00:00.000Z',
  })
  await bench.rolls.announceResults(general.id, { actor: officer.actor })
  bench.clock.set('2024-08-05T00:00:00Z')
  expect(await bench.feed.takeIn()).toMatchObject({ last: 8, frozenSince: null })
  const serials = await Promise.all(
    [7, 8].map(async (n) => (await bench.rolls.store.findVoter(JSON.parse(newcomer(n)).cnic))?.entry?.serial),
  )
  expect(serials).toEqual([52, 53])
  await agree()
})

test('who is too young is enrolled once 18 on the qualifying date, with what the last card said; who died before is not', async () => {
  const young = (n: number, number: number, nameUr = 'کاشف محمود') =>
    card(n, { number, dateOfBirth: '2006-06-30', nameUr, permanent: { ur: 'مکان', block: outside } })
  await bench.send(9, [
    young(8001, 9),
    young(8002, 10),
    young(8001, 11, 'کاشف رضا'),
    JSON.stringify({ n: 12, kind: 'death', cnic: '9900100080021', dateOfBirth: '2006-06-30', diedOn: '2024-07-01' }),
  ])
  expect(await bench.feed.takeIn()).toMatchObject({ tooYoung: 1 })
  const next = { ...roll, id: 'rolls-2025' as RollId, qualifyingDate: '2025-01-01' }
  await bench.rolls.addRoll(next, { actor: officer.actor })
  bench.clock.set('2025-01-02T00:00:00Z')
  expect(await bench.feed.takeIn()).toMatchObject({ tooYoung: 0 })
  expect(await endings(bench.database, 9)).toEqual([
    '9 refused/not-yet-18',
    '10 refused/not-yet-18',
    '11 enrolled',
    '12 refused/not-on-the-roll',
  ])
  expect(await bench.rolls.store.findVoter(JSON.parse(young(8001, 1)).cnic)).toMatchObject({ nameUr: 'کاشف رضا' })
  expect((await bench.feed.state()).batches[0]).toMatchObject({ counts: { enrolled: 1, refused: 3 } })
  await agree()
})
