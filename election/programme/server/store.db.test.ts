import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import type { Outcome } from '@intikhab/kernel/refusal'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { deriveProgramme, getLegalDate, getRulePack } from '@intikhab/law'
import { announceElection, createProgrammeStore, parseElectionId, parsePackId, programmeMigrations } from '../index.ts'
import type { ProgrammeStore } from '../index.ts'

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.kind.code)
  return outcome.value
}

let database: Database
let drop: () => Promise<void>
let store: ProgrammeStore
const salt = Buffer.alloc(16, 7)
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase(inject('postgresUrl'), [programmeMigrations]))
  store = createProgrammeStore(database.tables())
})
afterAll(() => drop())

function announce(id: string, notifiedOn: string) {
  const packId = value(parsePackId('elections-act-2017@2018'))
  const stages = deriveProgramme(getRulePack(packId), { notifiedOn: getLegalDate(notifiedOn), holidays: new Set() })
  const draft = {
    id: value(parseElectionId(id)),
    nameEn: 'General Election 2018',
    nameUr: 'عام انتخابات 2018',
    kind: 'general' as const,
    packId,
    assemblies: ['NA', 'PP'] as const,
  }
  const context = { madeAt: new Date('2018-05-31T10:00:00Z'), holidays: new Set([getLegalDate('2018-06-16')]) }
  return value(announceElection(draft, { stages, reason: 'General election', orderReference: null }, context))
}

test('an election comes back as it was announced, and only once', async () => {
  const { election, version } = announce('general-election-2018', '2018-05-31')
  expect(await store.addElection(election, version, salt)).toEqual({ ok: true, value: undefined })
  expect(await store.findElection(election.id)).toEqual(election)
  expect(await store.listVersions(election.id)).toEqual([version])
  expect(await store.addElection(election, version, salt)).toMatchObject({
    refusal: { kind: { code: 'programme.election-exists' } },
  })
})

test('of two versions proposed at once one is kept, and the election takes its poll from it', async () => {
  const { election, version } = announce('general-election-2019', '2019-05-31')
  await store.addElection(election, version, salt)
  const poll = getLegalDate('2019-08-01')
  const second = { ...version, version: 2, stages: { ...version.stages, poll }, orderReference: 'No. F.8(3)/2018' }
  const outcomes = await Promise.all([store.addVersion(second, salt), store.addVersion(second, salt)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await store.addVersion({ ...second, version: 4 }, salt)).toMatchObject({
    refusal: { kind: { code: 'programme.version-conflict' } },
  })
  expect(await store.findCurrentVersion(election.id)).toEqual(second)
  expect(await store.findElection(election.id)).toMatchObject({ pollDate: '2019-08-01' })
  expect((await store.listElections()).map(({ id }) => id)).toEqual(['general-election-2019', 'general-election-2018'])
})

test('what a transaction gives up leaves nothing', async () => {
  const { election, version } = announce('general-election-2020', '2020-05-31')
  const givenUp = database.transaction(async (tx) => {
    await createProgrammeStore(tx).addElection(election, version, salt)
    throw new Error('given up')
  })
  await expect(givenUp).rejects.toThrow('given up')
  expect(await store.findElection(election.id)).toBeUndefined()
  expect(await store.findCurrentVersion(election.id)).toBeUndefined()
})

test('nobody can rewrite a version that was made', async () => {
  await expect(database.pool.query("update programme.programme_version set reason = 'x'")).rejects.toThrow(
    'permission denied',
  )
})
