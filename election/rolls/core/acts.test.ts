import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { rollsActs } from './acts.ts'
import { freezeWords } from './register/freeze-words.ts'

test('every act of the rolls is told in both languages, from the same values', () => {
  expect(catalogueProblems({ ...rollsActs, ...freezeWords })).toEqual([])
})
