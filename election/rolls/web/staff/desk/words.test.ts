import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { clockWords, suspicionNames, words } from './words.ts'

test('every text of the registration desk stands in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
  expect(catalogueProblems(suspicionNames)).toEqual([])
  expect(catalogueProblems(clockWords)).toEqual([])
})
