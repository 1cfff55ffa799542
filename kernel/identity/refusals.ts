import { refusals } from '@intikhab/kernel/refusal'

/** What identity refuses. A wrong name, a wrong password and a wrong code are one refusal: a stranger learns nothing. */
export const identityRefusals = refusals('identity', {
  'wrong-credentials': {
    status: 401,
    en: 'The name, the password or the code is wrong, or the code was used before.',
    ur: 'نام، پاس ورڈ یا کوڈ غلط ہے، یا کوڈ پہلے استعمال ہو چکا ہے۔',
  },
  'too-many-attempts': {
    status: 429,
    en: 'Too many failed sign-ins. Try again in {retryAfterSeconds, plural, one {# second} other {# seconds}}.',
    ur: 'سائن اِن کی بہت زیادہ ناکام کوششیں ہوئیں۔ {retryAfterSeconds, plural, one {# سیکنڈ} other {# سیکنڈ}} بعد دوبارہ کوشش کریں۔',
  },
  busy: {
    status: 503,
    en: 'Very many people are signing in at this moment. Try again shortly.',
    ur: 'اس وقت بہت سے لوگ سائن اِن کر رہے ہیں۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔',
  },
  'weak-password': {
    status: 422,
    en: 'A password has 12 to 128 characters and is not the sign-in name.',
    ur: 'پاس ورڈ 12 سے 128 حروف کا ہو اور سائن اِن نام سے مختلف ہو۔',
  },
  'name-taken': {
    status: 409,
    en: 'An account with this sign-in name exists.',
    ur: 'اس سائن اِن نام کا اکاؤنٹ پہلے سے موجود ہے۔',
  },
  'account-unknown': {
    status: 404,
    en: 'There is no such account.',
    ur: 'ایسا کوئی اکاؤنٹ موجود نہیں۔',
  },
  'bad-device-key': {
    status: 422,
    en: 'A device key is the 32 bytes of an Ed25519 public key in base64.',
    ur: 'آلے کی کلید Ed25519 پبلک کی کے 32 بائٹ پر مشتمل base64 متن ہوتی ہے۔',
  },
  'device-elsewhere': {
    status: 409,
    en: 'This device is enrolled for another station or another election.',
    ur: 'یہ آلہ کسی اور پولنگ اسٹیشن یا کسی اور انتخاب کے لیے درج ہے۔',
  },
  'device-unknown': {
    status: 404,
    en: 'There is no such device.',
    ur: 'ایسا کوئی آلہ درج نہیں۔',
  },
})
