import { disagreements, tamper } from '@intikhab/kernel/testkit'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Claim, ClaimEvent } from '../../core/claims/claim.ts'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import { enrolment, roll, voter } from '../register/made-up-voters.testkit.ts'
import { auditedRolls } from '../register/audited-rolls.ts'
import { auditedClaims } from './audited-claims.ts'
import { correction, objection, officer, openClaimsOffice, registration, type ClaimsOffice } from './claims.testkit.ts'
import { commissionOrderAct, orderProposal } from './commission-order.ts'
import { decideClaim, planEffect } from './decide.ts'

let office: ClaimsOffice
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
})
afterAll(() => office.drop())

const man = (n: number) => voter(n - 1, '901010101', 'male', n).cnic
const given = <T>(outcome: Outcome<T>): T =>
  outcome.ok ? outcome.value : expect.fail(`refused: ${outcome.refusal.kind.code}`)
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind.code)
const lodge = async (lodging: Parameters<ClaimsOffice['claims']['lodge']>[0]) =>
  given(await office.claims.lodge(lodging)).claim
const step = ({ docket, district }: Claim, event: ClaimEvent) =>
  office.claims.step({ docket, district }, event, officer)
const decide = ({ docket, district }: Claim, outcome: 'allowed' | 'rejected' | 'partly', under: string | null = null) =>
  decideClaim(
    office.parts,
    { docket, district },
    { outcome, reasons: 'Heard and seen the papers', granted: outcome === 'partly' ? ['nameEn'] : null, under },
    officer,
  )
const present = { claimant: true, concerned: true }
const hearing = (days: number) => ({
  at: new Date(office.clock.now().getTime() + days * 86_400_000).toISOString(),
  room: 'Room 1',
})
const entryOf = async (cnic: Cnic) => (await office.rolls.store.findVoter(cnic))?.entry ?? null

test('Form-21 of somebody who is enrolled elsewhere is a transfer, carried in with the order and its docket', async () => {
  const cnic = man(1)
  const claim = await lodge(registration(cnic, '901010102'))
  expect(claim).toMatchObject({ docket: 'ATT-2024-000001', form: '21', dueOn: '2024-03-16', state: 'lodged' })
  expect(await planEffect(office.parts, claim, null)).toMatchObject({ value: { change: { kind: 'transferred' } } })
  expect(given(await decide(claim, 'allowed'))).toMatchObject({
    state: 'decided',
    decision: { order: 'ATT-2024-O-000001', outcome: 'allowed' },
  })
  expect(await entryOf(cnic)).toMatchObject({ block: '901010102' })
  expect((await office.rolls.actions(cnic)).at(-1)).toMatchObject({
    kind: 'transferred',
    form: '21',
    section: 's.37',
    cause: 'claim:ATT-2024-000001',
  })
})

test('whoever is not in the register is enrolled, once names and blocks are complete', async () => {
  const cnic = '9900199999991' as Cnic
  const claim = await lodge(registration(cnic, null))
  expect(code(await decide(claim, 'allowed'))).toBe('rolls.incomplete-claim')
  await step(claim, { kind: 'completed', completion: { otherBlock: '901010102' as never } })
  given(await decide(claim, 'allowed'))
  expect((await office.rolls.actions(cnic)).map(({ kind, form }) => [kind, form])).toEqual([['enrolled', '21']])
})

test('lodging answers the same whether or not anybody stands there, and says nothing of the roll', async () => {
  const known = given(await office.claims.lodge(objection(man(2), '901010101', 3)))
  const nobody = given(await office.claims.lodge(objection(man(4), '901010101', 9999)))
  expect([known.claim.concerned === null, nobody.claim.concerned === null]).toEqual([false, true])
  const shown = ({ claim, pin, clock }: typeof known) => [claim.form, clock, pin?.length]
  expect(shown(nobody)).toEqual(shown(known))
})

test('one open claim of a kind for each CNIC; two at once give one docket', async () => {
  const twice = await Promise.all([1, 2].map(() => office.claims.lodge(correction(man(6), { nameEn: 'Kashif Khan' }))))
  expect(twice.map(code).sort()).toEqual(['done', 'rolls.claim-pending'])
  expect(code(await office.claims.lodge(registration(man(6), '901010102')))).toBe('done')
})

test('an objection is noted on the entry when its hearing is set, and deletes only after it was held', async () => {
  const claim = await lodge(objection(man(7), '901010101', 8))
  expect(await office.rolls.actions(man(8))).toEqual([])
  expect(code(await decide(claim, 'allowed'))).toBe('rolls.hearing-wanted')
  expect(code(await step(claim, { kind: 'hearing-set', hearing: hearing(2), waived: false }))).toBe(
    'rolls.notice-too-short',
  )
  given(await step(claim, { kind: 'hearing-set', hearing: hearing(8), waived: false }))
  expect((await office.rolls.actions(man(8))).map(({ kind }) => kind)).toEqual(['objected'])
  given(await step(claim, { kind: 'notice-served', way: 'in-person', on: '2024-03-01' }))
  office.clock.advance(8 * 86_400_000)
  given(await step(claim, { kind: 'heard', present: { claimant: true, concerned: false }, record: 'Did not come' }))
  given(await decide(claim, 'allowed'))
  expect(await entryOf(man(8))).toBeNull()
  expect(code(await decide(claim, 'rejected'))).toBe('rolls.claim-closed')
  given(await step(claim, { kind: 'appeal-noted', court: 'Appellate authority', reference: '12/2024' }))
})

test('who is not of the area objects in vain, and a decision that the roll refuses leaves nothing', async () => {
  const claim = await lodge(objection(voter(85, '902010101', 'male', 6).cnic, '901010101', 9))
  given(await step(claim, { kind: 'hearing-set', hearing: hearing(0), waived: true }))
  given(await step(claim, { kind: 'heard', present, record: 'Both heard' }))
  const before = office.acts.length
  expect(code(await decide(claim, 'allowed'))).toBe('rolls.not-of-the-area')
  expect(office.acts).toHaveLength(before)
  expect(given(await decide(claim, 'rejected')).decision).toMatchObject({ actionId: null })
  expect(await entryOf(man(9))).not.toBeNull()
})

test('a correction is granted in part, and one of another district is left to it', async () => {
  const claim = await lodge(correction(man(10), { nameEn: 'Kashif Khan', nameUr: 'کاشف خان' }))
  given(await step(claim, { kind: 'hearing-set', hearing: hearing(0), waived: false }))
  given(await step(claim, { kind: 'heard', present, record: 'Card seen' }))
  given(await decide(claim, 'partly'))
  expect(await office.rolls.store.findVoter(man(10))).toMatchObject({ nameEn: 'Kashif Khan', nameUr: 'کاشف محمود' })
  const elsewhere = await lodge(correction(voter(85, '902010101', 'male', 6).cnic, { nameEn: 'Kashif' }))
  expect(code(await decide(elsewhere, 'allowed'))).toBe('rolls.voter-elsewhere')
})

test('nobody is corrected to an age at which nobody votes, nor to a name that the roll cannot print', async () => {
  expect(await office.claims.lodge(correction(man(17), { nameUr: 'Kashif' }))).toMatchObject({
    refusal: { kind: { code: 'rolls.incomplete-claim' }, field: '/nameUr' },
  })
  const claim = await lodge(correction(man(17), { dateOfBirth: '2008-01-01' }))
  given(await step(claim, { kind: 'hearing-set', hearing: hearing(0), waived: false }))
  given(await step(claim, { kind: 'heard', present, record: 'Card seen' }))
  expect(await decide(claim, 'allowed')).toMatchObject({
    refusal: { kind: { code: 'rolls.under-age' }, field: 'dateOfBirth' },
  })
  given(await decide(claim, 'rejected'))
  expect(await office.rolls.actions(man(17))).toEqual([])
})

test('in the display period the forms are those of the Revising Authority', async () => {
  office.display(true)
  const claim = await lodge(correction(man(11), { nameEn: 'Kashif' }))
  expect(claim).toMatchObject({ form: '17', period: 'display' })
  given(await decide(claim, 'allowed'))
  expect((await office.rolls.actions(man(11))).at(-1)).toMatchObject({ form: '17', section: 's.31' })
  office.display(false)
})

test('papers are told by their bytes and come back as they were', async () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const receipt = given(await office.claims.lodge({ ...correction(man(12), { nameEn: 'Kashif' }), papers: [jpeg] }))
  const [paper] = receipt.claim.evidence
  expect(given(await office.claims.paper(receipt.claim, paper?.sha256 ?? ''))).toEqual({
    bytes: jpeg,
    mediaType: 'image/jpeg',
  })
  const html = { ...correction(man(13), { nameEn: 'Kashif' }), papers: [Buffer.from('<html>')] }
  expect(code(await office.claims.lodge(html))).toBe('rolls.evidence-type')
  const { docket, district } = receipt.claim
  expect(given(await office.claims.addPaper({ docket, district }, jpeg, officer)).evidence).toHaveLength(2)
  expect(given(await office.claims.withPin(docket, receipt.pin ?? '')).claim.docket).toBe(docket)
  expect(code(await office.claims.withPin(docket, '22222222'))).toBe('rolls.unknown-claim')
})

test('the door: lists who waits, takes what was found, and an officer draws each consequence', async () => {
  const newcomer = enrolment(500, '901010102')
  const { identity, chosen } = newcomer
  await office.rolls.change(identity.cnic, { kind: 'to-verify', identity, chosen }, { actor: officer, cause: 'feed:1' })
  const [dead, gone] = [1, 2].map((n) => voter(39 + n, '901010102', 'male', n).cnic)
  for (const cnic of [dead, gone])
    await office.rolls.change(cnic as Cnic, { kind: 'death-noted' }, { actor: officer, cause: 'feed:1' })
  const id = given(await office.doors.makeList('attock', '901010102', officer))
  const list = given(await office.doors.get('attock', id))
  expect(list.people.map(({ cnic, why }) => [cnic, why])).toEqual([
    [dead, 'death-noted'],
    [gone, 'death-noted'],
    [identity.cnic, 'to-verify'],
  ])
  expect(code(await office.doors.makeList('attock', '901010102', officer))).toBe('rolls.nobody-to-visit')
  const findings = ['dead', 'unknown', 'found'] as const
  const returns = findings.map((finding, n) => ({ line: n + 1, finding, note: '' }))
  const sheet = { official: 'Verifying official', visitedOn: '2024-03-09', returns }
  given(await office.doors.enterReturns('attock', id, sheet, officer))
  expect(code(await office.doors.enterReturns('attock', id, sheet, officer))).toBe('rolls.already-returned')
  // Nothing has happened by itself.
  expect(await entryOf(dead as Cnic)).not.toBeNull()
  const effects = []
  for (const line of [1, 2, 3]) effects.push(given(await office.doors.carryOut('attock', id, line, officer)))
  expect(effects).toEqual(['change', 'objection', 'change'])
  expect(await entryOf(dead as Cnic)).toBeNull()
  expect(await entryOf(gone as Cnic)).not.toBeNull()
  expect(await entryOf(identity.cnic)).toMatchObject({ block: '901010102' })
  const after = given(await office.doors.get('attock', id))
  expect(after.effects[1]?.docket).toMatch(/^ATT-2024-/)
  expect(code(await office.doors.carryOut('attock', id, 1, officer))).toBe('rolls.nothing-returned')
})

test('while the roll is frozen a claim is taken in and told so; it is decided only under an order of the Commission', async () => {
  await office.rolls.addRoll({ ...roll, id: 'frozen-2024' as RollId, termEndsOn: '2024-06-29' }, { actor: officer })
  office.clock.set('2024-06-05T06:00:00Z')
  const receipt = given(await office.claims.lodge(correction(man(14), { nameEn: 'Kashif' })))
  expect(receipt.clock).toEqual({ dueOn: null, isFrozen: true, mayBeLater: false })
  const { claim } = receipt
  expect(code(await decide(claim, 'allowed'))).toBe('rolls.decided-after-results')
  expect(code(await decide(claim, 'allowed', 'F.1/2024'))).toBe('rolls.order-elsewhere')
  const act = commissionOrderAct({ ...office.parts, database: office.database })
  const order = (number: string, scope: Parameters<typeof orderProposal>[0]['scope']) =>
    act.carryOut(orderProposal({ number, scope, reason: 'Ordered by the Commission' }), {
      id: `approval-${number}`,
      proposedBy: officer,
      approvedBy: { kind: 'account', id: 'second' },
      approvedAt: office.clock.now().toISOString(),
    })
  given(await order('F.1/2024', { kind: 'person', cnic: man(15) }))
  expect(code(await decide(claim, 'allowed', 'F.1/2024'))).toBe('rolls.order-elsewhere')
  given(await order('F.2/2024', { kind: 'claim', docket: claim.docket }))
  expect(code(await order('F.2/2024', { kind: 'claim', docket: claim.docket }))).toBe('done')
  given(await decide(claim, 'allowed', 'F.2/2024'))
  expect((await office.rolls.actions(man(14))).at(-1)).toMatchObject({ cause: 'order:F.2/2024' })
  const other = await lodge(correction(man(15), { nameEn: 'Kashif' }))
  given(await decide(other, 'allowed', 'F.1/2024'))
})

test('the audit agrees with every act, none of which names a person, and finds what was changed by hand', async () => {
  const audited = () => [...auditedClaims(office.database), ...auditedRolls(office.database)]
  expect(await disagreements(audited(), office.acts)).toEqual([])
  for (const act of office.acts) expect(JSON.stringify(act)).not.toMatch(/99001\d{8}/)
  await tamper(office.url, `update rolls.claim set due_on = due_on + 30 where docket = 'ATT-2024-000001'`)
  await tamper(office.url, `update rolls.door_return set finding = 'found' where line = 1`)
  expect(await disagreements(audited(), office.acts)).toEqual([
    'rolls.claim:ATT-2024-000001: differs',
    expect.stringMatching(/^rolls\.door-list:\d+: differs$/),
  ])
})
