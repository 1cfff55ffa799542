import { catalogueProblems } from '@intikhab/kernel/language'
import { words as shared } from '@intikhab/kernel/screens'
import { expect, test } from 'vitest'
import { enrolWords } from './enrol-words.ts'
import { words } from './words.ts'

test('every text of the frame and of the common pages is whole in both languages', () => {
  expect([...catalogueProblems(shared), ...catalogueProblems(words), ...catalogueProblems(enrolWords)]).toEqual([])
})
