import { refusals } from '@intikhab/kernel/refusal'

/** What may be wrong with a ledger, and with asking for a part of it. */
export const ledgerRefusals = refusals('ledger', {
  'no-checkpoint': {
    status: 503,
    en: 'The ledger has not been opened yet; ask again in a moment.',
    ur: 'اندراجی کھاتہ ابھی کھلا نہیں؛ کچھ دیر بعد دوبارہ پوچھیں۔',
  },
  'no-file': {
    status: 404,
    en: 'The ledger has no such file.',
    ur: 'اندراجی کھاتے میں ایسی کوئی فائل نہیں۔',
  },
  'no-entry': {
    status: 404,
    en: 'The signed ledger has no such entry; an act of the last second may not be in it yet.',
    ur: 'دستخط شدہ کھاتے میں ایسا کوئی اندراج نہیں؛ آخری لمحے کا اندراج شاید ابھی شامل نہ ہوا ہو۔',
  },
  'no-size': {
    status: 422,
    en: 'The ledger never had, or does not yet have, so many entries.',
    ur: 'کھاتے میں اتنے اندراجات کبھی نہ تھے یا ابھی نہیں ہوئے۔',
  },
  'not-published': {
    status: 422,
    en: 'This is no checkpoint that this ledger has published.',
    ur: 'یہ وہ نشانِ کھاتہ نہیں جو اس کھاتے نے شائع کیا ہو۔',
  },
  'unknown-witness': {
    status: 422,
    en: 'No cosignature of a witness of this ledger stands below the checkpoint.',
    ur: 'نشانِ کھاتہ کے نیچے اس کھاتے کے کسی گواہ کے دستخط موجود نہیں۔',
  },
  'bad-checkpoint': {
    status: 422,
    en: 'The checkpoint is missing, malformed or not signed by the key.',
    ur: 'کھاتے کا دستخط شدہ نشان موجود نہیں، درست شکل میں نہیں یا اس کلید سے دستخط شدہ نہیں۔',
  },
  'bad-keys': {
    status: 422,
    en: 'The list of the ledger’s keys is malformed, says what its statements do not, or lacks the key given.',
    ur: 'کھاتے کی کلیدوں کی فہرست درست شکل میں نہیں، اپنے دستخط شدہ بیانات سے مختلف ہے، یا اس میں دی گئی کلید موجود نہیں۔',
  },
  'key-ended': {
    status: 422,
    en: 'The key given was lost or stolen, so it says nothing of the keys after it: compare the newest key with the one the commission has printed, and give that one.',
    ur: 'دی گئی کلید گم یا چوری ہو چکی ہے، اس لیے وہ بعد کی کلیدوں کی گواہی نہیں دیتی: نئی ترین کلید کو کمیشن کی شائع کردہ کلید سے ملائیں اور وہی دیں۔',
  },
  'missing-file': {
    status: 422,
    en: 'A file of the ledger is missing or has a wrong length.',
    ur: 'کھاتے کی ایک فائل موجود نہیں یا اس کی لمبائی درست نہیں۔',
  },
  'wrong-hash': {
    status: 422,
    en: 'A tile does not hold the hashes of its entries.',
    ur: 'کھاتے کی ایک فائل میں درج نشانات اپنے اندراجات سے مطابقت نہیں رکھتے۔',
  },
  'wrong-root': {
    status: 422,
    en: 'The entries do not give the root that was signed.',
    ur: 'اندراجات سے وہ نتیجہ نہیں نکلتا جس پر دستخط کیے گئے تھے۔',
  },
})
