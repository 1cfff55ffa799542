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
  'bad-checkpoint': {
    status: 422,
    en: 'The checkpoint is missing, malformed or not signed by the key.',
    ur: 'کھاتے کا دستخط شدہ نشان موجود نہیں، درست شکل میں نہیں یا اس کلید سے دستخط شدہ نہیں۔',
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
