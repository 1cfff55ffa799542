import { refusals } from '@intikhab/kernel/refusal'

/** What the HTTP room itself refuses, before or instead of a system's own rules. */
export const httpRefusals = refusals('http', {
  'invalid-input': {
    status: 400,
    en: 'A value sent is missing or not of the expected form.',
    ur: 'بھیجی گئی کوئی قدر موجود نہیں یا درست شکل میں نہیں۔',
  },
  'bad-request': {
    status: 400,
    en: 'The request is not well-formed HTTP.',
    ur: 'درخواست درست شکل میں نہیں۔',
  },
  'bad-json': {
    status: 400,
    en: 'The body is not valid JSON.',
    ur: 'بھیجا گیا مواد درست JSON نہیں۔',
  },
  'bad-idempotency-key': {
    status: 400,
    en: 'An Idempotency-Key is 1 to 128 printable characters.',
    ur: 'Idempotency-Key ایک سے 128 قابلِ طباعت حروف پر مشتمل ہونی چاہیے۔',
  },
  'sign-in-required': {
    status: 401,
    en: 'Sign in first.',
    ur: 'پہلے سائن اِن کریں۔',
  },
  'not-permitted': {
    status: 403,
    en: 'Your office does not include this act in this place.',
    ur: 'آپ کے عہدے میں اس جگہ یہ کام شامل نہیں۔',
  },
  'fresh-factor-required': {
    status: 403,
    en: 'Show your second factor once more: this act wants it fresh.',
    ur: 'اس کام کے لیے اپنی دوسری تصدیق ایک بار پھر کریں۔',
  },
  'cross-site': {
    status: 403,
    en: 'A page of another site may not write here.',
    ur: 'کسی دوسری سائٹ کا صفحہ یہاں کچھ نہیں لکھ سکتا۔',
  },
  'not-found': {
    status: 404,
    en: 'There is nothing at this address.',
    ur: 'اس پتے پر کچھ موجود نہیں۔',
  },
  'idempotency-running': {
    status: 409,
    en: 'The same request is still being carried out; ask again in a moment.',
    ur: 'یہی درخواست ابھی زیرِ عمل ہے؛ کچھ دیر بعد دوبارہ پوچھیں۔',
  },
  'body-too-large': {
    status: 413,
    en: 'The body is larger than this address accepts.',
    ur: 'بھیجا گیا مواد اس حد سے بڑا ہے جو یہ پتہ قبول کرتا ہے۔',
  },
  'unsupported-media-type': {
    status: 415,
    en: 'This address does not accept this kind of content.',
    ur: 'یہ پتہ اس قسم کا مواد قبول نہیں کرتا۔',
  },
  'too-many-refusals': {
    status: 429,
    en: 'Too many requests from your address were refused. Try again in {retryAfterSeconds, plural, one {# second} other {# seconds}}.',
    ur: 'آپ کے پتے سے بہت سی درخواستیں نامنظور ہوئیں۔ {retryAfterSeconds, plural, one {# سیکنڈ} other {# سیکنڈ}} بعد دوبارہ کوشش کریں۔',
  },
  'idempotency-mismatch': {
    status: 422,
    en: 'This Idempotency-Key was used before with a different request.',
    ur: 'یہ Idempotency-Key پہلے کسی مختلف درخواست کے ساتھ استعمال ہو چکی ہے۔',
  },
  'too-many-streams': {
    status: 503,
    en: 'Too many live streams are open; ask for the page instead.',
    ur: 'براہِ راست رابطوں کی حد پوری ہو چکی ہے؛ اس کے بجائے صفحہ طلب کریں۔',
  },
  unavailable: {
    status: 503,
    en: 'The register cannot be reached just now. Send the same again shortly.',
    ur: 'اس وقت ریکارڈ تک رسائی ممکن نہیں۔ تھوڑی دیر بعد یہی دوبارہ بھیجیں۔',
  },
})
