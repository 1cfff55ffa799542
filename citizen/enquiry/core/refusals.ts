import { refusals } from '@intikhab/kernel/refusal'

/** What the enquiry refuses. */
export const enquiryRefusals = refusals('enquiry', {
  'cnic-missing': {
    status: 400,
    en: 'Enter your CNIC number: the 13 digits on your identity card.',
    ur: 'اپنا شناختی کارڈ نمبر درج کریں: کارڈ پر لکھے 13 ہندسے۔',
  },
  'cnic-not-digits': {
    status: 400,
    en: 'A CNIC number has digits only, with or without dashes, as in 12345-1234567-1. Leave out everything else.',
    ur: 'شناختی کارڈ نمبر میں صرف ہندسے ہوتے ہیں، ڈیش کے ساتھ یا بغیر، جیسے 12345-1234567-1۔ باقی سب کچھ ہٹا دیں۔',
  },
  'cnic-wrong-length': {
    status: 400,
    en: 'A CNIC number has exactly 13 digits. Check the number on your identity card.',
    ur: 'شناختی کارڈ نمبر میں پورے 13 ہندسے ہوتے ہیں۔ اپنے کارڈ پر نمبر دیکھ لیں۔',
  },
  'cnic-impossible': {
    status: 400,
    en: 'No CNIC number begins with 0. Check the number on your identity card.',
    ur: 'کوئی شناختی کارڈ نمبر 0 سے شروع نہیں ہوتا۔ اپنے کارڈ پر نمبر دیکھ لیں۔',
  },
  'too-many-requests': {
    status: 429,
    en: 'Too many questions from this connection. Wait a while and ask again.',
    ur: 'اس رابطے سے بہت زیادہ سوال پوچھے گئے ہیں۔ کچھ دیر بعد دوبارہ پوچھیں۔',
  },
  'cnic-asked-too-often': {
    status: 429,
    en: 'This CNIC number has been asked about too often today. Ask again tomorrow, or call the helpline.',
    ur: 'اس شناختی کارڈ نمبر کے بارے میں آج بہت بار پوچھا جا چکا ہے۔ کل دوبارہ پوچھیں یا ہیلپ لائن پر فون کریں۔',
  },
  'no-roll-published': {
    status: 503,
    en: 'The electoral roll is not published yet. Ask again later, or call your District Election Commissioner.',
    ur: 'انتخابی فہرست ابھی شائع نہیں ہوئی۔ بعد میں پوچھیں یا اپنے ڈسٹرکٹ الیکشن کمشنر کو فون کریں۔',
  },
})
