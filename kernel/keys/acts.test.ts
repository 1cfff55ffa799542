import { expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import { keyActs } from './acts.ts'

test('the ends of keys are told in both languages, with the same placeholders', () => {
  expect(catalogueProblems(keyActs)).toEqual([])
})
