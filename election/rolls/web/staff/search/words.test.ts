import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { howWords, words } from './words.ts'

test('every text of the search stands in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
  expect(catalogueProblems(howWords)).toEqual([])
})
