import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test('every text of the log of searches stands in both languages', () => {
  expect(catalogueProblems(words)).toEqual([])
})
