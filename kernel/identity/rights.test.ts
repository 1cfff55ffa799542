import { expect, test } from 'vitest'
import { roleNames, acts, may, rolesFor, type Grant, type Person } from './index.ts'
import { actsOf } from './rights.ts'

const holding = (...grants: Grant[]): Person => ({ accountId: 'a', name: 'Officer', grants })
const na21 = { kind: 'constituency', code: 'NA-21' } as const
const na22 = { kind: 'constituency', code: 'NA-22' } as const
const khyberPakhtunkhwa = { kind: 'province', code: 'khyber-pakhtunkhwa' } as const
const officerOfNa21 = holding({ role: 'returning-officer', scope: na21 })
const secretariat = holding({ role: 'secretariat', scope: { kind: 'national' } })

test('a returning officer consolidates the own seat and touches no other', () => {
  expect(may(officerOfNa21, 'results.consolidate', na21)).toBe(true)
  expect(may(officerOfNa21, 'results.consolidate', na22)).toBe(false)
  expect(may(officerOfNa21, 'results.consolidate', khyberPakhtunkhwa)).toBe(false)
  expect(may(officerOfNa21, 'results.consolidate', { kind: 'province', code: 'NA-21' })).toBe(false)
})

test('without a place an act must be held nationally', () => {
  expect(may(officerOfNa21, 'results.consolidate')).toBe(false)
  expect(may(secretariat, 'publish.edition')).toBe(true)
})

test('an office over a province reaches a seat that is named together with its province', () => {
  const commissioner = holding({ role: 'provincial-officer', scope: khyberPakhtunkhwa })
  expect(may(commissioner, 'results.read-desk', [na21, khyberPakhtunkhwa])).toBe(true)
  expect(may(commissioner, 'results.read-desk', [na21, { kind: 'province', code: 'punjab' }])).toBe(false)
  expect(may(commissioner, 'results.read-desk', na21)).toBe(false)
  expect(may(secretariat, 'results.read-desk', na21)).toBe(true)
})

test('anywhere asks only whether the act is held over some place; an empty list of places is no place', () => {
  expect(may(officerOfNa21, 'results.consolidate', 'anywhere')).toBe(true)
  expect(may(officerOfNa21, 'publish.edition', 'anywhere')).toBe(false)
  expect(may(secretariat, 'publish.edition', [])).toBe(false)
})

test('each grant brings only its own acts to its own place', () => {
  const two = holding({ role: 'data-entry', scope: na21 }, { role: 'returning-officer', scope: na22 })
  expect(may(two, 'results.enter', na21)).toBe(true)
  expect(may(two, 'results.consolidate', na21)).toBe(false)
  expect(may(two, 'results.consolidate', na22)).toBe(true)
})

test('nobody may an act that does not exist, and nobody without an office may anything', () => {
  expect(may(secretariat, 'results.invent')).toBe(false)
  expect(actsOf(holding())).toEqual([])
})

test('an auditor reads and never writes; who publishes cannot correct, and who keys cannot approve', () => {
  const auditors = [...acts].filter((act) => rolesFor(act).includes('auditor'))
  expect(auditors.every((act) => /\.read/.test(act))).toBe(true)
  for (const act of [
    'results.enter',
    'results.correct',
    'results.consolidate',
    'results.postal',
    'results.accept-late',
  ])
    expect(rolesFor(act)).not.toContain('secretariat')
  for (const act of ['results.correct', 'results.consolidate', 'publish.edition'])
    expect(rolesFor(act)).not.toContain('data-entry')
})

test('every line of the table has a mark for each office and somebody who may', () => {
  expect([...acts].filter((act) => rolesFor(act).length === 0)).toEqual([])
  expect(rolesFor('programme.read')).toEqual(Object.keys(roleNames))
})
