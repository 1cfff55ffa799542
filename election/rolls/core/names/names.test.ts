import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'
import { nameSkeleton } from './name-skeleton.ts'

test.each([
  ['Muhammad', 'محمد علی', 'Muhammad Ali', 'Mohammad Ali', 'Mohd. Ali', 'M. Ali', 'ایم علی', 'محمدعلی'],
  ['Mahmood', 'طارق محمود', 'Tariq Mahmood', 'Tariq Mehmood', 'Tarik Mehmud'],
  ['Hussain', 'حسین', 'Hussain', 'Husain', 'Hussein'],
  ['Allah', 'ثناء اللہ', 'ثناءاللہ', 'ثناء ﷲ', 'ثناء الله', 'Sanaullah', 'Sana Ullah', 'Sana-ullah'],
  ['Abdullah', 'عبداللہ', 'عبد الله', 'Abdullah', 'Abdulah'],
  ['Abdur Rehman', 'عبدالرحمن', 'عبد الرحمٰن', 'عبدالرحمان', 'Abdul Rehman', 'Abdur Rahman', 'ABDULREHMAN'],
  ['articles', 'ضیاء الحق', 'ضیاءالحق', 'Zia ul Haq', 'Zia-ul-Haq', 'Ziaul Haque'],
  ['ud-Din', 'نصیرالدین', 'نصیر الدین', 'Naseeruddin', 'Nasir-ud-Din', 'Naseer ud Deen'],
  ['Arabic letters', 'علی ملک شاہ', 'علي ملك شاه', 'Ali Malik Shah'],
  ['aspirates', 'بھٹی', 'بهٹی', 'بہٹی', 'Bhatti', 'Bhati'],
  ['final vowel h', 'فاطمہ بی بی', 'فاطمة بیبی', 'Fatima Bibi', 'Fatimah Bibi'],
  ['hamza', 'عائشہ', 'عایشہ', 'Ayesha', 'Aisha'],
  ['Rauf', 'رؤف', 'رءوف', 'Rauf', 'Raoof'],
  ['Chaudhry', 'چوہدری', 'چودھری', 'Chaudhry', 'Choudhary', 'Ch.'],
  ['titles', 'حاجی اسلم خان', 'Haji Aslam Khan', 'Dr. Aslam Khan', 'اسلم خاں', 'Aslam Khan (late)'],
  ['compounds', 'شاہ نواز', 'شاہنواز', 'Shah Nawaz', 'Shahnawaz'],
  ['vowel marks', 'مُحَمَّد', 'محمد', 'Muhammad'],
  ['joiners', 'نور\u200cجہاں', 'نور جہاں', 'Noor Jahan', 'Noorjahan'],
])('%s: every spelling has one key', (_what, ...spellings) => {
  const [first = ''] = spellings
  for (const spelling of spellings) expect([spelling, nameKey(spelling)]).toEqual([spelling, nameKey(first)])
})

test.each([
  ['حسن', 'حسین'],
  ['محمد', 'محمود'],
  ['سید علی', 'سعید علی'],
  ['محمد علی', 'علی محمد'],
  ['نواز', 'نیاز'],
  ['اسلم', 'سلیم'],
])('%s and %s stay apart', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other))
})

test('a title alone is the name', () => {
  expect(nameSkeleton('حافظ')).toBe('HFZ')
  expect(nameSkeleton('حافظ قرآن')).toBe('KRN')
})

test('a key is a signed 32-bit integer, whatever the text', () => {
  for (const text of ['', ' ', '123', '🙂', 'a'.repeat(10_000), '()()', 'é', '؟'])
    expect(nameKey(text) | 0).toBe(nameKey(text))
})

test('stored keys stay what they are', () => {
  expect([nameKey('محمد علی'), nameKey('فاطمہ بی بی'), nameKey('عبداللہ')]).toEqual([
    1_788_599_383, 1_977_666_014, -617_935_902,
  ])
})

const data = process.env['INTIKHAB_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data')
const pairs = resolve(data, 'names/token_alignment_en_ur.csv')
if (!existsSync(pairs)) process.stdout.write('skipped: the real names of candidates are not on this machine\n')
test.skipIf(!existsSync(pairs))('names of real candidates agree in both scripts', () => {
  const rows = readFileSync(pairs, 'utf8').trim().split('\n').slice(1)
  let all = 0
  let agreeing = 0
  for (const row of rows) {
    const [en = '', ur = '', count = ''] = row.split(',')
    all += Number(count)
    if (nameKey(`گل ${en}`) === nameKey(`گل ${ur}`)) agreeing += Number(count)
  }
  // What is left are mostly pairs of two different names that stand on the same line of the source.
  expect(agreeing / all).toBeGreaterThan(0.98)
})
