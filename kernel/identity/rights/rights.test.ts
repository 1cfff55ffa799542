import { testSession as session } from '@intikhab/kernel/testkit'
import { catalogue, catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { actNames, acts, approversFor, isWeighty, marks, needsFreshFactor, rolesFor } from './acts.ts'
import type { Grant, Person, Where } from './person.ts'
import { actsOf, findApprovingGrant, findGrant } from './rights.ts'
import { roleNames } from './roles.ts'

const noon = new Date('2024-02-08T07:00:00Z')
const holding = (...grants: Grant[]): Person => ({ accountId: 'a', name: 'Officer', grants, session })
const may = (person: Person, act: string, where?: Where, at = noon) => findGrant(person, act, where, at) !== undefined
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

test('an office of one election does nothing in another, nor where no election is named', () => {
  const held = holding({ role: 'returning-officer', scope: { ...na21, electionId: 'general-election-2024' } })
  expect(may(held, 'results.postal', { ...na21, electionId: 'general-election-2024' })).toBe(true)
  expect(may(held, 'results.postal', { ...na21, electionId: 'by-election-2025' })).toBe(false)
  expect(may(held, 'results.postal', na21)).toBe(false)
})

test('an office begins at its first instant and is over at its last', () => {
  const terms = { from: '2024-02-08T07:00:00.000Z', until: '2024-02-22T19:00:00.000Z' }
  const held = holding({ role: 'returning-officer', scope: na21, ...terms })
  const at = (instant: string) => may(held, 'results.postal', na21, new Date(instant))
  expect(at('2024-02-08T06:59:59.999Z')).toBe(false)
  expect(at('2024-02-08T07:00:00.000Z')).toBe(true)
  expect(at('2024-02-22T18:59:59.999Z')).toBe(true)
  expect(at('2024-02-22T19:00:00.000Z')).toBe(false)
})

test('anywhere asks only whether the act is held over some place; an empty list of places is no place', () => {
  expect(may(officerOfNa21, 'results.consolidate', 'anywhere')).toBe(true)
  expect(may(officerOfNa21, 'publish.edition', 'anywhere')).toBe(false)
  expect(may(secretariat, 'publish.edition', [])).toBe(false)
})

test('each grant brings only its own acts to its own place', () => {
  const two = holding({ role: 'data-entry', scope: na21 }, { role: 'returning-officer', scope: na22 })
  expect(may(two, 'results.correct', na21)).toBe(true)
  expect(may(two, 'results.consolidate', na21)).toBe(false)
  expect(may(two, 'results.consolidate', na22)).toBe(true)
  expect(findGrant(two, 'results.correct', na21, noon)?.role).toBe('data-entry')
})

test('who keys a form proposes its correction and never approves one', () => {
  const clerk = holding({ role: 'data-entry', scope: na21 })
  expect(may(clerk, 'results.correct', na21)).toBe(true)
  expect(findApprovingGrant(clerk, 'results.correct', na21, noon)).toBeUndefined()
  expect(findApprovingGrant(officerOfNa21, 'results.correct', na21, noon)?.role).toBe('returning-officer')
  expect(findApprovingGrant(officerOfNa21, 'results.correct', na22, noon)).toBeUndefined()
})

test('nobody may an act that does not exist, and nobody without an office may anything', () => {
  expect(may(secretariat, 'results.invent')).toBe(false)
  expect(actsOf(holding(), noon)).toEqual([])
})

test('an auditor reads and never writes; who publishes cannot correct', () => {
  const auditors = [...acts].filter((act) => marks(act).has('auditor'))
  expect(auditors.every((act) => /\.read/.test(act))).toBe(true)
  for (const act of ['results.correct', 'results.consolidate', 'results.postal', 'results.decide-late'])
    expect(rolesFor(act)).not.toContain('secretariat')
})

test('every act has somebody who may do it, somebody who may approve it where it takes two, and a name', () => {
  expect([...acts].filter((act) => rolesFor(act).length === 0)).toEqual([])
  expect([...acts].filter((act) => isWeighty(act) && approversFor(act).length === 0)).toEqual([])
  expect([...acts].filter((act) => isWeighty(act) && !needsFreshFactor(act))).toEqual([])
  expect(Object.keys(actNames).toSorted()).toEqual([...acts].toSorted())
  expect(catalogueProblems(catalogue({ ...actNames, ...roleNames }))).toEqual([])
})
