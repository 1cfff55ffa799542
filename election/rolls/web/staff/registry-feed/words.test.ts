import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test("the feed's texts say the same in both languages, with the same placeholders", () => {
  expect(catalogueProblems(words)).toEqual([])
})
