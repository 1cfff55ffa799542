import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusedReasons, verifyReasons } from './reasons.ts'

test("the registry's engineers are told every reason, and no other", () => {
  const page = readFileSync(new URL('../../../../docs/registry-feed.md', import.meta.url), 'utf8')
  const listed = (word: string) => {
    const [paragraph = ''] = new RegExp(`^${word}: (?:.+\\n)+`, 'm').exec(page) ?? []
    return [...paragraph.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code)
  }
  expect(listed('Refused')).toEqual(Object.keys(refusedReasons))
  expect(listed('To be verified')).toEqual(Object.keys(verifyReasons))
})

test('every reason is a sentence in both languages', () => {
  for (const { en, ur } of [...Object.values(refusedReasons), ...Object.values(verifyReasons)]) {
    expect(en).toMatch(/\.$/)
    expect(ur).toMatch(/۔$/)
  }
})
