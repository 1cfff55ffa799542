import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { totalNames, words } from './words.ts'

test("the console's texts say the same in both languages, with the same placeholders", () => {
  expect([...catalogueProblems(words), ...catalogueProblems(totalNames)]).toEqual([])
})
