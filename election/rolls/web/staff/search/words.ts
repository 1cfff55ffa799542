import { catalogue } from '@intikhab/kernel/language'

/** Texts of the search in the register. */
export const words = catalogue({
  register: { en: 'Register', ur: 'رجسٹر' },
  title: { en: 'Search the register', ur: 'رجسٹر میں تلاش' },
  task: {
    en: 'Find a voter by name in either script, by CNIC, or by block and serial number; see the whole history.',
    ur: 'کسی بھی رسم الخط میں نام، شناختی کارڈ نمبر، یا بلاک اور سلسلہ نمبر سے ووٹر تلاش کریں؛ پوری سرگزشت دیکھیں۔',
  },
  typed: { en: 'Name, CNIC, or block and serial number', ur: 'نام، شناختی کارڈ نمبر، یا بلاک اور سلسلہ نمبر' },
  typedHint: {
    en: 'In Urdu or Latin letters, as it sounds: typing mistakes are forgiven.',
    ur: 'اردو یا انگریزی حروف میں، جیسا سنائی دے: املا کی غلطی سے فرق نہیں پڑتا۔',
  },
  relative: { en: 'Father’s or husband’s name', ur: 'والد یا شوہر کا نام' },
  gender: { en: 'Gender', ur: 'جنس' },
  anyGender: { en: 'Any', ur: 'کوئی بھی' },
  men: { en: 'Men', ur: 'مرد' },
  women: { en: 'Women', ur: 'خواتین' },
  others: { en: 'Other', ur: 'دیگر' },
  kept: {
    en: 'Every search is kept with the name of whoever made it.',
    ur: 'ہر تلاش، تلاش کرنے والے کے نام کے ساتھ محفوظ رکھی جاتی ہے۔',
  },
  letter: { en: 'A name needs at least two letters.', ur: 'نام کے کم از کم دو حروف لکھیں۔' },
  digits: {
    en: 'A CNIC has 13 digits; a block has 9, followed by a space and the serial number.',
    ur: 'شناختی کارڈ کے 13 ہندسے ہوتے ہیں؛ بلاک کے 9، پھر خالی جگہ اور سلسلہ نمبر۔',
  },
  searching: { en: 'Searching…', ur: 'تلاش جاری ہے…' },
  found: {
    en: '{count, plural, one {# person} other {# people}} found, the best match first.',
    ur: '{count, plural, one {ایک شخص ملا۔} other {# افراد ملے، سب سے قریبی پہلے۔}}',
  },
  more: {
    en: 'The first {count, number} of many. Add the father’s or husband’s name, or the block’s nine digits.',
    ur: 'بہت سے ملے؛ یہ پہلے {count, number} ہیں۔ والد یا شوہر کا نام، یا بلاک کے نو ہندسے بھی لکھیں۔',
  },
  nobody: {
    en: 'Nobody in {place} is found so.',
    ur: '{place} میں ایسا کوئی نہیں ملا۔',
  },
  nobodyHint: {
    en: 'Try one word of the name, or leave the father’s or husband’s name out. Somebody of another district is not shown to you.',
    ur: 'نام کا ایک ہی لفظ لکھیں، یا والد یا شوہر کا نام ہٹا دیں۔ کسی دوسرے ضلع کا فرد آپ کو نہیں دکھایا جاتا۔',
  },
  results: { en: 'Found', ur: 'نتائج' },
  born: { en: 'born {year}', ur: 'پیدائش {year}' },
  entry: {
    en: 'block {block} · serial\u00A0{serial} · household\u00A0{household}',
    ur: 'بلاک\u00A0{block} · سلسلہ\u00A0نمبر\u00A0{serial} · گھرانہ\u00A0نمبر\u00A0{household}',
  },
  noEntry: { en: 'not on the roll', ur: 'فہرست میں درج نہیں' },
  keys: {
    en: 'The arrow keys go through the list, Enter opens, Escape comes back here.',
    ur: 'تیر کے بٹن فہرست میں لے جاتے ہیں، Enter کھولتا ہے، Esc یہاں واپس لاتا ہے۔',
  },
})

/** How somebody matched what was typed. */
export const howWords = catalogue({
  exact: { en: 'exactly this', ur: 'عین یہی' },
  same: { en: 'sounds the same', ur: 'آواز ایک سی' },
  reordered: { en: 'same words, another order', ur: 'وہی الفاظ، ترتیب مختلف' },
  part: { en: 'a part of the name', ur: 'نام کا ایک حصہ' },
  near: { en: 'a letter or two differ', ur: 'ایک دو حرف کا فرق' },
})
