import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { choices, fieldNames, hints, words } from './words.ts'

test('the public pages of claims say the same in both languages, with the same placeholders', () => {
  const all = [words, fieldNames, hints, ...Object.values(choices)]
  expect(all.flatMap((one) => catalogueProblems(one))).toEqual([])
})
