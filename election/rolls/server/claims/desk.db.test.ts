import type { Outcome } from '@intikhab/kernel/refusal'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { isOpen, type Claim, type ClaimEvent } from '../../core/claims/claim.ts'
import { countOfList, deskLists } from '../../core/claims/desk-lists.ts'
import type { Cnic } from '../../core/identifiers.ts'
import { roll, voter } from '../register/made-up-voters.testkit.ts'
import { correction, objection, officer, openClaimsOffice, registration, type ClaimsOffice } from './claims.testkit.ts'
import { deskList, deskOf, hearingsOn, wholeDesk, type TimedClaim } from './desk.ts'
import { deskTable } from './desk-table.ts'

let office: ClaimsOffice
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
})
afterAll(() => office.drop())

const man = (n: number, block = '901010101') => voter(block === '901010101' ? n - 1 : 39 + n, block, 'male', n).cnic
const stranger = (n: number) => `99777${String(n).padStart(7, '0')}1` as Cnic
const given = <T>(outcome: Outcome<T>): T =>
  outcome.ok ? outcome.value : expect.fail(`refused: ${outcome.refusal.kind.code}`)
const lodge = async (lodging: Parameters<ClaimsOffice['claims']['lodge']>[0]) =>
  given(await office.claims.lodge(lodging)).claim
const step = ({ docket, district }: Claim, event: ClaimEvent) =>
  office.claims.step({ docket, district }, event, officer)
const desk = () => deskOf(office.parts, 'attock')
async function everything(): Promise<readonly TimedClaim[]> {
  const all: TimedClaim[] = []
  for await (const portion of wholeDesk(office.parts, 'attock', {})) all.push(...portion)
  return all
}

/** The counts of the desk agree with every single claim and its clock. */
async function expectClosedCounts(): Promise<void> {
  const { counts, overdue } = await desk()
  const all = await everything()
  for (const { form, state, claims, overdue: late, nextDueOn } of counts) {
    const those = all.filter(({ claim }) => claim.form === form && claim.state === state)
    expect([form, state, claims, late]).toEqual([
      form,
      state,
      those.length,
      those.filter(({ clock }) => clock.isOverdue).length,
    ])
    const running = those.flatMap(({ claim, clock }) =>
      isOpen(claim) && !clock.isOverdue && clock.dueOn !== null ? clock.dueOn : [],
    )
    expect(nextDueOn).toBe(running.sort()[0] ?? null)
  }
  const late = all.filter(({ clock }) => clock.isOverdue).map(({ claim }) => claim.docket)
  expect(overdue.lines.map(({ docket }) => docket).sort()).toEqual(late.sort())
  expect(counts.reduce((sum, { claims }) => sum + claims, 0)).toBe(all.length)
}

test("a by-election's freeze stops the clocks of its own blocks alone; afterwards the days that were left count", async () => {
  const frozen = [
    await lodge(correction(man(1), { nameEn: 'Ali' })),
    await lodge(registration(man(1, '901010102'), '901010101')),
    await lodge(objection(man(2), '901010101', 3)),
  ]
  const completed = await lodge(registration(man(2, '901010102'), null))
  await step(completed, { kind: 'completed', completion: { otherBlock: '901010101' as never } })
  const running = await lodge(correction(man(3, '901010102'), { nameEn: 'Ali' }))
  await sql`insert into rolls.freeze (roll_id, number, kind, day, delimitation_id, constituency, blocks, reason,
      reason_salt, account_id, approval_id, entry_id, ordered_at)
    values (${roll.id}, 1, 'by-election', '2024-03-10', 'd', 'NA-1', '{901010101}', 'Called upon to elect', '\\x00', 'a',
      'approval', 1, '2024-03-10T06:00:00Z')`.execute(office.database.tables())
  office.clock.set('2024-04-20T06:00:00Z')
  const clocks = async () => new Map((await everything()).map(({ claim, clock }) => [claim.docket, clock]))
  const then = await clocks()
  for (const { docket } of [...frozen, completed])
    expect(then.get(docket)).toEqual({ dueOn: null, isFrozen: true, isOverdue: false })
  expect(then.get(running.docket)).toEqual({ dueOn: '2024-03-16', isFrozen: false, isOverdue: true })
  expect((await desk()).isFrozen).toBe(false)
  await expectClosedCounts()

  await office.rolls.announceResults(roll.id, { actor: officer })
  office.clock.set('2024-04-21T06:00:00Z')
  // Eight days had gone when it froze on the 10th: seven are left after the 20th.
  for (const [docket, { dueOn }] of await clocks())
    expect([docket, dueOn]).toEqual([docket, docket === running.docket ? '2024-03-16' : '2024-04-27'])
  await expectClosedCounts()
  office.clock.set('2024-04-28T06:00:00Z')
  expect(countOfList('overdue', (await desk()).counts)).toBe(5)
  await expectClosedCounts()
})

test('however many claims wait, the newest is counted, found by its form, and in the table; a list says that it is cut', async () => {
  const many = 230
  for (let n = 0; n < many; n++) await lodge(correction(stranger(n), { nameEn: 'Ali' }))
  const newest = await lodge(objection(man(4), '901010101', 5))
  const { counts } = await desk()
  const fresh = await deskList(office.parts, 'attock', 'fresh', {})
  expect(countOfList('fresh', counts)).toBe(fresh.total)
  expect(fresh).toMatchObject({ isCut: true, lines: { length: 200 } })
  expect(fresh.total).toBeGreaterThan(many)
  expect(fresh.lines.map(({ docket }) => docket)).not.toContain(newest.docket)
  const objections = await deskList(office.parts, 'attock', 'fresh', { form: '22' })
  expect(objections).toMatchObject({ isCut: false, total: 2 })
  expect(objections.lines.at(-1)?.docket).toBe(newest.docket)
  let table = ''
  for await (const part of deskTable(wholeDesk(office.parts, 'attock', {}), 'en')) table += part
  const lines = table.trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + (await everything()).length)
  expect(table).toContain(newest.docket)
  expect(table).not.toMatch(/\d{13}/)
  expect(table).toContain('99001-*****')
  await expectClosedCounts()
})

test("what ended is listed the last first, and each list holds what its count says; today's hearings name whom they are about", async () => {
  const claim = await lodge(objection(man(6), '901010101', 7))
  const withdrawn = await lodge(correction(man(8), { nameEn: 'Ali' }))
  await step(withdrawn, { kind: 'withdrawn', reason: 'Said so at the counter' })
  const hearing = { at: office.clock.now().toISOString(), room: 'Room 1' }
  await step(claim, { kind: 'hearing-set', hearing, waived: true })
  const done = await deskList(office.parts, 'attock', 'done', {})
  expect(done.lines.map(({ docket }) => docket)).toEqual([withdrawn.docket])
  const { counts, hearings, nextHearingAt } = await desk()
  expect(hearings.lines).toMatchObject([{ docket: claim.docket, hearingAt: hearing.at }])
  expect(nextHearingAt).toBeNull()
  for (const list of deskLists)
    expect([list, (await deskList(office.parts, 'attock', list, {})).total]).toEqual([list, countOfList(list, counts)])
  const listed = await hearingsOn(office.parts, 'attock', '2024-04-28' as never, 'all-year')
  expect(listed).toMatchObject([{ claim: { docket: claim.docket }, concerned: 'کاشف محمود' }])
  await expectClosedCounts()
})
