import { expect, test } from 'vitest'
import { createPasswords } from './password.ts'
import { identityRefusals } from '../refusals.ts'

const right = { ok: true, value: true }
const wrong = { ok: true, value: false }

test('a password is kept as Argon2id at the recommended setting and recognised', async () => {
  const passwords = createPasswords()
  const stored = await passwords.hash('تیس ہزار پولنگ اسٹیشن')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwords.check(stored, 'تیس ہزار پولنگ اسٹیشن')).toEqual(right)
  expect(await passwords.check(stored, 'تیس ہزار پولنگ')).toEqual(wrong)
})

test('the same letters typed on another keyboard are the same password', async () => {
  const passwords = createPasswords()
  const stored = await passwords.hash('caf\u00e9 in Karachi')
  expect(await passwords.check(stored, 'cafe\u0301 in Karachi')).toEqual(right)
})

test('without an account every password is wrong, also the one that is checked against', async () => {
  expect(await createPasswords().check(undefined, 'nobody has this password')).toEqual(wrong)
})

test('in a rush sign-ins wait in line, and when the line is full the next is asked to come back', async () => {
  const passwords = createPasswords({ atOnce: 1, mostWaiting: 2 })
  const stored = await passwords.hash('a long enough password')
  const rush = await Promise.all([1, 2, 3, 4].map(() => passwords.check(stored, 'a long enough password')))
  expect(rush).toEqual([right, right, right, { ok: false, refusal: { kind: identityRefusals.busy } }])
  expect(await passwords.check(stored, 'a long enough password')).toEqual(right)
})
