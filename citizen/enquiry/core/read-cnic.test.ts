import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCnic } from './read-cnic.ts'

const good = { ok: true, value: '1234512345671' }
const code = (typed: string) => {
  const read = readCnic(typed)
  return read.ok ? read.value : `${read.refusal.kind.code} ${read.refusal.detail?.['digits'] ?? ''}`.trim()
}

test.each([
  ['with dashes', '12345-1234567-1'],
  ['with a space at the end', '1234512345671 '],
  ['in Urdu digits', '۱۲۳۴۵۱۲۳۴۵۶۷۱'],
  ['in Arabic digits', '١٢٣٤٥١٢٣٤٥٦٧١'],
  ['in full-width digits', '１２３４５１２３４５６７１'],
  ['with en dashes and spaces', ' 12345 – 1234567 – 1'],
  ['with a direction mark, as copied from an Urdu page', '\u200f12345-1234567-1\u200e'],
  ['with dots', '12345.1234567.1'],
])('a CNIC %s is read', (_, typed) => {
  expect(readCnic(typed)).toEqual(good)
})

test('what is no CNIC is refused for its own reason', () => {
  expect(code('')).toBe('enquiry.cnic-missing')
  expect(code(' - ')).toBe('enquiry.cnic-missing')
  expect(code('123451234567')).toBe('enquiry.cnic-wrong-length 12')
  expect(code('۱۲۳۴۵۱۲۳۴۵۶۷')).toBe('enquiry.cnic-wrong-length 12')
  expect(code('12345123456712')).toBe('enquiry.cnic-wrong-length 14')
  expect(code('where do I vote')).toBe('enquiry.cnic-not-digits')
  expect(code('میرا ووٹ کہاں ہے')).toBe('enquiry.cnic-not-digits')
  expect(code('CNIC 12345-1234567-1')).toBe('enquiry.cnic-not-digits')
  expect(code('+1234512345671')).toBe('enquiry.cnic-not-digits')
  expect(code('0234512345671')).toBe('enquiry.cnic-impossible')
  expect(code('1'.repeat(100))).toBe('enquiry.cnic-not-digits')
})

test('whatever is typed, the answer is 13 digits or a refusal', () => {
  const characters = fc.constantFrom(...'0123456789۰۱۷٣６½²x ووٹ-–._()+\u200f\u0000\ud83d\ude00\ud83d'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 70 }), (typed) => {
      const read = readCnic(typed)
      expect(read.ok ? read.value : read.refusal.kind.code).toMatch(/^[1-9]\d{12}$|^enquiry\./)
    }),
  )
})
