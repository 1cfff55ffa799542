import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { groundOf, mayDecide } from './decision.ts'
import { reasonWords, suspicionKinds, tellReason } from './suspicion.ts'

test('every reason is told in both languages', () => {
  expect(catalogueProblems(reasonWords)).toEqual([])
  expect(tellReason({ code: 'crowded-household', values: { voters: 34, household: 777 } }, 'en')).toBe(
    '34 voters are entered in household 777.',
  )
})

test('nothing that is decided strikes anybody off: at most an objection is opened, on its ground', () => {
  expect(suspicionKinds.filter((kind) => !mayDecide(kind).includes('no-fault'))).toEqual([])
  expect(mayDecide('gender')).not.toContain('objected')
  expect([groundOf['two-cards'], groundOf.dead, groundOf['crowded-house']]).toEqual(['twice', 'dead', 'not-resident'])
})
