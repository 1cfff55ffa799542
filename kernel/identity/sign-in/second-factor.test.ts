import { expect, test } from 'vitest'
import { findTotpStep, newTotpSecret, totpAddress, totpCode } from './second-factor.ts'

// RFC 6238 appendix B, SHA-1, the last six of its eight digits; the secret is "12345678901234567890" in base32.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at %d seconds the code is %s', (seconds, code) => {
  const at = new Date(seconds * 1000)
  expect(totpCode(secret, at)).toBe(code)
  expect(findTotpStep(secret, code, at)).toBe(Math.floor(seconds / 30))
})

test('a clock may be half a minute off, not more', () => {
  const step = (seconds: number) => findTotpStep(secret, '287082', new Date(seconds * 1000))
  // The code belongs to the seconds 30 to 59.
  expect([step(0), step(29), step(30), step(59), step(89), step(90)]).toEqual([1, 1, 1, 1, 1, undefined])
  expect(findTotpStep(secret, '081804', new Date(1111111049_000))).toBeUndefined()
})

test('anything that is not six digits is no code', () => {
  for (const code of ['', '28708', '2870822', '28708a', '287 082'])
    expect(findTotpStep(secret, code, new Date(59_000))).toBeUndefined()
})

test('a new secret has 160 bits and fits an authenticator app', () => {
  const fresh = newTotpSecret()
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(fresh)
  expect(totpAddress(fresh, 'officer')).toContain(`secret=${fresh}`)
})
