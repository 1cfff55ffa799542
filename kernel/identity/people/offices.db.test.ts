import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Grant, Person, Scope } from '../rights/person.ts'
import { codeOf, openPeopleHouse, type PeopleHouse } from './people.testkit.ts'

const electionId = 'e-1'
const islamabad: Scope = { kind: 'district', code: 'islamabad' }
const na46: Scope = { kind: 'constituency', code: 'NA-46', electionId }
const ro: Grant = { role: 'returning-officer', scope: na46 }

let house: PeopleHouse
let district: Person

beforeAll(async () => {
  house = await openPeopleHouse(inject('postgresUrl'))
  district = await house.hire('dec-islamabad', { role: 'district-officer', scope: islamabad })
})
afterAll(() => house.close())

const tryInvite = async (by: Person, grant: Grant) =>
  codeOf(await house.identity.invitations.invite({ name: 'Somebody', grants: [grant] }, by))

const actor = { kind: 'system', id: 'test' } as const
const text = (id: string) => ({ en: id, ur: id })
const office = (
  id: string,
  kind: 'returning-officer' | 'district-officer' | 'agency',
  parent: string,
  scope: Scope,
) => ({ id, kind, name: text(id), parent, scope })

test.each([
  [
    'over a place of the wrong kind',
    office('x', 'returning-officer', 'dro-islamabad', { ...islamabad, electionId }),
    'identity.office-misplaced',
  ],
  [
    'of an election, without one',
    office('x', 'returning-officer', 'dro-islamabad', { kind: 'constituency', code: 'NA-47' }),
    'identity.office-election',
  ],
  ['that stands already', office('x', 'returning-officer', 'dro-islamabad', na46), 'identity.office-exists'],
  [
    'below an office that is not open',
    office('x', 'returning-officer', 'nobody', { ...na46, code: 'NA-47' }),
    'identity.office-parent',
  ],
  [
    'below an office of another election',
    office('x', 'returning-officer', 'dro-islamabad', { ...na46, code: 'NA-47', electionId: 'e-2' }),
    'identity.office-parent',
  ],
  [
    'below a lower one',
    office('x', 'district-officer', 'ro-na-46', { kind: 'district', code: 'attock' }),
    'identity.office-parent',
  ],
  [
    'of an agency, below a district',
    office('x', 'agency', 'dec-islamabad', { kind: 'agency', code: 'nab' }),
    'identity.office-parent',
  ],
])('an office %s is refused', async (_what, request, code) => {
  expect(codeOf(await house.identity.offices.openOffices([request], actor))).toBe(code)
})

test('offices open all or none, place their people at once, and close when empty', async () => {
  const na48: Scope = { ...na46, code: 'NA-48' }
  const good = office('ro-na-48', 'returning-officer', 'dro-islamabad', na48)
  expect(codeOf(await house.identity.offices.openOffices([good, good], actor))).toBe('identity.office-exists')
  expect(await tryInvite(district, { ...ro, scope: na48 })).toBe('identity.place-unknown')
  expect(codeOf(await house.identity.offices.openOffices([good], actor))).toBe('done')
  const officer = await house.hire('ro-na-48', { ...ro, scope: na48 })
  const close = async (id: string) => codeOf(await house.identity.offices.closeOffice(id, actor))
  expect(await close('ro-na-48')).toBe('identity.office-held')
  expect(await close('dro-islamabad')).toBe('identity.office-not-empty')
  await house.identity.people.closeAccount(district, officer.accountId, 'The seat is gone')
  expect(await close('ro-na-48')).toBe('done')
  expect(await close('ro-na-48')).toBe('identity.office-unknown')
  expect(await tryInvite(district, { ...ro, scope: na48 })).toBe('identity.place-unknown')
})
