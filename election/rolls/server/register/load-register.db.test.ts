import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import { disagreements, freshDatabase, ledgerInMemory, testClock } from '@intikhab/kernel/testkit'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { auditedRolls } from './audited-rolls.ts'
import { inBlocks } from './in-blocks.ts'
import { loadRegister, type RegisterChunk, type RegisterSource } from './load-register.ts'
import { areas, districts, enrolment, everybody, roll, voter } from './made-up-voters.testkit.ts'
import { createRolls, type Rolls } from './rolls.ts'
import { stateLine, voterCopyRow } from './voter-row.ts'

const clock = testClock('2024-03-01T00:00:00Z')
const by = { actor: { kind: 'system', id: 'loader' } } as const
const { acts, ledger } = ledgerInMemory()

let database: Database
let ownerUrl: string
let rolls: Rolls
let drop: () => Promise<void>
let allKeys: readonly string[]
beforeAll(async () => {
  ;({ database, url: ownerUrl, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.putPlaces(districts, areas, by)
  await rolls.addRoll(roll, by)
  allKeys = await keys()
})
afterAll(() => drop())

/** The voters as a program of ours hands them over, a chunk a block; `then` may break off. */
function sourceOf(voters: Iterable<EnrolledVoter>, then?: () => never): RegisterSource {
  async function* chunks(): AsyncGenerator<RegisterChunk> {
    for (const block of inBlocks(voters)) {
      const count = (gender: string) => block.filter((one) => one.gender === gender).length
      const households = Math.max(...block.map(({ entry }) => entry.household))
      const digest = createHash('sha256')
        .update(block.map((one) => `${stateLine(one)}\n`).join(''))
        .digest('hex')
      const numbers = { men: count('male'), women: count('female'), others: count('other'), households, digest }
      yield {
        lines: Buffer.from(block.map(voterCopyRow).join('')),
        blocks: [{ block: block[0]?.entry.block ?? '', ...numbers }],
      }
    }
    then?.()
  }
  return { name: 'whole register', chunks }
}

const load = (source: RegisterSource, onStep?: (step: string) => void) =>
  loadRegister({ ownerUrl, ledger, now: clock.now, ...(onStep === undefined ? {} : { onStep }) }, source, by)

/** The statements that would make every key of the register. */
async function keys(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'rolls' and tablename = 'voter' order by 1`,
  )
  return rows.map(({ indexdef }) => indexdef)
}

/** Nothing of a load that failed: nobody in the register, its keys in place, no act. */
async function expectUntouched(): Promise<void> {
  expect(await rolls.store.countVoters()).toBe(0)
  expect(await keys()).toEqual(allKeys)
  expect((await database.pool.query('select from rolls.import')).rowCount).toBe(0)
  expect(acts.filter(({ act }) => act === 'feed-imported')).toEqual([])
}

test('a CNIC that comes twice, or a serial, is refused, and nothing stays', async () => {
  const twice = [...everybody(5), { ...voter(0, '902010102', 'male', 6) }]
  expect(await load(sourceOf(twice))).toMatchObject({ refusal: { kind: { code: 'rolls.enrolled-again' } } })
  const sameLine = [...everybody(5), voter(900, '902010102', 'female', 5)]
  expect(await load(sourceOf(sameLine))).toMatchObject({ refusal: { kind: { code: 'rolls.serial-taken' } } })
  await expectUntouched()
})

test('a source that breaks off, or that announces others than it brings, loads nothing', async () => {
  const breaking = sourceOf(everybody(5), () => {
    throw new Error('the disk is gone')
  })
  await expect(load(breaking)).rejects.toThrow('the disk is gone')
  const source = sourceOf(everybody(5))
  async function* short(): AsyncGenerator<RegisterChunk> {
    for await (const { lines, blocks } of source.chunks())
      yield { lines, blocks: blocks.map((block) => Object.assign(block, { men: block.men + 1 })) }
  }
  await expect(load({ ...source, chunks: short })).rejects.toThrow('44 voters were announced, and 40 came')
  await expectUntouched()
})

test('a register is loaded with keys, counters and an entry of the ledger, and the audit agrees', async () => {
  const steps: string[] = []
  const loaded = await load(sourceOf(everybody(50)), (step) => steps.push(step))
  expect(loaded).toMatchObject({ ok: true, value: { voters: 400 } })
  expect(steps).toHaveLength(allKeys.length + 3)
  expect(steps.slice(0, 3)).toEqual(['copy', 'one_cnic_one_vote', 'one_voter_a_line'])
  expect(steps.slice(-2)).toEqual(['counters', 'commit'])
  expect(await keys()).toEqual(allKeys)
  expect(await disagreements(auditedRolls(database), acts)).toEqual([])
  const { rows } = await database.pool.query('select * from rolls.list order by block limit 1')
  const [last_male, last_female, last_other, last_household] = [50, 50, 0, 13]
  expect(rows).toEqual([{ block: 901010101, last_male, last_female, last_other, last_household }])
  expect(await rolls.store.findVoter(voter(3, '901010101', 'male', 4).cnic)).toEqual(voter(3, '901010101', 'male', 4))
})

test('whoever comes afterwards gets the next number, and a second load is refused', async () => {
  const entry = enrolment(5000, '901010101')
  const enrolled = await rolls.change(entry.identity.cnic, entry, { ...by, cause: 'counter' })
  expect(enrolled).toMatchObject({ ok: true })
  expect((await rolls.store.findVoter(entry.identity.cnic))?.entry?.serial).toBe(51)
  expect(await load(sourceOf(everybody(5)))).toMatchObject({ refusal: { kind: { code: 'rolls.register-not-empty' } } })
  expect(await rolls.store.countVoters()).toBe(401)
  expect(await disagreements(auditedRolls(database), acts)).toEqual([])
})
