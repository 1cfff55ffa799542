import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test('the auditor’s desk speaks both languages, with the same placeholders', () => {
  expect(catalogueProblems(words)).toEqual([])
})
