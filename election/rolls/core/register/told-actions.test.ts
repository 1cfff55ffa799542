import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { changeKinds } from './change.ts'
import { kashif } from './made-up-voter.testkit.ts'
import { tellAction, voterFields, voterValues } from './told-actions.ts'
import type { Voter } from './voter.ts'

test('every action is told in both languages', () => {
  for (const kind of changeKinds)
    for (const language of ['en', 'ur'] as const)
      expect(tellAction({ kind, before: kashif, after: kashif }, language).sentence).toMatch(/[.۔]$/)
  expect([...catalogueProblems(voterFields), ...catalogueProblems(voterValues)]).toEqual([])
})

test('a correction tells each field that differs, and nothing else', () => {
  const after = { ...kashif, nameUr: 'کاشف محمد', dateOfBirth: '1981-06-15' }
  expect(tellAction({ kind: 'corrected', before: kashif, after }, 'en')).toEqual({
    sentence: 'The entry was corrected.',
    differences: [
      { field: 'name', before: 'کاشف محمود (Kashif Mehmood)', after: 'کاشف محمد (Kashif Mehmood)' },
      { field: 'born', before: '15 June 1980', after: '15 June 1981' },
    ],
  })
})

test('a removal says from where, and that no entry is left', () => {
  const after: Voter = { ...kashif, status: 'removed', entry: null }
  const told = tellAction({ kind: 'deleted', before: kashif, after }, 'ur')
  expect(told.sentence).toBe('نام بلاک 901010101 کی فہرست سے خارج ہوا۔')
  expect(told.differences.map(({ field }) => field)).toEqual(['block', 'serial', 'household', 'status'])
})
