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
  'bad-keys': {
    status: 422,
    en: 'The list of the publisher’s keys is malformed, or says what its statements do not.',
    ur: 'ناشر کی کلیدوں کی فہرست درست شکل میں نہیں یا اپنے دستخط شدہ بیانات سے مختلف ہے۔',
  },
  'ended-key': {
    status: 422,
    en: 'The edition is signed with a key whose time had ended before this edition.',
    ur: 'اشاعت پر ایسی کلید کے دستخط ہیں جس کی میعاد اس اشاعت سے پہلے ختم ہو چکی تھی۔',
  },
  'stolen-key': {
    status: 422,
    en: 'The edition is signed with a key that was stolen later, and the editions after it do not lie beside it to show that it is the true one: look for its hash in the ledger.',
    ur: 'اشاعت پر ایسی کلید کے دستخط ہیں جو بعد میں چوری ہو گئی، اور اس کے اصل ہونے کے ثبوت کے لیے بعد کی اشاعتیں ساتھ موجود نہیں: اس کا نشان اندراجی کھاتے میں تلاش کریں۔',
  },
  'unvouched-key': {
    status: 422,
    en: 'The key given was lost or stolen before this edition, so it says nothing of the key that signed: compare that one with what the commission has printed, and give it.',
    ur: 'دی گئی کلید اس اشاعت سے پہلے گم یا چوری ہو چکی تھی، اس لیے وہ دستخط کرنے والی کلید کی گواہی نہیں دیتی: اس کلید کو کمیشن کی شائع کردہ کلید سے ملائیں اور وہی دیں۔',
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
