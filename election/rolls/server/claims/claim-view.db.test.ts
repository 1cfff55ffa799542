import type { Outcome } from '@intikhab/kernel/refusal'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Claim } from '../../core/claims/claim.ts'
import { placeCauses } from '../register/cause-places.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { correction, objection, officer, openClaimsOffice, registration, type ClaimsOffice } from './claims.testkit.ts'
import { viewClaim, type ClaimReader } from './claim-view.ts'
import { decideClaim } from './decide.ts'

let office: ClaimsOffice
beforeAll(async () => {
  office = await openClaimsOffice(inject('postgresUrl'))
})
afterAll(() => office.drop())

const man = (n: number) => voter(n - 1, '901010101', 'male', n).cnic
const reader: ClaimReader = {
  seesPeople: true,
  reads: (district) => district === 'attock',
  whoIs: async (name) => ({ name, office: null }),
}
const given = <T>(outcome: Outcome<T>): T =>
  outcome.ok ? outcome.value : expect.fail(`refused: ${outcome.refusal.kind.code}`)
const lodge = async (lodging: Parameters<ClaimsOffice['claims']['lodge']>[0]) =>
  given(await office.claims.lodge(lodging)).claim
const view = async ({ docket, district }: Claim) =>
  viewClaim(office.parts, given(await office.claims.get({ docket, district })), reader)

test('the officer is led to the history of whoever the claim is about, in a district of the own office alone', async () => {
  const here = await view(await lodge(correction(man(1), { nameEn: 'Ali' })))
  expect(here.voter).toEqual({ district: 'attock', handle: office.parts.handles.handleOf(man(1)) })
  const there = voter(85, '902010101', 'male', 6).cnic
  expect((await view(await lodge(registration(there, '901010101')))).voter).toBeNull()
  const objected = await view(await lodge(objection(man(2), '901010101', 3)))
  expect(objected.voter?.handle).toBe(office.parts.handles.handleOf(man(3)))
  expect((await view(await lodge(objection(man(4), '901010101', 9999)))).voter).toBeNull()
})

test('who was taken off by an objection or a registered death is known as such when they claim to be enrolled', async () => {
  const claim = await lodge(objection(man(5), '901010101', 6))
  const place = { docket: claim.docket, district: claim.district }
  const hearing = { at: office.clock.now().toISOString(), room: 'Room 1' }
  await office.claims.step(place, { kind: 'hearing-set', hearing, waived: true }, officer)
  const present = { claimant: true, concerned: true }
  await office.claims.step(place, { kind: 'heard', present, record: 'Both heard' }, officer)
  const order = { outcome: 'allowed', reasons: 'Has moved away', granted: null, under: null } as const
  expect((await decideClaim(office.parts, place, order, officer)).ok).toBe(true)
  await office.rolls.change(man(7), { kind: 'deleted' }, { actor: officer, cause: 'feed:4711' })
  const findings = async (n: number) => (await view(await lodge(registration(man(n), '901010102')))).findings
  expect(await findings(6)).toMatchObject([
    { code: 'is-off-the-roll' },
    {
      code: 'was-removed',
      block: '901010101',
      day: '2024-03-01',
      why: { en: `does not live in this area (claim ${claim.docket})` },
    },
    { code: 'card-has-no-address', claimed: '901010102' },
  ])
  const death = { why: { en: 'registered death (record 4711 of the civil registry)' } }
  expect((await findings(7))[1]).toMatchObject(death)
  // A new card brings nobody back unseen: a visit is to come, and the officer still sees what was.
  const { entry: _entry, status: _status, chosen, ...identity } = voter(6, '901010101', 'male', 7)
  await office.rolls.change(man(7), { kind: 'to-verify', identity, chosen }, { actor: officer, cause: 'feed:4712' })
  const again = await office.claims.lodge(correction(man(7), { nameEn: 'Ali' }))
  expect((await view(given(again).claim)).findings).toMatchObject([{ code: 'not-on-roll' }, death])
  const past = (await view(claim)).past
  expect(past.map(({ by }) => by?.name)).toEqual(past.map(() => officer.id))
})

test('a cause can be opened in the district whose claim it is, and nowhere else', async () => {
  const { docket } = await lodge(correction(man(9), { nameEn: 'Ali' }))
  const causes = [`claim:${docket}`, 'claim:ATT-2024-999999', 'door:1/1', 'feed:1']
  const isHere = async (district: string) => {
    const own = await placeCauses(office.database.tables(), district, causes)
    return causes.filter(own)
  }
  expect(await isHere('attock')).toEqual([`claim:${docket}`])
  expect(await isHere('quetta')).toEqual([])
})
