import { expect, test } from 'vitest'
import type { Grant } from '../rights/person.ts'
import { isInForce } from '../rights/rights.ts'
import { effectiveGrants, type TermOf } from './terms.ts'

const term = { from: '2023-12-15T19:00:00.000Z', until: '2024-03-24T19:00:00.000Z' }
const termOf: TermOf = (electionId) => (electionId === 'e-1' ? term : undefined)
const seat = { kind: 'constituency', code: 'NA-46', electionId: 'e-1' } as const
const held: Grant = { role: 'returning-officer', scope: seat }

test('an office of an election is held for the term of its programme', () => {
  expect(effectiveGrants([held], termOf)).toEqual([{ ...held, ...term }])
})

test('when the programme moves, the term moves with it', () => {
  const later = { from: '2024-01-15T19:00:00.000Z', until: '2024-04-24T19:00:00.000Z' }
  expect(effectiveGrants([held], () => later)).toEqual([{ ...held, ...later }])
})

test('dates of its own narrow a term and never widen it', () => {
  const wide = { from: '2020-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z' }
  const narrow = { from: '2024-02-01T00:00:00.000Z', until: '2024-02-10T00:00:00.000Z' }
  expect(effectiveGrants([{ ...held, ...wide }], termOf)).toEqual([{ ...held, ...term }])
  expect(effectiveGrants([{ ...held, ...narrow }], termOf)).toEqual([{ ...held, ...narrow }])
})

test('dates beyond the programme leave no instant at which the office is held', () => {
  const [after] = effectiveGrants([{ ...held, from: '2025-01-01T00:00:00.000Z' }], termOf)
  const instants = ['2024-02-01T00:00:00.000Z', '2024-12-31T00:00:00.000Z', '2025-06-01T00:00:00.000Z']
  expect(instants.some((at) => isInForce(after ?? held, at))).toBe(false)
})

test('an office of an election that nobody announced is not held', () => {
  expect(effectiveGrants([{ ...held, scope: { ...seat, electionId: 'e-9' } }], termOf)).toEqual([])
})

test('an office of no election keeps its own dates', () => {
  const standing: Grant = { role: 'auditor', scope: { kind: 'national' }, until: '2024-12-31T00:00:00.000Z' }
  expect(effectiveGrants([standing], termOf)).toEqual([standing])
})
