import { refusals } from '@intikhab/kernel/refusal'

/** What the programme refuses. */
export const programmeRefusals = refusals('programme', {
  'bad-election-id': {
    status: 400,
    en: 'An election is named by lower-case words and numbers joined with hyphens, for example general-election-2018.',
    ur: 'انتخاب کا شناختی نام چھوٹے انگریزی حروف اور ہندسوں پر مشتمل ہو جنھیں ہائفن سے جوڑا گیا ہو، مثلاً general-election-2018۔',
  },
  'unknown-rule-pack': {
    status: 422,
    en: 'There is no rule pack of this name.',
    ur: 'اس نام کا کوئی قانونی ضابطہ موجود نہیں۔',
  },
  'bad-stage-date': {
    status: 422,
    en: 'Every stage of the programme needs a date that exists.',
    ur: 'پروگرام کے ہر مرحلے کے لیے درست تاریخ لازم ہے۔',
    section: 'Elections Act 2017, s.57(2)',
  },
  'bad-holiday': {
    status: 422,
    en: 'A holiday is a day that exists, written YYYY-MM-DD.',
    ur: 'تعطیل کے لیے ایسی درست تاریخ دیں جو YYYY-MM-DD کی صورت میں لکھی ہو۔',
  },
  'unknown-election': {
    status: 404,
    en: 'There is no election of this name.',
    ur: 'اس نام کا کوئی انتخاب موجود نہیں۔',
  },
  'election-exists': {
    status: 409,
    en: 'An election of this name exists already.',
    ur: 'اس نام کا انتخاب پہلے سے موجود ہے۔',
  },
  'reason-missing': {
    status: 422,
    en: 'Give the reason for this programme; it is published with it.',
    ur: 'اس پروگرام کی وجہ درج کریں؛ یہ پروگرام کے ساتھ شائع ہوتی ہے۔',
    section: 'Elections Act 2017, s.58',
  },
  'nothing-changed': {
    status: 422,
    en: 'This programme is the same as the one in force.',
    ur: 'یہ پروگرام نافذ العمل پروگرام ہی جیسا ہے۔',
  },
  'stage-out-of-order': {
    status: 422,
    en: 'A stage cannot end before the stage it follows; no order can allow that.',
    ur: 'کوئی مرحلہ اپنے پچھلے مرحلے سے پہلے ختم نہیں ہو سکتا؛ کوئی حکم اس کی اجازت نہیں دے سکتا۔',
    section: 'Elections Act 2017, s.57(2)',
  },
  'order-needed': {
    status: 422,
    en: 'This programme gives less time than the law; name the order of the Commission that allows it.',
    ur: 'یہ پروگرام قانون سے کم وقت دیتا ہے؛ کمیشن کے اس حکم کا حوالہ دیں جس میں اس کی اجازت دی گئی ہے۔',
    section: 'Elections Act 2017, s.58',
  },
  'version-conflict': {
    status: 409,
    en: 'The programme has been changed in the meantime; look at the new one and propose again.',
    ur: 'اس دوران پروگرام تبدیل ہو چکا ہے؛ نیا پروگرام دیکھ کر دوبارہ تجویز دیں۔',
  },
})
