import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { disagreements, tamper } from '@intikhab/kernel/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Cnic } from '../../core/identifiers.ts'
import { sealBatch } from '../../sim/registry/batch-file.ts'
import { auditedRolls } from '../register/audited-rolls.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { card, endings, keyPair, officer, openFeedBench, type FeedBench } from './registry-feed.testkit.ts'

let bench: FeedBench
beforeAll(async () => {
  bench = await openFeedBench(inject('postgresUrl'))
})
afterAll(() => bench.drop())

const agree = async () => expect(await disagreements(auditedRolls(bench.database), bench.acts)).toEqual([])
const newcomer = (number: number, n = 9000 + number) => card(n, { number, dateOfBirth: '2005-05-05' })
const somebody = (n: number) => voter(n, '901010101', 'male', n + 1).cnic
const report = async () => (await bench.feed.state()).batches[0]

test('each kind of record ends as the rules say, and the report closes to its total', async () => {
  const lines = [
    newcomer(1),
    card(0, { number: 2, kind: 'modified-card', nameUr: 'کاشف محمود اختر' }),
    card(1, { number: 3, kind: 'modified-card', permanent: { ur: 'مکان 9', block: '902010101' } }),
    card(2, { number: 4, kind: 'modified-card', gender: 'female', cnic: somebody(2) }),
    JSON.stringify({ n: 5, kind: 'cancelled-card', cnic: somebody(3) }),
    JSON.stringify({
      n: 6,
      kind: 'death',
      cnic: somebody(4),
      dateOfBirth: '2000-06-15',
      diedOn: '2024-02-01',
      certificate: 'UC-7',
    }),
    JSON.stringify({ n: 7, kind: 'death', cnic: somebody(5), dateOfBirth: '1999-06-15', diedOn: '2024-02-01' }),
    JSON.stringify({
      n: 8,
      kind: 'death',
      cnic: somebody(6),
      dateOfBirth: '1950-06-15',
      diedOn: '2024-02-01',
      certificate: 'UC-8',
    }),
    card(9100, { number: 9, dateOfBirth: '2006-01-02' }),
    card(9101, { number: 10, permanent: { ur: 'کہیں', block: '999999999' } }),
    card(9102, { number: 11, cnic: '۹۹۰۰۱-۰۰۰۹۱۰۲-۱', nameUr: 'علي كريم شاه', headOfFamily: somebody(0) }),
    card(9103, { number: 12, cnic: '990010091031' }),
    '{"n":13,"kind":',
    card(0, { number: 14, kind: 'modified-card', nameUr: 'کاشف محمود اختر' }),
    card(9105, {
      number: 15,
      dateOfBirth: '1980-01-01',
      chosen: 'temporary',
      temporary: { ur: 'سرائے', block: '902010102' },
    }),
  ]
  expect(await bench.send(1, lines)).toMatchObject({ ok: true, value: { known: false, batch: { state: 'waiting' } } })
  expect(await bench.feed.takeIn()).toMatchObject({ last: 15, sendFrom: 16, missing: [], tooYoung: 1 })
  expect(await endings(bench.database)).toEqual([
    '1 enrolled',
    '2 changed',
    '3 to-verify/moved',
    '4 to-verify/gender-changed',
    '5 changed',
    '6 deleted',
    '7 to-verify/death-to-confirm',
    '8 to-verify/death-of-another',
    '9 refused/not-yet-18',
    '10 to-verify/unknown-block',
    '11 enrolled',
    '12 refused/cnic-length',
    '13 refused/unreadable',
    '14 refused/nothing-to-change',
    '15 enrolled',
  ])
  expect(await report()).toMatchObject({
    records: 15,
    skipped: 0,
    counts: { enrolled: 3, changed: 2, deleted: 1, 'to-verify': 5, refused: 4, held: 0 },
    state: 'applied',
  })
  const find = (cnic: string) => bench.rolls.store.findVoter(cnic as Cnic)
  expect(await find('9900100091021')).toMatchObject({ nameUr: 'علی کریم شاہ', entry: { household: 1, serial: 52 } })
  expect(await find('9900100091051')).toMatchObject({ chosen: 'temporary', entry: { block: '902010102', serial: 51 } })
  expect(await find(somebody(1))).toMatchObject({ entry: { block: '901010101' } })
  expect(await find(somebody(3))).toMatchObject({ status: 'blocked' })
  expect(await find(somebody(4))).toMatchObject({ status: 'removed', entry: null })
  expect(await find(somebody(5))).toMatchObject({ status: 'deceased' })
  expect(await find('9900100091011')).toMatchObject({ status: 'to-verify', entry: null })
  const { rows } = await sql<{ n: number; card: { identity: { cnic: string } } }>`
    select number as n, card from rolls.registry_outcome where number in (3, 7) order by number`.execute(
    bench.database.tables(),
  )
  expect(rows).toMatchObject([{ card: { identity: { cnic: somebody(1) } } }, { card: null }])
  expect(await bench.rolls.actions(somebody(5))).toMatchObject([
    { kind: 'death-noted', authority: 'civil-registry', cause: 'feed:7', section: 's.25' },
  ])
  await agree()
})

test('the same batch again is the same batch, and overlaps are skipped where they are equal to the letter', async () => {
  const acts = bench.acts.length
  const bytes = sealBatch(bench.seal, 16, [newcomer(16), newcomer(17)])
  for (const known of [false, true])
    expect(await bench.feed.keep(bench.stream(bytes), officer)).toMatchObject({ value: { known } })
  expect(await bench.send(15, [card(9105, { number: 15, dateOfBirth: '1980-01-01' })])).toMatchObject({
    refusal: { kind: { code: 'rolls.registry-contradiction' }, detail: { numbers: '15' } },
  })
  await bench.feed.takeIn()
  expect(await bench.feed.keep(bench.stream(bytes), officer)).toMatchObject({
    value: { known: true, batch: { state: 'applied' } },
  })
  await bench.send(17, [newcomer(17), newcomer(18), newcomer(19)])
  expect(await bench.feed.takeIn()).toMatchObject({ last: 19, sendFrom: 20 })
  expect(await report()).toMatchObject({ records: 3, skipped: 1, counts: { enrolled: 2 }, state: 'applied' })
  await bench.send(16, [newcomer(16), newcomer(17), newcomer(18)])
  await bench.feed.takeIn()
  expect(await report()).toMatchObject({ records: 3, skipped: 3, state: 'applied' })
  expect(bench.acts.length).toBeGreaterThan(acts)
  await agree()
})

test('a gap stops the feed and says which numbers are missing; what came too early waits, and is taken in when the gap closes', async () => {
  await bench.send(23, [newcomer(23), newcomer(24)])
  await bench.send(27, [newcomer(27)])
  expect(await bench.feed.takeIn()).toMatchObject({
    last: 19,
    sendFrom: 20,
    missing: [
      { from: 20, to: 22 },
      { from: 25, to: 26 },
    ],
  })
  await bench.send(20, [newcomer(20), newcomer(21), newcomer(22)])
  expect(await bench.feed.takeIn()).toMatchObject({ last: 24, missing: [{ from: 25, to: 26 }] })
  await bench.send(24, [newcomer(24), newcomer(25), newcomer(26)])
  expect(await bench.feed.takeIn()).toMatchObject({ last: 27, sendFrom: 28, missing: [] })
  expect((await endings(bench.database, 20)).map((told) => told.split(' ')[1])).toEqual(Array(8).fill('enrolled'))
  await agree()
})

test('a batch that waits and then contradicts one that was taken in is refused whole, naming the numbers', async () => {
  await bench.send(29, [newcomer(29), newcomer(30)])
  await bench.send(28, [newcomer(28), card(4444, { number: 29, dateOfBirth: '1990-01-01' }), newcomer(30)])
  expect(await bench.feed.takeIn()).toMatchObject({ last: 30, sendFrom: 31 })
  const { batches } = await bench.feed.state()
  expect(batches.find(({ from }) => from === 29)).toMatchObject({ state: 'refused', contradictions: [29] })
  expect(bench.acts.at(-1)).toMatchObject({
    act: 'registry-batch-refused',
    detail: { code: 'rolls.registry-contradiction' },
  })
  await agree()
})

test('of a batch with a wrong signature, altered records or a hole nothing is kept but the attempt', async () => {
  const kept = () => readdirSync(join(bench.folder, 'evidence'), { recursive: true }).length
  const before = kept()
  const good = sealBatch(bench.seal, 31, [newcomer(31), newcomer(32)])
  const stranger = { ...bench.seal, privateKey: keyPair().privateKey }
  const [header = '', signature = '', ...records] = good.toString().split('\n')
  const forged = sealBatch(stranger, 31, [newcomer(31)])
    .toString()
    .split('\n')
  const of = (...lines: string[]) => Buffer.from(lines.join('\n'))
  const cases: [string, Buffer][] = [
    ['registry-key-unknown', sealBatch(stranger, 31, [newcomer(31)])],
    ['registry-key-unknown', sealBatch({ ...bench.seal, registry: 'another' }, 31, [newcomer(31)])],
    ['registry-signature-wrong', of(header, forged[1] ?? '', ...records)],
    ['registry-signature-wrong', of(header.replace('"to":32', '"to":32 '), signature, ...records)],
    [
      'registry-records-altered',
      of(header, signature, records[0]?.replace('Kashif', 'Kaschi') ?? '', ...records.slice(1)),
    ],
    ['registry-batch-incomplete', good.subarray(0, good.length - 40)],
    ['registry-batch-incomplete', of(header, signature, records[0] ?? '', '')],
    ['registry-numbers', sealBatch(bench.seal, 31, [newcomer(31), newcomer(33)])],
    ['registry-batch-malformed', of('{"format":"another"}', signature, ...records)],
    ['registry-batch-malformed', Buffer.from('a card')],
    ['registry-batch-malformed', Buffer.alloc(9000, 'a')],
  ]
  for (const [code, bytes] of cases) {
    expect(await bench.feed.keep(bench.stream(bytes), officer)).toMatchObject({
      refusal: { kind: { code: `rolls.${code}` } },
    })
    expect(bench.acts.at(-1)).toMatchObject({ act: 'registry-batch-refused', detail: { code: `rolls.${code}` } })
  }
  expect(kept()).toBe(before)
  expect(await bench.feed.takeIn()).toMatchObject({ last: 30 })
})

test('a batch that does not close to its total cannot be written, not even by hand', async () => {
  await expect(
    tamper(bench.url, 'update rolls.registry_batch set refused = refused + 1 where registry_batch_id = 1'),
  ).rejects.toThrow('closes_to_its_total')
})

test('an outcome changed by hand, or taken away, is found by the audit', async () => {
  const changes = [
    [
      "update rolls.registry_outcome set outcome = 'refused', reason = 'missing' where number = 1",
      "update rolls.registry_outcome set outcome = 'enrolled', reason = null where number = 1",
    ],
    [
      'update rolls.registry_outcome set cnic = 1 where number = 1',
      `update rolls.registry_outcome set cnic = 9900100090011 where number = 1`,
    ],
  ]
  for (const [change = '', back = ''] of changes) {
    await tamper(bench.url, change)
    expect(await disagreements(auditedRolls(bench.database), bench.acts)).toEqual(['rolls.registry-batch:1: differs'])
    await tamper(bench.url, back)
    await agree()
  }
})
