import { refusals } from '@intikhab/kernel/refusal'

/** What may be wrong with an edition, and with asking for one. */
export const editionRefusals = refusals('editions', {
  'no-edition': {
    status: 404,
    en: 'There is no such edition.',
    ur: 'ایسی کوئی اشاعت موجود نہیں۔',
  },
  'no-file': {
    status: 404,
    en: 'The edition has no such file.',
    ur: 'اس اشاعت میں ایسی کوئی فائل نہیں۔',
  },
  'not-public': {
    status: 403,
    en: 'This series of editions is not for the public.',
    ur: 'اشاعتوں کا یہ سلسلہ عوام کے لیے نہیں۔',
  },
  damaged: {
    status: 503,
    en: 'This file of the edition is not what its publisher signed; it is not shown.',
    ur: 'اشاعت کی یہ فائل وہ نہیں جس پر ناشر نے دستخط کیے تھے؛ اس لیے دکھائی نہیں جا رہی۔',
  },
  'no-manifest': {
    status: 422,
    en: 'The folder has no manifest.json, or it is not an edition’s.',
    ur: 'فولڈر میں manifest.json موجود نہیں یا وہ کسی اشاعت کی نہیں۔',
  },
  'bad-signature': {
    status: 422,
    en: 'The signature of the manifest is missing or false.',
    ur: 'فہرستِ اشاعت کے دستخط موجود نہیں یا جعلی ہیں۔',
  },
  'other-publisher': {
    status: 422,
    en: 'The edition carries the key of another publisher than the one expected.',
    ur: 'اشاعت میں متوقع ناشر کے بجائے کسی اور ناشر کی کلید ہے۔',
  },
  'missing-file': {
    status: 422,
    en: 'A file that the manifest lists is missing.',
    ur: 'فہرست میں درج ایک فائل موجود نہیں۔',
  },
  'altered-file': {
    status: 422,
    en: 'A file is not the one that the manifest lists.',
    ur: 'ایک فائل وہ نہیں جو فہرست میں درج ہے۔',
  },
  'extra-file': {
    status: 422,
    en: 'There is a file that the manifest does not list.',
    ur: 'ایک ایسی فائل موجود ہے جو فہرست میں درج نہیں۔',
  },
  'wrong-sums': {
    status: 422,
    en: 'SHA256SUMS does not say what the manifest says.',
    ur: 'SHA256SUMS کا متن فہرستِ اشاعت کے مطابق نہیں۔',
  },
  'wrong-previous': {
    status: 422,
    en: 'The edition beside it is not the one that the manifest names as its predecessor.',
    ur: 'ساتھ رکھی پچھلی اشاعت وہ نہیں جس کا فہرست میں حوالہ ہے۔',
  },
  'other-ledger': {
    status: 422,
    en: 'The ledger that the edition names is not part of the one given.',
    ur: 'اشاعت میں جس اندراجی کھاتے کا حوالہ ہے وہ دیے گئے کھاتے کا حصہ نہیں۔',
  },
})
