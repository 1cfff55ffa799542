import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import type { VoterChange } from '../../core/register/change.ts'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { areas, enrolment, everybody, roll, voter } from '../register/made-up-voters.testkit.ts'
import { countRoll } from './count-roll.ts'
import { storeCount } from './store-count.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' }, cause: 'counter' } as const
const date = roll.qualifyingDate
const { database, rolls, clock, drop } = await openMadeUpRegister(inject('postgresUrl'), 20, by.actor)
afterAll(() => drop())

const store = async () => (await storeCount({ database, now: clock.now }, date)).done

/** The stored count with the actions since, and a count of the register itself, of one snapshot. */
async function bothCounts() {
  return database
    .tables<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => ({
      added: await countRoll(tx, date, areas),
      counted: await countRoll(tx, date, areas, { afresh: true }),
    }))
}

async function expectSame() {
  const { added, counted } = await bothCounts()
  expect([...added.counts.counts]).toEqual([...counted.counts.counts])
  expect(added.horizon).toEqual(counted.horizon)
  const total = counted.counts.counts.reduce((sum, n, i) => (i % 23 < 18 ? sum + n : sum), 0)
  expect(await rolls.store.countVoters()).toBe(total)
}

const blocks = areas.map(({ block }) => block)
const change = fc.record({
  n: fc.integer({ min: 0, max: 179 }),
  block: fc.constantFrom(...blocks),
  kind: fc.constantFrom(
    'enrolled',
    'deleted',
    'transferred',
    'corrected',
    'death-noted',
    'blocked',
    'unblocked',
    'overseas-opted',
    'objected' as const,
  ),
  year: fc.integer({ min: 1930, max: 2005 }),
  disabled: fc.boolean(),
})

/** Voters 0 to 159 came with the import; the others do not exist before they are enrolled. */
function changeOf(one: typeof change extends fc.Arbitrary<infer T> ? T : never): readonly [cnic: string, VoterChange] {
  const known = [...everybody(20)][one.n]
  const { cnic } = known ?? voter(one.n, one.block, 'female', 1)
  const enrol = enrolment(one.n, one.block)
  if (one.kind === 'enrolled')
    return [
      cnic,
      {
        ...enrol,
        identity: { ...(known ?? enrol.identity), cnic, disabled: one.disabled, addresses: enrol.identity.addresses },
      },
    ]
  if (one.kind === 'transferred')
    return [
      cnic,
      {
        kind: 'transferred',
        chosen: 'temporary',
        addresses: { temporary: { textUr: 'مکان', block: one.block } },
        household: 'new',
      },
    ]
  if (one.kind === 'corrected')
    return [
      cnic,
      {
        kind: 'corrected',
        correction: {
          dateOfBirth: `${one.year}-05-05`,
          disabled: one.disabled,
          gender: one.disabled ? 'other' : 'male',
        },
      },
    ]
  return [cnic, { kind: one.kind }]
}

test('the stored count and the actions since are what a count of the register finds, whatever happened', async () => {
  expect(await store()).toBe('counted from the register')
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 12, maxLength: 25 }), async (changes) => {
      for (const one of changes) {
        const [cnic, what] = changeOf(one)
        const outcome = await rolls.change(cnic as never, what, by)
        if (outcome.ok) done++
      }
      await expectSame()
    }),
    { numRuns: 15 },
  )
  expect(done).toBeGreaterThan(10)
})

test('an action whose number was given out before the count and which is committed after it is counted once', async () => {
  await sql`delete from rolls.counted`.execute(database.tables())
  let commit: () => void = () => undefined
  let numbered: () => void = () => undefined
  const hasNumber = new Promise<void>((resolve) => (numbered = resolve))
  const mayCommit = new Promise<void>((resolve) => (commit = resolve))
  const late = database.transaction(async (tx) => {
    const enrolled = enrolment(300, '902010101')
    const acted = await rolls.change(enrolled.identity.cnic, enrolled, by, tx)
    numbered()
    await mayCommit
    return acted
  })
  await hasNumber
  const after = enrolment(301, '901010101')
  await rolls.change(after.identity.cnic, after, by)
  expect(await store()).toBe('counted from the register')
  commit()
  expect((await late).ok).toBe(true)
  await expectSame()
  const { added } = await bothCounts()
  expect(added.horizon.gaps).toEqual([])
  // Nor is it counted twice once the stored count has gone on.
  clock.advance(8 * 86_400_000)
  expect(await store()).toBe('counted from the register')
  await expectSame()
})

test('an import makes the stored count unfit, and a number that is never used stays a gap', async () => {
  await sql`select nextval(pg_get_serial_sequence('rolls.action', 'action_id'))`.execute(database.tables())
  const enrolled = enrolment(400, '901010102')
  await rolls.change(enrolled.identity.cnic, enrolled, by)
  const { added } = await bothCounts()
  expect(added.horizon.gaps).toHaveLength(1)
  expect(await store()).toBe('fresh enough')
  const more = [{ ...voter(500, '902010102', 'male', 700) }]
  const imported = await rolls.importFeed({ name: 'more.csv', voters: () => more }, by)
  expect(imported.ok).toBe(true)
  await expectSame()
  expect(await store()).toBe('counted from the register')
  await expectSame()
})

test('a stored count that was changed by hand is found the next time that the register is counted', async () => {
  await sql`update rolls.counted set counts = set_byte(counts, 0, get_byte(counts, 0) + 1)`.execute(database.tables())
  expect(await store()).toBe('fresh enough')
  clock.advance(8 * 86_400_000)
  const { done, difference } = await storeCount({ database, now: clock.now }, date)
  expect(done).toBe('counted from the register')
  expect(difference).toMatch(/gave block 901010101 \d+ voters of a kind of which the register has \d+/)
  await expectSame()
  expect(await storeCount({ database, now: clock.now }, date)).toEqual({ done: 'fresh enough' })
})

test('while one process counts, another leaves it alone', async () => {
  await sql`delete from rolls.counted`.execute(database.tables())
  await database.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(201747)`.execute(tx)
    expect(await store()).toBe('in other hands')
  })
  expect(await store()).toBe('counted from the register')
})
