import { acts } from '@intikhab/kernel/identity'
import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { actNames } from './act-names.ts'
import { words } from './words.ts'

test("the console's frame speaks both languages, with the same placeholders", () => {
  expect(catalogueProblems(words)).toEqual([])
})

test('every act of the rights table has its name on the console, and no other', () => {
  expect(Object.keys(actNames).toSorted()).toEqual([...acts].toSorted())
})
