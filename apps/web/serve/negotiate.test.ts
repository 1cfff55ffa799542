import { expect, test } from 'vitest'
import { preferredLanguage, takesGzip } from './negotiate.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['ur-PK,ur;q=0.9,en;q=0.8', 'ur'],
  ['fr, en;q=0.3, ur;q=0.7', 'ur'],
  ['ur;q=0, en;q=0.1', 'en'],
  ['sd, ps', 'en'],
  ['ur;q=x', 'ur'],
])('Accept-Language %s leads to %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test.each([
  ['gzip, deflate, br', true],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', true],
  ['*', true],
  ['gzip;q=0', false],
  ['identity', false],
  ['xgzip', false],
  [undefined, false],
])('Accept-Encoding %s takes gzip: %s', (header, taken) => {
  expect(takesGzip(header)).toBe(taken)
})
