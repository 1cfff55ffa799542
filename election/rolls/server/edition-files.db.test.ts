import { freshDatabase } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { RollStatistics } from '../core/statistics.ts'
import { rollFiles } from './edition-files.ts'
import { rollsMigrations } from './migrations/index.ts'
import { areas, districts, everybody, roll } from './register/made-up-voters.testkit.ts'
import { createRolls, type Rolls } from './register/rolls.ts'

const now = () => new Date('2024-01-05T00:00:00Z')
let rolls: Rolls
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase(inject('postgresUrl'), [rollsMigrations])
  drop = fresh.drop
  rolls = createRolls({ database: fresh.database, now })
  await rolls.store.putPlaces(districts, areas)
  await rolls.store.addRoll(roll)
  const by = { actor: { kind: 'account', id: 'registration-officer' } } as const
  await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(100) }, by)
})
afterAll(() => drop())

test('the published statistics close, in JSON and in CSV', async () => {
  const made = await rollFiles(rolls, roll.id, { asOf: now(), stations: 3 })
  const text = (path: string) =>
    made.ok ? (made.value.find((file) => file.path === path)?.bytes.toString() ?? '') : made.refusal.kind.en
  const statistics = JSON.parse(text('statistics.json')) as RollStatistics
  expect(statistics).toMatchObject({ rollId: 'test-2024', total: 800, byGender: { male: 400, female: 400, other: 0 } })
  const blocks = text('blocks.csv').trim().split('\r\n')
  expect(blocks).toHaveLength(5)
  expect(blocks[1]).toBe('901010101,Area 901010101,علاقہ 901010101,attock,100,100,0,200')
  expect(blocks.slice(1).reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0)).toBe(800)
})
