import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test('the history of a record speaks both languages, with the same placeholders', () => {
  expect(catalogueProblems(words)).toEqual([])
})
