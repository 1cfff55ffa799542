import { refusals } from '@intikhab/kernel/refusal'

/** Every refusal of the polling scheme. */
export const pollingSchemeRefusals = refusals('polling-scheme', {
  'no-stations': {
    status: 422,
    en: 'A polling scheme without polling stations cannot be taken in.',
    ur: 'پولنگ اسٹیشنوں کے بغیر پولنگ اسکیم درج نہیں کی جا سکتی۔',
    section: 'Elections Act 2017, s.59',
  },
  'station-twice': {
    status: 422,
    en: 'The scheme has two polling stations with the same number in one constituency.',
    ur: 'اسکیم میں ایک ہی حلقے کے دو پولنگ اسٹیشنوں کا نمبر ایک ہے۔',
    section: 'Elections Act 2017, s.59',
  },
  'reason-missing': {
    status: 422,
    en: 'A later version of a polling scheme needs a reason for the change.',
    ur: 'پولنگ اسکیم کے نئے نسخے کے لیے تبدیلی کی وجہ درج کرنا لازم ہے۔',
  },
  'draft-after-final': {
    status: 409,
    en: 'The scheme is final: it can be followed by another final version only, not by a draft.',
    ur: 'اسکیم حتمی ہے: اس کے بعد مسودہ نہیں، صرف نیا حتمی نسخہ آ سکتا ہے۔',
    section: 'Elections Act 2017, s.59',
  },
  'no-scheme': {
    status: 404,
    en: 'This election has no polling scheme yet.',
    ur: 'اس انتخاب کی پولنگ اسکیم ابھی موجود نہیں۔',
  },
  'file-refused': {
    status: 422,
    en: 'The file cannot be imported; nothing of it was taken. It has {problems, plural, one {one problem} other {# problems}}.',
    ur: 'فائل درآمد نہیں ہو سکتی؛ اس میں سے کچھ نہیں لیا گیا۔ اس میں {problems, plural, one {ایک نقص ہے} other {# نقائص ہیں}}۔',
  },
  'already-imported': {
    status: 409,
    en: 'This very file is already version {version, number} of the scheme.',
    ur: 'یہی فائل پہلے سے اسکیم کا نسخہ {version, number} ہے۔',
  },
  'unknown-delimitation': {
    status: 404,
    en: 'There is no delimitation of this name.',
    ur: 'اس نام کی کوئی حلقہ بندی موجود نہیں۔',
  },
  'unknown-version': {
    status: 404,
    en: 'The election has no such version of its polling scheme.',
    ur: 'اس انتخاب کی پولنگ اسکیم کا ایسا کوئی نسخہ نہیں۔',
  },
  'unknown-election': {
    status: 404,
    en: 'There is no election of this name.',
    ur: 'اس نام کا کوئی انتخاب موجود نہیں۔',
  },
  'unknown-report': {
    status: 404,
    en: 'This version was not imported: it has no report.',
    ur: 'یہ نسخہ درآمد نہیں کیا گیا تھا: اس کی کوئی رپورٹ نہیں۔',
  },
})
