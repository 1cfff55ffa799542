import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words as accountWords } from './account/words.ts'
import { words as signInWords } from './account/sign-in-words.ts'
import { words as stepUpWords } from './step-up/words.ts'
import { words } from './words.ts'

test("the console's frame speaks both languages, with the same placeholders", () => {
  expect(catalogueProblems(words)).toEqual([])
})

test('sign-in, the account and the step-up speak both languages, with the same placeholders', () => {
  expect([accountWords, signInWords, stepUpWords].flatMap((each) => catalogueProblems(each))).toEqual([])
})
