import { catalogue } from '@intikhab/kernel/language'

/** What the check of a census can find. `crowded` is the number of people above which a block is named. */
export const censusFindings = catalogue({
  'does-not-add-up': {
    en: '{count, plural, one {One printed total differs} other {# printed totals differ}} from the sum of the blocks.',
    ur: '{count, plural, one {ایک مطبوعہ میزان} other {# مطبوعہ میزان}} بلاکوں کے مجموعے سے مختلف ہیں۔',
  },
  'tehsil-column-differs': {
    en: '{count, plural, one {One tehsil adds} other {# tehsils add}} up differently by the tehsil column than the tables print.',
    ur: '{count, plural, one {ایک تحصیل} other {# تحصیلیں}} تحصیل کے کالم کے حساب سے مطبوعہ میزان سے مختلف ہیں۔',
  },
  'tehsil-not-in-column': {
    en: '{count, plural, one {One printed tehsil is} other {# printed tehsils are}} named by no block in the tehsil column.',
    ur: '{count, plural, one {ایک مطبوعہ تحصیل} other {# مطبوعہ تحصیلیں}} تحصیل کے کالم میں کسی بلاک پر درج نہیں۔',
  },
  'blocks-without-tehsil': {
    en: 'In {count, plural, one {one district} other {# districts}} there are blocks without a tehsil.',
    ur: '{count, plural, one {ایک ضلع} other {# اضلاع}} میں ایسے بلاک ہیں جن کی تحصیل درج نہیں۔',
  },
  'not-called-a-tehsil': {
    en: '{count, plural, one {One heading stands} other {# headings stand}} directly below a district without being called a tehsil.',
    ur: '{count, plural, one {ایک عنوان} other {# عنوانات}} ضلع کے عین نیچے ہیں مگر تحصیل نہیں کہلاتے۔',
  },
  'not-called-a-district': {
    en: '{count, plural, one {One table begins} other {# tables begin}} with a heading that is not called a district.',
    ur: '{count, plural, one {ایک جدول} other {# جداول}} ایسے عنوان سے شروع ہوتے ہیں جو ضلع نہیں کہلاتا۔',
  },
  'unit-column-differs': {
    en: '{count, plural, one {One block names} other {# blocks name}} a unit that none of the headings above it bears.',
    ur: '{count, plural, one {ایک بلاک} other {# بلاک}} ایسی اکائی بتاتے ہیں جو ان کے اوپر کے کسی عنوان میں نہیں۔',
  },
  'without-blocks': {
    en: '{count, plural, one {One heading has} other {# headings have}} no block at all.',
    ur: '{count, plural, one {ایک عنوان} other {# عنوانات}} کا کوئی بلاک نہیں۔',
  },
  'empty-block': {
    en: '{count, plural, one {One block has} other {# blocks have}} no inhabitant.',
    ur: '{count, plural, one {ایک بلاک} other {# بلاک}} غیر آباد ہیں۔',
  },
  'crowded-block': {
    en: '{count, plural, one {One block has} other {# blocks have}} more than {crowded, number} people.',
    ur: '{count, plural, one {ایک بلاک} other {# بلاک}} میں {crowded, number} سے زیادہ لوگ ہیں۔',
  },
  'people-without-household': {
    en: '{count, plural, one {One block has} other {# blocks have}} people but no household.',
    ur: '{count, plural, one {ایک بلاک} other {# بلاک}} میں لوگ ہیں مگر کوئی گھرانہ نہیں۔',
  },
})
