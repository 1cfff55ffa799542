import { expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import { findFindingKind, findingTexts } from './findings.ts'
import { findRefusalOfCheck, resultsRefusals } from './refusals.ts'

test('every finding and refusal has a whole sentence in English and Urdu', () => {
  expect(catalogueProblems(findingTexts)).toEqual([])
  expect(catalogueProblems(resultsRefusals)).toEqual([])
  for (const { code, en, ur } of Object.values(resultsRefusals)) {
    expect(code).toMatch(/^results\.[a-z0-9-]+$/)
    expect([code, en.at(-1), ur.at(-1)]).toEqual([code, '.', '۔'])
    expect(ur).not.toMatch(/[\u064A\u0643\u0629]/)
  }
})

test('a blocking check that a single form can fail has a refusal of its own name', () => {
  const acrossForms = new Set(['box-differs'])
  for (const code of Object.keys(findingTexts)) {
    if (findFindingKind(code)?.level !== 'block' || acrossForms.has(code)) continue
    expect(findRefusalOfCheck(code)?.code).toBe(`results.${code}`)
  }
})

test('text of a stranger is no finding', () => {
  expect(findFindingKind('constructor')).toBeUndefined()
  expect(findRefusalOfCheck('toString')).toBeUndefined()
})
