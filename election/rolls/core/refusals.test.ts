import { expect, test } from 'vitest'
import { claimRefusals } from './claims/refusals.ts'
import { editionRefusals } from './editions/refusals.ts'
import { qualityRefusals } from './quality/refusals.ts'
import { rollsRefusals } from './refusals.ts'
import { registerRefusals } from './register/refusals.ts'
import { feedRefusals } from './registry-feed/refusals.ts'

test('every refusal is whole sentences in English and in Urdu letters', () => {
  for (const { code, en, ur } of Object.values(rollsRefusals)) {
    expect(code).toMatch(/^rolls\.[a-z-]+$/)
    expect(en).toMatch(/^[A-Z].*\.$/)
    expect(ur).toMatch(/۔$/)
    expect(ur).not.toMatch(/[\u064A\u0643\u0647\u0629]/)
  }
})

test('no two parts have a refusal of the same name', () => {
  const parts = [registerRefusals, editionRefusals, claimRefusals, feedRefusals, qualityRefusals]
  expect(Object.keys(rollsRefusals)).toEqual(parts.flatMap((part) => Object.keys(part)))
})

test('an enrolment twice names the form of a transfer, a frozen roll its section', () => {
  expect(rollsRefusals['already-enrolled'].en).toContain('Form-21')
  expect(rollsRefusals.frozen.section).toContain('s.39')
})
