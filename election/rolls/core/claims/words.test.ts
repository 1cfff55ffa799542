import { catalogueProblems } from '@intikhab/kernel/language'
import { expect, test } from 'vitest'
import { claimForms } from './forms.ts'
import { commissionOrderWords } from './commission-order-words.ts'
import { paperWords } from './paper-words.ts'
import { claimWords, findingWords, removalWords } from './words.ts'

test('everything said of claims is said in both languages, with the same placeholders', () => {
  expect(catalogueProblems({ ...claimWords, ...commissionOrderWords })).toEqual([])
  expect([findingWords, removalWords, paperWords].flatMap(catalogueProblems)).toEqual([])
})

test('every line of the forms has its Urdu', () => {
  const forms = Object.values(claimForms)
  const parts = forms.flatMap((form) => form.parts)
  const lines = [
    ...forms.map(({ title }) => title),
    ...forms.map(({ lead }) => lead),
    ...forms.flatMap(({ papers }) => papers),
    ...parts.map(({ title }) => title),
    ...parts.flatMap(({ fields }) => fields),
  ]
  expect(lines.filter(({ en, ur }) => en === '' || !/\p{Script=Arabic}/u.test(ur))).toEqual([])
})
