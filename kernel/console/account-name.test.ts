import { expect, test } from 'vitest'
import { accountName } from './account-name.ts'

test('an account that is called by its office is called so in both languages', () => {
  expect(accountName('Auditor')).toEqual({ en: 'Auditor', ur: 'آڈیٹر' })
  expect(accountName('Returning Officer, NA-46').ur).toBe('ریٹرننگ افسر، NA-46')
})

test('two accounts of one office are told apart in both languages', () => {
  const [first, second] = ['Election Commission Secretariat', 'Election Commission Secretariat, second officer'].map(
    accountName,
  )
  expect(first?.ur).not.toBe(second?.ur)
  expect(second?.ur).toBe('الیکشن کمیشن سیکریٹریٹ، دوسرا افسر')
})

test('the name of a person stays as it is written', () => {
  expect(accountName('Observers of Islamabad')).toEqual({
    en: 'Observers of Islamabad',
    ur: 'Observers of Islamabad',
  })
})
