import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '@intikhab/kernel/database'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { disagreements, freshDatabase, tamper } from '@intikhab/kernel/testkit'
import { parseContestId, type Contest } from '../core/contest.ts'
import { parties } from '../core/parties.ts'
import { symbols } from '../core/symbols.ts'
import { auditedNominations } from './audited.ts'
import { listContests } from './import-candidates.ts'
import { nominationsMigrations } from './migrations/index.ts'
import { createNominationsStore } from './store.ts'

let database: Database
let drop: () => Promise<void>
let ownerUrl: string
const acts: LedgerAct[] = []
const ledger = {
  append: (_: unknown, added: readonly LedgerAct[]) => Promise.resolve(added.map((act) => acts.push(act))),
}
beforeAll(
  async () => ({ database, drop, url: ownerUrl } = await freshDatabase(inject('postgresUrl'), [nominationsMigrations])),
)
afterAll(() => drop())

function seat(id: string, candidates = 2): Contest {
  const contestId = parseContestId(id)
  if (contestId === undefined) throw new Error(id)
  return {
    id: contestId,
    name: { en: 'Sample', ur: 'نمونہ' },
    province: 'islamabad',
    districtCode: null,
    registered: 1000,
    status: 'contested',
    candidates: Array.from({ length: candidates }, (_, index) => ({
      serial: index + 1,
      name: { en: `Candidate ${index + 1}`, ur: `امیدوار ${index + 1}` },
      partyId: index === 0 ? 'pasban' : 'independent',
      symbolId: index === 0 ? 'lantern' : null,
    })),
  }
}

const at = new Date('2018-06-30T10:00:00Z')
const occasion = (electionId: string) => ({
  electionId,
  by: { actor: { kind: 'system', id: 'import' } } as const,
  at,
  report: { files: [], totals: {}, findings: [] },
})

test('seats come back as they were listed, in their order, and only once', async () => {
  const contests = [seat('NA-47'), seat('NA-9', 3), seat('PP-1')]
  const list = { contests, parties: parties.parties, symbols }
  expect(await listContests({ database, ledger }, list, occasion('one-2026'))).toMatchObject({ ok: true })
  const again = await listContests({ database, ledger }, list, occasion('one-2026'))
  expect(again.ok ? null : again.refusal.kind.code).toBe('nominations.already-listed')
  const store = createNominationsStore(database.tables())
  expect(await store.listContests('one-2026')).toEqual([contests[1], contests[0], contests[2]])
  expect((await store.listParties()).find(({ id }) => id === 'pasban')?.name.ur).toBe('پاسبان پاکستان')
  expect(acts.map(({ act, subject }) => `${act} ${subject}`)).toEqual([
    'candidates-listed one-2026',
    'contest-listed one-2026/NA-47',
    'contest-listed one-2026/NA-9',
    'contest-listed one-2026/PP-1',
  ])
})

test('a list with a party nobody knows leaves nothing behind', async () => {
  const stranger = { ...seat('NA-1'), candidates: [{ ...seat('NA-1').candidates[0]!, partyId: 'nobody' }] }
  const listed = listContests(
    { database, ledger: { append: () => Promise.resolve([1]) } },
    { contests: [stranger], parties: [], symbols },
    occasion('two-2026'),
  )
  await expect(listed).rejects.toThrow(/foreign key/)
  expect(await createNominationsStore(database.tables()).listContests('two-2026')).toEqual([])
})

test('contests, candidates, parties and symbols have the fingerprints that the acts left, of a second election too', async () => {
  const stranger = { id: 'unlisted', name: { en: 'A new party', ur: 'نئی جماعت' }, aliases: ['ANP (new)'] }
  const list = { contests: [seat('NA-3')], parties: [stranger], symbols }
  expect(await listContests({ database, ledger }, list, occasion('three-2026'))).toMatchObject({ ok: true })
  expect(await disagreements(auditedNominations(database), acts)).toEqual([])
})

test.each([
  [
    "update nominations.candidate set party_id = 'independent' where contest_id = 'NA-9' and serial = 1",
    'contest:one-2026/NA-9',
  ],
  ["delete from nominations.candidate where contest_id = 'PP-1' and serial = 2", 'contest:one-2026/PP-1'],
  [
    "update nominations.party_alias set as_written = 'Another' where as_written = 'ANP (new)'",
    'registry:parties-and-symbols',
  ],
])('a row changed by hand is found: %s', async (tampering, record) => {
  await tamper(ownerUrl, tampering)
  expect(await disagreements(auditedNominations(database), acts)).toContain(`nominations.${record}: differs`)
})
