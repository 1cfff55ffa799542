import { catalogueProblems } from '@intikhab/kernel/language'
import { words as shared } from '@intikhab/kernel/screens'
import { expect, test } from 'vitest'
import { words } from './words.ts'

test('every text of the frame and of the common pages is whole in both languages', () => {
  expect([...catalogueProblems(shared), ...catalogueProblems(words)]).toEqual([])
})
