import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { stageNames, stageWords } from '../../../core/editions/stage-words.ts'
import { displayWords } from '../display-words.ts'
import { editionWords, printWords } from './words.ts'

test('the texts of editions, prints and display say the same in both languages, with the same placeholders', () => {
  for (const words of [editionWords, printWords, stageWords, stageNames, displayWords])
    expect(catalogueProblems(words)).toEqual([])
})
