import { catalogue } from '@intikhab/kernel/language'
import { problemKinds } from '@intikhab/kernel/tables/findings'

/** What is wrong with single lines of a table of display centres, beyond what makes any table unreadable. */
export const centreProblems = problemKinds('rolls', {
  'not-a-block': {
    en: '“{block}” is no census block code of nine digits; codes are separated by blanks.',
    ur: '”{block}“ نو ہندسوں کا مردم شماری بلاک کوڈ نہیں؛ کوڈ کے درمیان خالی جگہ ہوتی ہے۔',
  },
  'block-repeated': {
    en: 'Block {block} stands twice on this line.',
    ur: 'بلاک {block} اس سطر پر دو بار ہے۔',
  },
  'centre-district-unknown': {
    en: 'The rolls have no district with the code {found}.',
    ur: 'انتخابی فہرستوں میں کوڈ {found} کا کوئی ضلع نہیں۔',
  },
  'centre-of-another-district': {
    en: 'This is a table of the district {district}; the line is of {found}.',
    ur: 'یہ ضلع {district} کا جدول ہے؛ یہ سطر {found} کی ہے۔',
  },
  'centre-hours': {
    en: 'The centre closes at {found}, and opens only at {opens}.',
    ur: 'مرکز {found} پر بند ہوتا ہے جبکہ کھلتا {opens} پر ہے۔',
  },
  'centre-area-unknown': {
    en: 'There is no electoral area with the block code {found}.',
    ur: 'بلاک کوڈ {found} کا کوئی انتخابی علاقہ موجود نہیں۔',
  },
  'centre-area-of-another-district': {
    en: 'Block {found} lies in the district {lies}.',
    ur: 'بلاک {found} ضلع {lies} میں ہے۔',
  },
  'centre-area-twice': {
    en: 'Block {found} stands on line {first, number} already: an electoral area has one display centre.',
    ur: 'بلاک {found} سطر {first, number} پر پہلے سے ہے: ہر انتخابی علاقے کا ایک ہی مرکزِ نمائش ہوتا ہے۔',
  },
  'centre-area-elsewhere': {
    en: 'Block {found} is displayed at centre {centre, number}, which is not in this table.',
    ur: 'بلاک {found} کی نمائش مرکز {centre, number} میں ہے، جو اس جدول میں نہیں۔',
  },
  'centre-name-ambiguous': {
    en: 'The district has more than one display centre called {found}; change them one by one.',
    ur: 'ضلعے میں {found} نام کے ایک سے زیادہ مراکزِ نمائش ہیں؛ انھیں ایک ایک کر کے تبدیل کریں۔',
  },
})

/** What the report of a table of display centres tells. */
export const centreFindings = catalogue({
  'areas-without-centre': {
    en: 'Electoral areas have no display centre yet, in {count, plural, one {one district} other {# districts}}.',
    ur: '{count, plural, one {ایک ضلعے} other {# اضلاع}} میں کچھ انتخابی علاقوں کا ابھی کوئی مرکزِ نمائش نہیں۔',
  },
})
