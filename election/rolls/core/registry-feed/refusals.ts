import { refusals } from '@intikhab/kernel/refusal'

/** What is refused of the civil registry’s feed. */
export const feedRefusals = refusals('rolls', {
  'registry-not-set-up': {
    status: 409,
    en: 'No key of the civil registry is set: its batches cannot be checked, so none is taken.',
    ur: 'شہری رجسٹری کی کوئی کلید مقرر نہیں: کھیپ کی جانچ ممکن نہیں، اس لیے کوئی کھیپ وصول نہیں ہوتی۔',
  },
  'registry-batch-malformed': {
    status: 422,
    en: 'This is no batch of the civil registry: the first line is not its header, or the signature is missing.',
    ur: 'یہ شہری رجسٹری کی کھیپ نہیں: پہلی سطر سرنامہ نہیں، یا دستخط موجود نہیں۔',
  },
  'registry-key-unknown': {
    status: 403,
    en: 'The batch names a registry or a signing key that was not agreed.',
    ur: 'کھیپ میں ایسی رجسٹری یا دستخطی کلید کا نام ہے جو طے نہیں ہوئی۔',
  },
  'registry-signature-wrong': {
    status: 403,
    en: 'The signature of the batch is not that of the registry. Nothing of it was kept.',
    ur: 'کھیپ پر دستخط رجسٹری کے نہیں۔ اس میں سے کچھ محفوظ نہیں کیا گیا۔',
  },
  'registry-records-altered': {
    status: 422,
    en: 'The records are not those that were signed. Nothing of the batch was kept.',
    ur: 'ریکارڈ وہ نہیں جن پر دستخط ہوئے تھے۔ کھیپ میں سے کچھ محفوظ نہیں کیا گیا۔',
  },
  'registry-batch-incomplete': {
    status: 422,
    en: 'The batch does not hold the records that its header names: it broke off, or lines are too long. Send it again.',
    ur: 'کھیپ میں وہ ریکارڈ نہیں جو سرنامے میں درج ہیں: ترسیل ٹوٹ گئی، یا سطریں بہت لمبی ہیں۔ دوبارہ بھیجیں۔',
  },
  'registry-numbers': {
    status: 422,
    en: 'The records of the batch are not numbered one after the other.',
    ur: 'کھیپ کے ریکارڈ یکے بعد دیگرے نمبر نہیں رکھتے۔',
  },
  'registry-contradiction': {
    status: 409,
    en: 'Under numbers that are taken in already the batch holds other records: {numbers}. Nothing of it is taken in; the registry must say which are right.',
    ur: 'جو نمبر پہلے وصول ہو چکے ہیں ان کے تحت کھیپ میں دوسرے ریکارڈ ہیں: {numbers}۔ اس میں سے کچھ درج نہیں ہوگا؛ رجسٹری بتائے کہ درست کون سے ہیں۔',
  },
  'unknown-registry-batch': {
    status: 404,
    en: 'There is no such batch of the civil registry.',
    ur: 'شہری رجسٹری کی ایسی کوئی کھیپ نہیں۔',
  },
})
