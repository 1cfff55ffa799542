import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasUrdu, urduText } from './urdu-text.ts'

test('Arabic letters and digits, old shapes and invisible characters become the Urdu that was meant', () => {
  expect(urduText('علي')).toBe('علی')
  expect(urduText('كريم')).toBe('کریم')
  expect(urduText('فاطمه')).toBe('فاطمہ')
  expect(urduText('موسى')).toBe('موسی')
  expect(urduText('مكان ٤٥')).toBe('مکان ۴۵')
  expect(urduText('ﻣﺤﻤﺪ')).toBe('محمد')
  expect(urduText('عبد\u200Fالله')).toBe('عبداللہ')
  expect(urduText('محـــمد  اکرم ')).toBe('محمد اکرم')
  expect(urduText('علماء')).toBe('علماء')
})

test('what is Urdu already stays, vowel marks included; a second time changes nothing', () => {
  for (const text of ['محمد اکرم', 'غلام مصطفیٰ', 'بھٹّی', 'کے', 'خاں', 'مؤمن', 'آمنہ'])
    expect(urduText(text)).toBe(text.normalize('NFC'))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => urduText(urduText(text)) === urduText(text)))
})

test('Urdu is told from other scripts', () => {
  expect(['محمد', 'M. اکرم'].map(hasUrdu)).toEqual([true, true])
  expect(['Muhammad', '123', ''].map(hasUrdu)).toEqual([false, false, false])
})
