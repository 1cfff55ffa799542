import { catalogueProblems } from '@intikhab/kernel/language'
import { findingKinds } from '@intikhab/kernel/ledger'
import { expect, test } from 'vitest'
import { auditWords } from './words.ts'

test('the auditor’s report speaks both languages, with the same placeholders', () => {
  expect(catalogueProblems(auditWords)).toEqual([])
})

test('every finding has its heading and its sentence in both languages, with the same placeholders', () => {
  const kinds = Object.entries(findingKinds)
  expect(catalogueProblems(Object.fromEntries(kinds.map(([code, { title }]) => [code, title])))).toEqual([])
  expect(catalogueProblems(Object.fromEntries(kinds.map(([code, { sentence }]) => [code, sentence])))).toEqual([])
})
