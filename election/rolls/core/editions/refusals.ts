import { refusals } from '@intikhab/kernel/refusal'

/** What stages, lists, copies and prints of a roll refuse. */
export const editionRefusals = refusals('rolls', {
  'stage-out-of-order': {
    status: 409,
    en: 'The roll is not at the stage from which this step follows: preliminary, display, final.',
    ur: 'فہرست اس مرحلے پر نہیں جس کے بعد یہ قدم آتا ہے: ابتدائی، نمائش، حتمی۔',
    section: 'Elections Act 2017, ss.28–34',
  },
  'display-in-the-past': {
    status: 422,
    en: 'The display cannot begin on a day that is over.',
    ur: 'نمائش گزرے ہوئے دن سے شروع نہیں ہو سکتی۔',
  },
  'display-too-short': {
    status: 422,
    en: 'The display is shorter than the days that the law gives for claims and objections.',
    ur: 'نمائش کی مدت ان دنوں سے کم ہے جو قانون دعووں اور اعتراضات کے لیے دیتا ہے۔',
    section: 'Elections Act 2017, s.28',
  },
  'display-not-longer': {
    status: 422,
    en: 'An extension must end later than the display does now, and not on a day that is over.',
    ur: 'توسیع نمائش کی موجودہ آخری تاریخ کے بعد ختم ہونی چاہیے، اور کسی گزرے ہوئے دن پر نہیں۔',
  },
  'claims-undecided': {
    status: 409,
    en: 'Claims and objections of the display are still undecided; the roll is made final after the last of them.',
    ur: 'نمائش کے دعوے اور اعتراضات ابھی زیرِ فیصلہ ہیں؛ فہرست ان سب کے فیصلے کے بعد حتمی ہوتی ہے۔',
    section: 'Elections Act 2017, s.34',
  },
  'unknown-display-centre': {
    status: 404,
    en: 'There is no display centre of this number.',
    ur: 'اس نمبر کا کوئی مرکزِ نمائش موجود نہیں۔',
  },
  'area-displayed-elsewhere': {
    status: 409,
    en: 'An electoral area has one display centre, and this one has another already.',
    ur: 'ہر انتخابی علاقے کا ایک ہی مرکزِ نمائش ہوتا ہے، اور اس علاقے کا پہلے سے ایک ہے۔',
  },
  'area-of-another-district': {
    status: 422,
    en: 'The electoral area lies in another district.',
    ur: 'یہ انتخابی علاقہ کسی اور ضلع میں ہے۔',
  },
  'centres-refused': {
    status: 422,
    en: 'The table of display centres has faults and nothing of it was taken in; the report names each line.',
    ur: 'مراکزِ نمائش کے جدول میں غلطیاں ہیں اور اس میں سے کچھ درج نہیں کیا گیا؛ رپورٹ میں ہر سطر کی نشاندہی ہے۔',
  },
  'no-list-edition': {
    status: 404,
    en: 'No edition of the lists of this roll has been made yet, or the edition lacks this area.',
    ur: 'اس فہرست کی کوئی اشاعت ابھی تیار نہیں ہوئی، یا اشاعت میں یہ علاقہ نہیں۔',
  },
  'serials-overlap': {
    status: 409,
    en: 'Two polling stations of one seat serve the same serial numbers of a list.',
    ur: 'ایک حلقے کے دو پولنگ اسٹیشن ایک ہی فہرست کے وہی سلسلہ نمبر لیے ہوئے ہیں۔',
    section: 'Elections Act 2017, s.59',
  },
  'serials-uncovered': {
    status: 409,
    en: 'Serial numbers of a list are served by no polling station of the seat.',
    ur: 'فہرست کے کچھ سلسلہ نمبر حلقے کے کسی پولنگ اسٹیشن کے ذمے نہیں۔',
    section: 'Elections Act 2017, s.59',
  },
  'serials-beyond-list': {
    status: 409,
    en: 'A polling station serves serial numbers that the list does not have.',
    ur: 'ایک پولنگ اسٹیشن کے ذمے ایسے سلسلہ نمبر ہیں جو فہرست میں نہیں۔',
    section: 'Elections Act 2017, s.59',
  },
  'unknown-polling-station': {
    status: 404,
    en: 'The polling scheme has no such station, or does not say which serial numbers it serves.',
    ur: 'پولنگ اسکیم میں ایسا کوئی اسٹیشن نہیں، یا اس کے سلسلہ نمبر درج نہیں۔',
  },
  'no-marked-copy': {
    status: 404,
    en: 'No marked copy of this number has been made for the election.',
    ur: 'اس انتخاب کے لیے اس نمبر کی کوئی نشان زدہ نقل تیار نہیں ہوئی۔',
  },
  'voted-by-post': {
    status: 409,
    en: 'A postal ballot was issued to this voter: no ballot is issued at the polling station.',
    ur: 'اس ووٹر کو ڈاک کا بیلٹ جاری ہو چکا ہے: پولنگ اسٹیشن پر بیلٹ جاری نہیں ہوگا۔',
    section: 'Elections Act 2017, s.93',
  },
  'votes-from-abroad': {
    status: 409,
    en: 'This voter votes from abroad: no ballot is issued at the polling station.',
    ur: 'یہ ووٹر بیرونِ ملک سے ووٹ دیتا ہے: پولنگ اسٹیشن پر بیلٹ جاری نہیں ہوگا۔',
    section: 'Elections Act 2017, s.94',
  },
  'unknown-print': {
    status: 404,
    en: 'There is no such document, or it is not ready yet.',
    ur: 'ایسی کوئی دستاویز نہیں، یا وہ ابھی تیار نہیں ہوئی۔',
  },
})
