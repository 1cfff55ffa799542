import type { Grant, Role, Scope } from '@intikhab/kernel/identity'
import { marks, roles } from '@intikhab/kernel/identity'
import { expect, test } from 'vitest'
import { placeChoices, roleChoices, type Rules } from './choices.ts'
import type { ListedOffice } from './people-data.ts'

const rules: Rules = { roles, inviting: new Set(marks('accounts.invite').keys()) }
const electionId = 'e-1'
const office = (id: string, kind: ListedOffice['kind'], parent: string | null, scope: Scope): ListedOffice => ({
  id,
  kind,
  name: { en: id, ur: id },
  parent,
  scope,
})
const offices = [
  office('secretariat', 'secretariat', null, { kind: 'national' }),
  office('dec-a', 'district-officer', 'secretariat', { kind: 'district', code: 'a' }),
  office('dec-b', 'district-officer', 'secretariat', { kind: 'district', code: 'b' }),
  office('ro-1', 'returning-officer', 'dec-a', { kind: 'constituency', code: 'NA-1', electionId }),
  office('ro-2', 'returning-officer', 'dec-b', { kind: 'constituency', code: 'NA-2', electionId }),
  office('ro-1-later', 'returning-officer', 'dec-b', { kind: 'constituency', code: 'NA-1', electionId: 'e-2' }),
  office('fbr', 'agency', 'secretariat', { kind: 'agency', code: 'fbr' }),
]
const secretariat: Grant[] = [{ role: 'secretariat', scope: { kind: 'national' } }]
const district: Grant[] = [{ role: 'district-officer', scope: { kind: 'district', code: 'a' } }]
const seat: Grant[] = [{ role: 'returning-officer', scope: { kind: 'constituency', code: 'NA-1', electionId } }]
const keys = (role: Role, grants: readonly Grant[], election: string | undefined = electionId) =>
  placeChoices(role, election, offices, grants, rules).map(({ key }) => key)

test('a form offers the roles below one’s own, and those above only to whoever may propose them', () => {
  const offered = roleChoices(seat, rules, false).map(({ role }) => role)
  expect(offered).toEqual(['assistant-returning-officer', 'presiding-officer', 'data-entry', 'supervisor', 'observer'])
  expect(roleChoices(district, rules, true)).toContainEqual({ role: 'district-officer', byTwo: true })
  expect(roleChoices([{ role: 'auditor', scope: { kind: 'national' } }], rules, false)).toEqual([])
})

test('a district officer is offered the seats of the own district, in the election chosen', () => {
  expect(keys('returning-officer', district)).toEqual(['constituency/NA-1'])
  expect(keys('returning-officer', district, 'e-2')).toEqual([])
  expect(keys('returning-officer', secretariat)).toEqual(['constituency/NA-1', 'constituency/NA-2'])
  expect(keys('district-officer', secretariat)).toEqual(['district/a', 'district/b'])
})

test('a returning officer is offered the own seat, for its stations too', () => {
  expect(keys('presiding-officer', seat)).toEqual(['constituency/NA-1'])
  expect(keys('presiding-officer', seat, 'e-2')).toEqual([])
  expect(keys('observer', seat)).toEqual(['constituency/NA-1'])
})

test('an agency’s desk is offered its agency, and the place says its election where the role is of one', () => {
  expect(keys('agency', secretariat, undefined)).toEqual(['agency/fbr'])
  expect(placeChoices('observer', electionId, offices, secretariat, rules)[0]?.scope).toEqual({
    kind: 'national',
    electionId,
  })
})
