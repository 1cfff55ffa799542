import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { staffWords } from './words.ts'

test("the desk's texts say the same in both languages, with the same placeholders", () => {
  expect(catalogueProblems(staffWords)).toEqual([])
})
