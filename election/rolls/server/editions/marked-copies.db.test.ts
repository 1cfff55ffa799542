import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { createEditionStore, openEditionReader, publishEdition } from '@intikhab/kernel/editions'
import { openSigner, type LedgerAct } from '@intikhab/kernel/ledger'
import { disagreements, freshDatabase, tamper, testClock } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DividedSeat } from '../../core/editions/bifurcation.ts'
import { ballotAtStation } from '../../core/editions/marks.ts'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, everybody, roll, voter } from '../register/made-up-voters.testkit.ts'
import { createRolls, type Rolls } from '../register/rolls.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { buildLists, listSeries } from './build-lists.ts'
import { findMark, listMarkedCopies, makeMarkedCopy, marksIn } from './marked-copies.ts'
import { openLists, type ListEdition } from './read-lists.ts'

const clock = testClock('2024-03-01T00:00:00Z')
const by = { actor: { kind: 'account', id: 'officer' } } as const
const acts: LedgerAct[] = []
const ledger = { append: async (_tx: unknown, added: readonly LedgerAct[]) => added.map((act) => acts.push(act)) }
const [abroad, byPost, earlier] = [3, 4, 5].map((serial) => voter(serial - 1, '901010101', 'male', serial).cnic)

let database: Database
let url: string
let drop: () => Promise<void>
let rolls: Rolls
let folder: string
let list: ListEdition
beforeAll(async () => {
  ;({ database, url, drop } = await freshDatabase(inject('postgresUrl'), [rollsMigrations]))
  rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.putPlaces(districts, areas, by)
  await rolls.addRoll(roll, by)
  await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(20) }, by)
  folder = await mkdtemp(join(tmpdir(), 'marks-'))
  const reader = openEditionReader(createEditionStore({ root: join(folder, 'editions') }))
  const built = await buildLists({ database, now: clock.now, workshop: join(folder, 'workshop') }, roll.id)
  if (!built.ok) throw new Error(built.refusal.kind.code)
  using made = built.value
  await publishEdition({
    store: reader.store,
    signer: openSigner(join(folder, 'key.pem'), 'test'),
    series: listSeries(roll.id),
    madeAt: clock.now().toISOString(),
    subject: {},
    ledger: null,
    changed: made.files,
    unchanged: [],
  })
  const opened = await openLists(reader, roll.id)
  if (opened === undefined) throw new Error('no lists')
  list = opened
  reader.close()
})
afterAll(async () => {
  await drop()
  await rm(folder, { recursive: true })
})

const part = (block: (typeof areas)[number]['block'], fromSerial: number, toSerial: number) =>
  (['male', 'female'] as const).map((gender) => ({ block, gender, fromSerial, toSerial }))
const seat = (...cuts: readonly [number, number][]): DividedSeat => ({
  seat: 'NA-49',
  blocks: areas.map(({ block }) => block),
  stations: cuts.map(([from, to], index) => ({
    number: index + 1,
    parts: areas.flatMap(({ block }) => part(block, from, to)),
  })),
})
const since = new Date('2024-02-01T00:00:00Z')
const mark = (seats: readonly DividedSeat[], reason = '') =>
  makeMarkedCopy(
    { database, ledger, now: clock.now },
    { electionId: 'by-2024', rollId: roll.id, list, schemeVersion: 3, seats, since, reason },
    by.actor,
  )
const change = async (cnic: typeof abroad, kind: 'overseas-opted' | 'postal-ballot-issued', at = clock.now()) => {
  if (cnic === undefined) throw new Error('nobody')
  const done = await createRolls({ database, ledger, now: () => at }).change(
    cnic,
    { kind },
    { ...by, cause: 'counter' },
  )
  if (!done.ok) throw new Error(done.refusal.kind.code)
}

test('ranges that leave a serial to nobody are refused by block and serials, and nothing is marked', async () => {
  expect(await mark([seat([1, 10], [12, 20])])).toMatchObject({
    refusal: { kind: { code: 'rolls.serials-uncovered' }, detail: { block: '901010101', from: 11, to: 11, faults: 8 } },
  })
  expect(await listMarkedCopies(database.tables(), 'by-2024')).toEqual([])
})

test('who opted to vote abroad and who was issued a postal ballot for this election is marked, and gets no ballot', async () => {
  await change(abroad, 'overseas-opted')
  await change(byPost, 'postal-ballot-issued')
  await change(earlier, 'postal-ballot-issued', new Date('2024-01-15T00:00:00Z'))
  expect(await mark([seat([1, 10], [11, 20])])).toMatchObject({
    ok: true,
    value: { number: 1, postal: 1, overseas: 1, list: { number: 1, sha256: list.sha256 } },
  })
  const marks = await marksIn(database.tables(), { electionId: 'by-2024', number: 1 }, '901010101')
  expect(Object.fromEntries(marks)).toEqual({ [abroad ?? '']: 'overseas', [byPost ?? '']: 'postal' })
  const asked = async (cnic = abroad) =>
    ballotAtStation(cnic === undefined ? null : await findMark(database.tables(), 'by-2024', cnic))
  expect(await asked(abroad)).toMatchObject({ refusal: { kind: { code: 'rolls.votes-from-abroad' } } })
  expect(await asked(byPost)).toMatchObject({ refusal: { kind: { code: 'rolls.voted-by-post' } } })
  expect(await asked(earlier)).toEqual({ ok: true, value: undefined })
  expect(await disagreements(auditedEditionRecords(database), acts)).toEqual([])
})

test('a correction is the next number; the copy before it stays as it was made', async () => {
  await change(earlier, 'postal-ballot-issued')
  expect(await mark([seat([1, 20])], 'A ballot was issued late')).toMatchObject({ value: { number: 2, postal: 2 } })
  expect((await listMarkedCopies(database.tables(), 'by-2024')).map(({ number, postal }) => [number, postal])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect((await marksIn(database.tables(), { electionId: 'by-2024', number: 1 }, '901010101')).size).toBe(2)
})

test('a mark that somebody takes away by hand is found by the audit', async () => {
  await tamper(url, `delete from rolls.mark where number = 1 and cnic = ${byPost}`)
  expect(await disagreements(auditedEditionRecords(database), acts)).toEqual(['rolls.marked-copy:by-2024/1: differs'])
})
