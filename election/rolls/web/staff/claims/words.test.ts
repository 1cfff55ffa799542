import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { doorWords, words } from './words.ts'

test('the registration desk says the same in both languages, with the same placeholders', () => {
  expect([...catalogueProblems(words), ...catalogueProblems(doorWords)]).toEqual([])
})
