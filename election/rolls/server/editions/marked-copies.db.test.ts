import { disagreements, tamper } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DividedSeat } from '../../core/editions/bifurcation.ts'
import { ballotAtStation } from '../../core/editions/marks.ts'
import { roll, voter } from '../register/made-up-voters.testkit.ts'
import { createRolls } from '../register/rolls.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { dividedSeat, officer, openListedRegister, type ListedRegister } from './editions.testkit.ts'
import { findMark, listMarkedCopies, makeMarkedCopy, marksIn } from './marked-copies.ts'
import { openLists, type ListEdition } from './read-lists.ts'

const [abroad, byPost, earlier] = [3, 4, 5].map((serial) => voter(serial - 1, '901010101', 'male', serial).cnic)

let register: ListedRegister
let list: ListEdition
beforeAll(async () => {
  register = await openListedRegister(inject('postgresUrl'))
  list = (await openLists(register.reader, roll.id)) ?? expect.fail('no lists')
})
afterAll(() => register.close())

const since = new Date('2024-02-01T00:00:00Z')
const mark = (seats: readonly DividedSeat[], reason = '') =>
  makeMarkedCopy(
    register.parts,
    { electionId: 'by-2024', rollId: roll.id, list, schemeVersion: 3, seats, since, reason },
    officer,
  )
const change = async (
  cnic: typeof abroad,
  kind: 'overseas-opted' | 'postal-ballot-issued',
  at = register.parts.now(),
) => {
  if (cnic === undefined) throw new Error('nobody')
  const rolls = createRolls({ ...register.parts, now: () => at })
  const done = await rolls.change(cnic, { kind }, { actor: officer, cause: 'counter' })
  if (!done.ok) throw new Error(done.refusal.kind.code)
}

test('ranges that leave a serial to nobody are refused by block and serials, and nothing is marked', async () => {
  expect(await mark([dividedSeat([1, 10], [12, 20])])).toMatchObject({
    refusal: { kind: { code: 'rolls.serials-uncovered' }, detail: { block: '901010101', from: 11, to: 11, faults: 8 } },
  })
  expect(await listMarkedCopies(register.parts.database.tables(), 'by-2024')).toEqual([])
})

test('who opted to vote abroad and who was issued a postal ballot for this election is marked, and gets no ballot', async () => {
  await change(abroad, 'overseas-opted')
  await change(byPost, 'postal-ballot-issued')
  await change(earlier, 'postal-ballot-issued', new Date('2024-01-15T00:00:00Z'))
  expect(await mark([dividedSeat([1, 10], [11, 20])])).toMatchObject({
    ok: true,
    value: { number: 1, postal: 1, overseas: 1, list: { number: 1, sha256: list.sha256 } },
  })
  const marks = await marksIn(register.parts.database.tables(), { electionId: 'by-2024', number: 1 }, '901010101')
  expect(Object.fromEntries(marks)).toEqual({ [abroad ?? '']: 'overseas', [byPost ?? '']: 'postal' })
  const asked = async (cnic = abroad) =>
    ballotAtStation(cnic === undefined ? null : await findMark(register.parts.database.tables(), 'by-2024', cnic))
  expect(await asked(abroad)).toMatchObject({ refusal: { kind: { code: 'rolls.votes-from-abroad' } } })
  expect(await asked(byPost)).toMatchObject({ refusal: { kind: { code: 'rolls.voted-by-post' } } })
  expect(await asked(earlier)).toEqual({ ok: true, value: undefined })
  expect(await disagreements(auditedEditionRecords(register.parts.database), register.acts)).toEqual([])
})

test('a correction is the next number; the copy before it stays as it was made', async () => {
  await change(earlier, 'postal-ballot-issued')
  expect(await mark([dividedSeat([1, 20])], 'A ballot was issued late')).toMatchObject({
    value: { number: 2, postal: 2 },
  })
  expect(
    (await listMarkedCopies(register.parts.database.tables(), 'by-2024')).map(({ number, postal }) => [number, postal]),
  ).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(
    (await marksIn(register.parts.database.tables(), { electionId: 'by-2024', number: 1 }, '901010101')).size,
  ).toBe(2)
})

test('a mark that somebody takes away by hand is found by the audit', async () => {
  await tamper(register.url, `delete from rolls.mark where number = 1 and cnic = ${byPost}`)
  expect(await disagreements(auditedEditionRecords(register.parts.database), register.acts)).toEqual([
    'rolls.marked-copy:by-2024/1: differs',
  ])
})
