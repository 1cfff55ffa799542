import { expect, test } from 'vitest'
import { isAcceptablePassword } from './password-strength.ts'

test('length is what counts', () => {
  expect(isAcceptablePassword('k7 mango ri', 'x')).toBe(false)
  expect(isAcceptablePassword('k7 mango riv', 'x')).toBe(true)
  expect(isAcceptablePassword('purple mango rivers '.repeat(7), 'y')).toBe(false)
})

test.each([
  'password1234',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaaaaaa',
  'Password12345!',
  'Pakistan12345',
  'returningofficer',
  'Secretariat1!',
])('nobody takes one of the first that anybody would try: %s', (password) =>
  expect(isAcceptablePassword(password, 'officer')).toBe(false),
)

test('the sign-in name is no password, nor twice the sign-in name', () => {
  expect(isAcceptablePassword('Returning.Officer', 'returning.officer')).toBe(false)
  expect(isAcceptablePassword('ro.na21ro.na21', 'ro.na21')).toBe(false)
})
