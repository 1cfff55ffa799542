import { randomUUID } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import { hashReason, type ActApproval } from '@intikhab/kernel/ledger'
import { disagreements, tamper } from '@intikhab/kernel/testkit'
import { auditedRolls } from './audited-rolls.ts'
import { findRollsReason } from './find-reason.ts'
import { freezeAct } from './freeze-act.ts'
import { openMadeUpRegister } from './made-up-register.testkit.ts'
import { areas, enrolment, roll, voter } from './made-up-voters.testkit.ts'
import { createRolls } from './rolls.ts'

const by = { actor: { kind: 'account', id: 'officer', role: 'secretariat', office: 'national', device: 'd' } } as const
const grounds = { ...by, cause: 'counter' }
const seat = areas.slice(0, 2).map(({ block }) => block as string)

const register = await openMadeUpRegister(inject('postgresUrl'), 50, by.actor)
const { database, url: ownerUrl, rolls, clock, acts, ledger } = register
afterAll(() => register.drop())

const freeze = () =>
  freezeAct({ database, ledger, now: clock.now, blocksOf: async (_id, code) => (code === 'NA-49' ? seat : []) })

function approval(id: string = randomUUID()): ActApproval {
  const { actor } = by
  return {
    id,
    proposedBy: actor,
    approvedBy: { ...actor, id: 'second', device: 'e' },
    approvedAt: clock.now().toISOString(),
  }
}

const disagreeing = () => disagreements(auditedRolls(database), acts)

test('after each act the register gives the fingerprints that the ledger holds', async () => {
  expect(await disagreeing()).toEqual([])
  const entry = enrolment(5000, '901010101')
  expect(await rolls.change(entry.identity.cnic, entry, grounds)).toMatchObject({ ok: true })
  expect(await disagreeing()).toEqual([])
  const imported = voter(0, '901010101', 'male', 1).cnic
  expect(await rolls.change(imported, { kind: 'death-noted' }, grounds)).toMatchObject({ ok: true })
  expect(await disagreeing()).toEqual([])
  expect(await rolls.change(imported, { kind: 'deleted' }, grounds)).toMatchObject({ ok: true })
  expect(await rolls.change(entry.identity.cnic, { kind: 'deleted' }, grounds)).toMatchObject({ ok: true })
  expect(await disagreeing()).toEqual([])
  const people = acts.flatMap(({ changes = [] }) => changes).filter(({ record }) => record.startsWith('rolls.voter:'))
  expect(new Set(people.map(({ record }) => record)).size).toBe(2)
})

test('the acts of one person follow each other by their fingerprints, and name nobody', () => {
  const [death] = acts.filter(({ act }) => act === 'death-reported').flatMap(({ changes = [] }) => changes)
  const removal = acts.flatMap(({ changes = [] }) => changes).findLast(({ record }) => record === death?.record)
  expect(removal?.before).toBe(death?.after)
  for (const act of acts) expect(JSON.stringify(act)).not.toMatch(/99001\d{8}|Samina|ثمینہ/)
})

test('a feed in any order gives the same fingerprint as one in the order of the roll', async () => {
  const others = [
    voter(6001, '901010102', 'female', 302),
    voter(6003, '902010102', 'male', 201),
    voter(6002, '901010102', 'male', 301),
  ]
  expect(await rolls.importFeed({ name: 'scattered.csv', voters: () => others }, by)).toMatchObject({ imported: 3 })
  expect(await disagreeing()).toEqual([])
})

test('an import and its ledger entry are one: what the ledger does not take is not loaded', async () => {
  const before = await rolls.store.countVoters()
  const failing = createRolls({
    database,
    ledger: { append: () => Promise.reject(new Error('cut off')) },
    now: clock.now,
  })
  const late = voter(7000, '901010101', 'male', 700)
  await expect(failing.importFeed({ name: 'late.csv', voters: () => [late] }, by)).rejects.toThrow('cut off')
  expect(await rolls.store.countVoters()).toBe(before)
})

const one = "block = 901010102 and gender = 'm' and serial = 7"
const enrolled = `cnic = ${voter(5000, '901010101', 'female', 1).cnic}`
const tamperings: readonly [what: string, change: string, back: string, found: string][] = [
  [
    'a voter moved to another block',
    `update rolls.voter set block = 902010101, permanent_block = 902010101, serial = 9000 where ${one}`,
    `update rolls.voter set block = 901010102, permanent_block = 901010102, serial = 7 where block = 902010101 and serial = 9000`,
    'rolls.import:1',
  ],
  [
    'a voter struck off',
    `update rolls.voter set status = 'd' where ${one}`,
    `update rolls.voter set status = 'a' where ${one}`,
    'rolls.import:1',
  ],
  [
    'a voter added by hand',
    `insert into rolls.voter (cnic, block, household, serial, permanent_block, name_key, date_of_birth, gender, relation, status,
       card, roll_list, chosen, disabled, name_ur, name_en, relation_name_ur, permanent_ur)
     values (9900299999991, 901010101, 1, 9999, 901010101, 0, '1990-01-01', 'm', 's', 'a', 'c', 'g', 'p', false, 'x', 'x', 'x', 'x')`,
    'delete from rolls.voter where cnic = 9900299999991',
    'rolls.voter:entered-by-nobody',
  ],
  [
    'somebody who was removed put back',
    `update rolls.voter set status = 'a', block = permanent_block, serial = 9001, household = 1 where ${enrolled}`,
    `update rolls.voter set status = 'r', block = null, serial = null, household = null where ${enrolled}`,
    'rolls.voter:not-as-the-last-action-left-it',
  ],
  [
    'an action about somebody',
    `update rolls.action set after.name_ur = 'x' where ${enrolled} and kind = 'enrolled'`,
    `update rolls.action set after.name_ur = (select name_ur from rolls.voter where ${enrolled}) where ${enrolled} and kind = 'enrolled'`,
    'rolls.action:1',
  ],
  [
    'the qualifying date',
    `update rolls.roll set qualifying_date = '2024-02-01'`,
    `update rolls.roll set qualifying_date = '2024-01-01'`,
    'rolls.roll:test-2024',
  ],
  [
    'an electoral area',
    `update rolls.electoral_area set name_en = 'Elsewhere' where block = 901010101`,
    `update rolls.electoral_area set name_en = 'Area 901010101' where block = 901010101`,
    'rolls.places:all',
  ],
]
for (const [what, change, back, found] of tamperings)
  test(`${what}, changed by hand in the database, is found`, async () => {
    await tamper(ownerUrl, change)
    const named = await disagreeing()
    expect(named).toHaveLength(1)
    expect(named[0]).toContain(found)
    await tamper(ownerUrl, back)
    expect(await disagreeing()).toEqual([])
  })

test('a voter of an import taken out of the database is found', async () => {
  await tamper(ownerUrl, `create table rolls.kept as select * from rolls.voter where ${one}`)
  await tamper(ownerUrl, `delete from rolls.voter where ${one}`)
  expect(await disagreeing()).toEqual(['rolls.import:1: differs'])
  await tamper(ownerUrl, 'insert into rolls.voter select * from rolls.kept')
  expect(await disagreeing()).toEqual([])
})

const byElection = {
  rollId: roll.id,
  asked: {
    kind: 'by-election',
    day: '2024-03-02',
    delimitationId: '2018',
    constituency: 'NA-49',
    reason: 'The seat fell vacant by resignation',
  },
} as const

test("a by-election freezes its constituency's areas and no other, and is ordered once (s.39(2))", async () => {
  expect(await freeze().preview(byElection)).toMatchObject({
    ok: true,
    value: {
      section: 's.39(2)',
      counts: [{ before: 0, after: 2 }],
      differences: [{ after: '2024-03-01T19:00:00.000Z' }],
    },
  })
  expect(
    await freeze().preview({ ...byElection, asked: { ...byElection.asked, constituency: 'NA-50' } }),
  ).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-seat' } },
  })
  const order = approval()
  const done = await freeze().carryOut(byElection, order)
  expect(done).toMatchObject({ ok: true })
  expect(await freeze().carryOut(byElection, order)).toMatchObject({ ok: true })
  expect(await freeze().carryOut(byElection, approval())).toMatchObject({
    refusal: { kind: { code: 'rolls.already-frozen' } },
  })
  clock.set('2024-03-05T00:00:00Z')
  const enrol = (n: number, block: string) => {
    const change = enrolment(n, block)
    return rolls.change(change.identity.cnic, change, grounds)
  }
  expect(await enrol(8000, '901010101')).toMatchObject({
    refusal: { kind: { code: 'rolls.frozen' }, detail: { section: 's.39(2)' } },
  })
  expect(await enrol(8001, '902010101')).toMatchObject({ ok: true })
  const feed = [voter(8002, '902010101', 'male', 800), voter(8003, '901010102', 'male', 801)]
  expect(await rolls.importFeed({ name: 'delta.csv', voters: () => feed }, by)).toMatchObject({
    report: { byCode: { 'rolls.frozen': 1 } },
  })
  expect(await rolls.change(voter(1, '901010101', 'male', 2).cnic, { kind: 'deleted' }, grounds)).toMatchObject({
    ok: false,
  })
  expect(await rolls.freeze()).toBeUndefined()
  expect(await rolls.freeze('901010101')).toMatchObject({ section: 's.39(2)' })
  expect(await disagreeing()).toEqual([])
})

test('a general freeze names the term where the roll has none yet, and holds everywhere from 30 days before', async () => {
  const asked = { kind: 'general', day: '2024-05-01', reason: 'The term of the Assembly expires' } as const
  const given = { rollId: roll.id, asked }
  expect(await freeze().preview(given)).toMatchObject({
    value: { section: 's.39(1)', counts: [{ after: 4 }], differences: [{ after: '2024-03-31T19:00:00.000Z' }, {}] },
  })
  expect(await freeze().carryOut(given, approval())).toMatchObject({ ok: true })
  expect(await rolls.getRoll(roll.id)).toMatchObject({ value: { termEndsOn: '2024-05-01' } })
  expect(await disagreeing()).toEqual([])
  expect(await rolls.freeze()).toBeUndefined()
  clock.set('2024-04-02T00:00:00Z')
  expect(await rolls.freeze()).toMatchObject({ section: 's.39(1)' })
  const frozen = acts.filter(({ act }) => act === 'roll-frozen')
  for (const act of frozen) {
    const kept = await findRollsReason(database, act)
    expect(hashReason(kept?.words ?? '', kept?.salt ?? Buffer.of())).toBe(act.reasonHash)
  }
  expect(frozen.map(({ section, approval: two }) => [section, two?.approvedBy.id])).toEqual([
    ['s.39(2)', 'second'],
    ['s.39(1)', 'second'],
  ])
  expect(JSON.stringify(frozen)).not.toMatch(/vacant|expires/)
})

test('a freeze ends when the results are announced, and a roll without results to come is not frozen', async () => {
  expect(await rolls.announceResults(roll.id, by)).toMatchObject({ ok: true })
  clock.advance(1)
  expect(await rolls.freeze('901010101')).toBeUndefined()
  expect(await freeze().preview(byElection)).toMatchObject({ refusal: { kind: { code: 'rolls.results-announced' } } })
  expect(await freeze().preview({ ...byElection, rollId: 'another' })).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-roll' } },
  })
  expect(await disagreeing()).toEqual([])
})
