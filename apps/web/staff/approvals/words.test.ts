import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test('the screens of approval speak both languages, with the same placeholders', () => {
  expect(catalogueProblems(words)).toEqual([])
})
