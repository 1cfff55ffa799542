import { describe, expect, test } from 'vitest'
import { catalogueProblems, languages } from '@intikhab/kernel/language'
import { findRulePack, listValues, rulePacks } from '@intikhab/law'
import { legalValueText } from './legal-value.ts'
import { codes, marks, units, words } from './words.ts'

const pack = findRulePack('elections-act-2017@2018') ?? rulePacks[0]!
const say = (language: 'en' | 'ur', path: string) => {
  const value = listValues(pack).find((each) => each.path === path)
  if (!value) throw new Error(`no value ${path}`)
  return legalValueText(language, value)
}

test.each([words, units, codes, marks])('the texts stand in both languages', (texts) => {
  expect(catalogueProblems(texts)).toEqual([])
})

describe('a value of the law is said with its unit', () => {
  test.each([
    ['programme.minimumTotalDays', '54 days', '54 دن'],
    ['programme.namesPublishedDays', '1 day', '1 دن'],
    ['candidate.depositNationalRupees', 'Rs 30,000', '30,000 روپے'],
    ['recount.marginPercent', '5%', '5 فیصد'],
    ['polling.opensAt', '08:00', '08:00'],
    ['results.provisionalBy', '02:00 the next day', 'اگلے دن 02:00 بجے'],
    ['results.completeBy', 'none', 'کوئی نہیں'],
    ['recount.officerMayAllow', 'yes', 'ہاں'],
    ['recount.requestBefore', 'the start of consolidation', 'نتائج یکجا کرنے کا آغاز'],
    ['rolls.formsAtDisplay', 'Form-15, Form-16 and Form-17', 'فارم 15، فارم 16، اور فارم 17'],
  ])('%s: %s, %s', (path, en, ur) => {
    expect(say('en', path)).toBe(en)
    expect(say('ur', path)).toBe(ur)
  })

  test('and none of any pack shows a bare code', () => {
    for (const each of rulePacks.flatMap((each) => listValues(each)))
      for (const language of languages) expect(legalValueText(language, each)).not.toMatch(/[a-z]-[a-z]/)
  })
})
