import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, westernDigits } from './index.ts'

test.each([
  ['Arabic yeh', 'علي', 'علی'],
  ['alef maksura', 'مصطفى', 'مصطفی'],
  ['Arabic kaf', 'ملك', 'ملک'],
  ['Sindhi kaf', 'ملڪ', 'ملک'],
  ['Arabic heh', 'شاه', 'شاہ'],
  ['teh marbuta', 'فاطمة', 'فاطمہ'],
  ['teh marbuta goal', 'فاطمۃ', 'فاطمہ'],
  ['heh with hamza', 'سورۂ', 'سورہ'],
  ['do-chashmi heh', 'ھاشم', 'ہاشم'],
  ['alef madda', 'آصف', 'اصف'],
  ['alef with hamza', 'أحمد', 'احمد'],
  ['alef wasla', 'ٱحمد', 'احمد'],
  ['waw with hamza', 'رؤف', 'روف'],
  ['hamza alone', 'رءوف', 'روف'],
  ['yeh with hamza', 'عائشہ', 'عایشہ'],
  ['hamza above yeh barree', 'ۓ', 'ے'],
  ['noon ghunna', 'خاں', 'خان'],
  ['vowel marks and doubling', 'مُحَمَّد', 'محمد'],
  ['superscript alef', 'رحمٰن', 'رحمن'],
  ['kashida', 'مـحـمـد', 'محمد'],
  ['the ligature Allah', 'عبدﷲ', 'عبداللہ'],
  ['the ligature lam-alef', 'ﻻہور', 'لاہور'],
  ['presentation forms', 'ﻋﻠﻲ', 'علی'],
  ['zero-width joiners and direction marks', '\u200fخوب\u200cصورت\u200e', 'خوبصورت'],
  ['spaces', '  گل\u00a0 محمد\n', 'گل محمد'],
])('%s: %s folds like %s', (_what, written, meant) => {
  expect(fold(written)).toBe(fold(meant))
})

test.each([
  ['yeh barree', 'کے', 'کی'],
  ['gaf', 'گل', 'کل'],
  ['retroflex letters', 'بڑا', 'برا'],
  ['the three s', 'صابر', 'سابر'],
])('%s stays apart: %s is not %s', (_what, one, other) => {
  expect(fold(one)).not.toBe(fold(other))
})

test('Latin text loses case, accents and width, and keeps its punctuation', () => {
  expect(fold('ＮＡ-２１ José')).toBe('na-21 jose')
})

test('digits of three scripts are one number', () => {
  expect(fold('۱۲۳۴۵-١٢٣٤٥٦٧-1')).toBe('12345-1234567-1')
  expect(westernDigits('۱۲۳۴۵۱۲۳۴۵۶۷۱')).toBe('1234512345671')
  expect(westernDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ کے')).toBe('0123456789 0123456789 کے')
})

test('folding a key again changes nothing, whatever the text', () => {
  const arabic = fc.array(fc.integer({ min: 0x600, max: 0x6ff }), { maxLength: 20 })
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    arabic.map((codes) => String.fromCodePoint(...codes)),
  )
  fc.assert(
    fc.property(any, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 3000 },
  )
})
