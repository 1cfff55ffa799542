import { disagreements } from '@intikhab/kernel/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { decideRecord } from '../../core/registry-feed/decide.ts'
import { readRecord } from '../../core/registry-feed/read-record.ts'
import { latestBirth } from '../../core/register/roll.ts'
import { badRoad, deliveries } from '../../sim/registry/faults.ts'
import { personOf } from '../../sim/registry/people.ts'
import { seededRandom } from '../../sim/registry/random.ts'
import { registryRecords } from '../../sim/registry/records.ts'
import { auditedRolls } from '../register/audited-rolls.ts'
import { areas, everybody, roll } from '../register/made-up-voters.testkit.ts'
import { createRolls } from '../register/rolls.ts'
import { endings, keyPair, officer, openFeedBench, type FeedBench } from './registry-feed.testkit.ts'

const each = 10
const veryBadRoad = {
  ...badRoad,
  gaps: 0.2,
  overlaps: 0.3,
  reorderings: 0.3,
  contradictions: 0.2,
  wrongSignatures: 0.2,
}
let opened: FeedBench[] = []
const open = async (recordsAtOnce: number) => {
  const bench = await openFeedBench(inject('postgresUrl'), { each, recordsAtOnce })
  opened.push(bench)
  return bench
}
beforeAll(() => {
  opened = []
})
afterAll(async () => {
  for (const bench of opened) await bench.drop()
})

const people = Array.from(everybody(each), personOf)

/** Everybody in the register, as text, and what was done to them. */
async function register({ database }: FeedBench): Promise<{ voters: string[]; actions: string[] }> {
  const voters = await sql<{ row: string }>`select (v.*)::text as row from rolls.voter v order by cnic`.execute(
    database.tables(),
  )
  const actions = await sql<{
    row: string
  }>`select row(cnic, from_block, to_block, kind, authority, cause, section, before, after)::text
    as row from rolls.action order by action_id`.execute(database.tables())
  return { voters: voters.rows.map(({ row }) => row), actions: actions.rows.map(({ row }) => row) }
}

/** The same feed by the way in which officers change one voter: each record decided and carried out by itself. */
async function oneByOne(bench: FeedBench, lines: readonly string[]): Promise<string[]> {
  const rolls = createRolls({ database: bench.database, now: bench.clock.now })
  const known = {
    isArea: (block: string) => areas.some((area) => area.block === block),
    latestBirth: latestBirth([roll], '2024-03-01'),
    deaths: 'delete' as const,
  }
  const told: string[] = []
  for (const [i, line] of lines.entries()) {
    const read = readRecord(line, i + 1, '2024-03-01')
    if (!read.ok) {
      told.push(`${i + 1} refused/${read.unread.reason}`)
      continue
    }
    const { record } = read
    const decision = decideRecord(record, await rolls.store.findVoter(record.cnic), known)
    told.push(`${i + 1} ${decision.outcome}${'reason' in decision ? `/${decision.reason}` : ''}`)
    for (const change of decision.changes) {
      const head =
        'headOfFamily' in record && record.headOfFamily !== null
          ? await rolls.store.findVoter(record.headOfFamily)
          : undefined
      const joins =
        change.kind === 'enrolled' && head?.entry?.block === change.identity.addresses[change.chosen]?.block
          ? { ...change, household: head?.entry?.household ?? ('new' as const) }
          : change
      const by = { actor: { kind: 'system', id: 'civil-registry' }, cause: `feed:${i + 1}`, section: 's.25' } as const
      expect(await rolls.change(record.cnic, joins, by)).toMatchObject({ ok: true })
    }
  }
  return told
}

test('a feed in pieces over a bad road leaves the register to the letter as its records do one by one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.nat(),
        records: fc.integer({ min: 1, max: 160 }),
        atOnce: fc.integer({ min: 1, max: 60 }),
        batch: fc.integer({ min: 1, max: 50 }),
      }),
      async ({ seed, records, atOnce, batch }) => {
        const [bench, single] = [await open(atOnce), await open(atOnce)]
        const made = registryRecords({
          seed,
          blocks: areas.map(({ block }) => block),
          people,
          today: '2024-03-01',
          dirt: 0.3,
        })
        const lines = Array.from({ length: records }, () => made.next().value.line)
        const stranger = { ...bench.seal, privateKey: keyPair().privateKey }
        const random = seededRandom(seed + 1)
        for (const { bytes } of deliveries(bench.seal, 1, lines, batch, veryBadRoad, random, stranger)) {
          await bench.feed.keep(bench.stream(bytes), officer)
          if (random.chance(0.5)) await bench.feed.takeIn()
        }
        expect(await bench.feed.takeIn()).toMatchObject({ last: records, missing: [] })
        const told = await oneByOne(single, lines)
        expect(await endings(bench.database)).toEqual(told)
        expect(await register(bench)).toEqual(await register(single))
        expect(await disagreements(auditedRolls(bench.database), bench.acts)).toEqual([])
      },
    ),
    { numRuns: 12 },
  )
})
