import { problemKinds } from './problems.ts'

/** What can make a table unreadable, whatever it is a table of. */
export const tableProblems = problemKinds('tables', {
  'unreadable-file': { en: 'The file cannot be opened.', ur: 'فائل کھولی نہیں جا سکتی۔' },
  'empty-file': { en: 'The file is empty.', ur: 'فائل خالی ہے۔' },
  'no-rows': { en: 'The file has a heading but not one row.', ur: 'فائل میں عنوان ہے مگر ایک بھی سطر نہیں۔' },
  'file-too-large': {
    en: 'The file holds more than {limit, number} bytes.',
    ur: 'فائل میں {limit, number} سے زیادہ بائٹ ہیں۔',
  },
  'line-too-long': {
    en: 'The line is longer than {limit, number} bytes.',
    ur: 'سطر {limit, number} بائٹ سے لمبی ہے۔',
  },
  'wrong-encoding': { en: 'The line is not valid UTF-8.', ur: 'سطر درست UTF-8 نہیں ہے۔' },
  'broken-archive': { en: 'The compressed file is damaged.', ur: 'کمپریس شدہ فائل خراب ہے۔' },
  'swollen-archive': {
    en: 'The compressed file unpacks to more than a table of its size can hold.',
    ur: 'کمپریس شدہ فائل کھلنے پر اپنے حجم کے جدول سے کہیں بڑی نکلتی ہے۔',
  },
  'truncated-archive': { en: 'The compressed file ends too early.', ur: 'کمپریس شدہ فائل ادھوری ہے۔' },
  'open-quote': {
    en: 'A quotation mark that opens here is never closed.',
    ur: 'یہاں کھلنے والا واوین کبھی بند نہیں ہوتا۔',
  },
  'stray-quote': {
    en: 'A quotation mark stands where none may stand.',
    ur: 'واوین ایسی جگہ ہے جہاں نہیں ہو سکتا۔',
  },
  'missing-column': { en: 'The column {field} is missing.', ur: 'کالم {field} موجود نہیں۔' },
  'unknown-column': {
    en: 'There is no column {field} in this table.',
    ur: 'اس جدول میں {field} نام کا کوئی کالم نہیں۔',
  },
  'repeated-column': { en: 'The column {field} stands there twice.', ur: 'کالم {field} دو بار موجود ہے۔' },
  'column-out-of-place': {
    en: 'The column {field} should stand at place {place, number}, where {found} stands.',
    ur: 'کالم {field} کو مقام {place, number} پر ہونا چاہیے جہاں {found} ہے۔',
  },
  'too-few-fields': {
    en: 'The line has {had, number} fields instead of {wanted, number}.',
    ur: 'سطر میں {wanted, number} کے بجائے {had, number} خانے ہیں۔',
  },
  'too-many-fields': {
    en: 'The line has {had, number} fields instead of {wanted, number}.',
    ur: 'سطر میں {wanted, number} کے بجائے {had, number} خانے ہیں۔',
  },
  truncated: {
    en: 'The file breaks off in the middle of this line.',
    ur: 'فائل اس سطر کے بیچ میں ختم ہو جاتی ہے۔',
  },
  'empty-field': { en: '{field} must not be empty.', ur: '{field} خالی نہیں ہو سکتا۔' },
  'text-too-long': {
    en: '{field} is longer than {limit, number} characters.',
    ur: '{field} {limit, number} حروف سے لمبا ہے۔',
  },
  'control-character': { en: '{field} holds a control character.', ur: '{field} میں کنٹرول کیریکٹر ہے۔' },
  'not-a-number': { en: '{field} must be a number, not “{found}”.', ur: '{field} عدد ہونا چاہیے، نہ کہ ”{found}“۔' },
  'not-whole': {
    en: '{field} must be a whole number, not “{found}”.',
    ur: '{field} پورا عدد ہونا چاہیے، نہ کہ ”{found}“۔',
  },
  negative: { en: '{field} must not be negative.', ur: '{field} منفی نہیں ہو سکتا۔' },
  'out-of-range': {
    en: '{field} must lie between {least, number} and {most, number}; “{found}” does not.',
    ur: '{field} کو {least, number} اور {most, number} کے درمیان ہونا چاہیے؛ ”{found}“ نہیں ہے۔',
  },
  'wrong-shape': {
    en: '{field} does not look like “{example}”: “{found}”.',
    ur: '{field} ”{example}“ کی طرح نہیں: ”{found}“۔',
  },
  'not-a-choice': {
    en: '{field} must be one of {choices}, not “{found}”.',
    ur: '{field} ان میں سے ایک ہونا چاہیے: {choices}؛ ”{found}“ نہیں۔',
  },
  'not-a-day': {
    en: '{field} must be a day such as 2018-07-25, not “{found}”.',
    ur: '{field} کو 2018-07-25 جیسی تاریخ ہونا چاہیے، نہ کہ ”{found}“۔',
  },
  duplicate: {
    en: 'The same entry, {found}, already stands on line {first, number}.',
    ur: 'یہی اندراج، {found}، سطر {first, number} پر پہلے سے موجود ہے۔',
  },
  'not-json': { en: 'The file is not valid JSON: {reason}', ur: 'فائل درست JSON نہیں: {reason}' },
  'not-geojson': {
    en: 'The file is not a GeoJSON collection of features.',
    ur: 'فائل GeoJSON خصوصیات کا مجموعہ نہیں ہے۔',
  },
})
