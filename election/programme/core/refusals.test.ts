import { expect, test } from 'vitest'
import { programmeRefusals } from './refusals.ts'

test('every refusal is a whole sentence in English and in Urdu letters', () => {
  for (const { code, en, ur } of Object.values(programmeRefusals)) {
    expect(code).toMatch(/^programme\.[a-z-]+$/)
    expect(en).toMatch(/^[A-Z].*\.$/)
    expect(ur).toMatch(/۔$/)
    expect(ur).not.toMatch(/[\u064A\u0643\u0647\u0629]/)
  }
})
