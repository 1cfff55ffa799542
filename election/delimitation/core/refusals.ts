import { refusals } from '@intikhab/kernel/refusal'

export const delimitationRefusals = refusals('delimitation', {
  'file-refused': {
    status: 422,
    en: 'The file cannot be imported; nothing of it was taken. It has {problems, plural, one {one problem} other {# problems}}.',
    ur: 'فائل درآمد نہیں ہو سکتی؛ اس میں سے کچھ نہیں لیا گیا۔ اس میں {problems, plural, one {ایک نقص ہے} other {# نقائص ہیں}}۔',
  },
  'file-missing': {
    status: 400,
    en: 'A census needs two files, the table of blocks and the printed lines; one of them did not arrive.',
    ur: 'مردم شماری کے لیے دو فائلیں درکار ہیں، بلاکوں کا جدول اور مطبوعہ سطریں؛ ان میں سے ایک نہیں پہنچی۔',
  },
  'already-imported': {
    status: 409,
    en: 'It has been imported before and does not change any more; give a new version a name of its own.',
    ur: 'یہ پہلے درآمد ہو چکا ہے اور اب تبدیل نہیں ہوتا؛ نئے ورژن کو الگ نام دیں۔',
  },
  'unknown-delimitation': {
    status: 404,
    en: 'There is no delimitation of this name.',
    ur: 'اس نام کی کوئی حلقہ بندی موجود نہیں۔',
  },
  'unknown-census': {
    status: 404,
    en: 'There is no census of this name.',
    ur: 'اس نام کی کوئی مردم شماری موجود نہیں۔',
  },
  'unknown-constituency': {
    status: 422,
    en: 'The delimitation has no such constituency.',
    ur: 'اس حلقہ بندی میں ایسا کوئی حلقہ نہیں۔',
  },
  'unknown-block': {
    status: 422,
    en: 'The census has no such block.',
    ur: 'اس مردم شماری میں ایسا کوئی بلاک نہیں۔',
  },
  'unknown-report': {
    status: 404,
    en: 'There is no such import report.',
    ur: 'درآمد کی ایسی کوئی رپورٹ موجود نہیں۔',
  },
})
