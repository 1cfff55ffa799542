import { refusals } from '@intikhab/kernel/refusal'

/** What the rolls refuse. */
export const rollsRefusals = refusals('rolls', {
  'already-enrolled': {
    status: 409,
    en: 'This CNIC is already enrolled. A vote is moved with Form-21, at the District Election Commissioner of the new area; nobody is enrolled twice.',
    ur: 'یہ شناختی کارڈ نمبر پہلے سے درج ہے۔ ووٹ کی منتقلی فارم 21 کے ذریعے نئے علاقے کے ڈسٹرکٹ الیکشن کمشنر کے پاس ہوتی ہے؛ کوئی شخص دو جگہ درج نہیں ہو سکتا۔',
    section: 'Elections Act 2017, s.26',
  },
  'no-such-address': {
    status: 422,
    en: 'The card gives no address of this kind: a voter is enrolled at the permanent or the temporary address of the card, or at the place of posting.',
    ur: 'کارڈ پر اس قسم کا کوئی پتا نہیں: ووٹر کا اندراج کارڈ کے مستقل یا عارضی پتے پر، یا تعیناتی کے مقام پر ہوتا ہے۔',
    section: 'Elections Act 2017, s.27',
  },
  'same-area': {
    status: 409,
    en: 'The voter is enrolled in this electoral area already.',
    ur: 'ووٹر پہلے ہی اسی انتخابی علاقے میں درج ہے۔',
  },
  'not-removed': {
    status: 409,
    en: 'Only somebody who was removed from the roll can be restored to it.',
    ur: 'صرف وہی نام بحال ہو سکتا ہے جو فہرست سے خارج کیا گیا ہو۔',
  },
  'status-does-not-allow': {
    status: 409,
    en: 'The standing of this entry does not allow that.',
    ur: 'اس اندراج کی موجودہ حیثیت میں یہ ممکن نہیں۔',
  },
  frozen: {
    status: 409,
    en: 'The rolls are frozen: no correction, enrolment or transfer until the results are announced.',
    ur: 'انتخابی فہرستیں منجمد ہیں: نتائج کے اعلان تک کوئی تصحیح، اندراج یا منتقلی نہیں ہو سکتی۔',
    section: 'Elections Act 2017, s.39',
  },
  'already-frozen': {
    status: 409,
    en: 'This roll is frozen already for this reason.',
    ur: 'یہ انتخابی فہرست اسی وجہ سے پہلے ہی منجمد ہے۔',
    section: 'Elections Act 2017, s.39',
  },
  'another-term': {
    status: 409,
    en: 'The roll was made for an Assembly whose term ends on another day.',
    ur: 'یہ فہرست ایسی اسمبلی کے لیے ہے جس کی مدت کسی اور دن ختم ہوتی ہے۔',
    section: 'Elections Act 2017, s.39(1)',
  },
  'unknown-seat': {
    status: 422,
    en: 'No census block is assigned to this constituency in that delimitation.',
    ur: 'اس حلقہ بندی میں اس حلقے کا کوئی مردم شماری بلاک درج نہیں۔',
  },
  'results-announced': {
    status: 409,
    en: 'The results for which this roll was made are announced: there is nothing to freeze.',
    ur: 'جن نتائج کے لیے یہ فہرست بنی تھی ان کا اعلان ہو چکا ہے: اب منجمد کرنے کو کچھ نہیں۔',
  },
  'unknown-area': {
    status: 422,
    en: 'There is no electoral area with this census block code.',
    ur: 'اس مردم شماری بلاک کوڈ کا کوئی انتخابی علاقہ موجود نہیں۔',
  },
  'unknown-district': {
    status: 422,
    en: 'The rolls have no district with this code.',
    ur: 'انتخابی فہرستوں میں اس کوڈ کا کوئی ضلع نہیں۔',
  },
  'serial-taken': {
    status: 409,
    en: 'Another voter already has this serial number in the list of the block.',
    ur: 'بلاک کی فہرست میں یہ سلسلہ نمبر پہلے ہی کسی اور ووٹر کا ہے۔',
  },
  'register-not-empty': {
    status: 409,
    en: 'A whole register is loaded into an empty one only: in this one there are voters, or were.',
    ur: 'مکمل رجسٹر صرف خالی رجسٹر میں لادا جا سکتا ہے: اس رجسٹر میں ووٹر درج ہیں یا پہلے درج رہ چکے ہیں۔',
  },
  'not-enrolled': {
    status: 404,
    en: 'Nobody is enrolled with this CNIC.',
    ur: 'اس شناختی کارڈ نمبر سے کوئی درج نہیں۔',
  },
  'under-age': {
    status: 422,
    en: 'A voter must be 18 on the qualifying date.',
    ur: 'اہلیت کی تاریخ پر ووٹر کی عمر 18 سال ہونا لازم ہے۔',
    section: 'Elections Act 2017, s.26',
  },
  'unknown-voter': {
    status: 404,
    en: 'The register of this district has nobody under this name.',
    ur: 'اس ضلعے کے رجسٹر میں اس نام کا کوئی اندراج نہیں۔',
  },
  'unknown-roll': {
    status: 404,
    en: 'There is no roll of this name.',
    ur: 'اس نام کی کوئی انتخابی فہرست موجود نہیں۔',
  },
  'invalid-feed': {
    status: 422,
    en: 'The file has faults and nothing of it was taken in; the report names each line.',
    ur: 'فائل میں غلطیاں ہیں اور اس میں سے کچھ درج نہیں کیا گیا؛ رپورٹ میں ہر سطر کی نشاندہی ہے۔',
  },
  'voters-without-a-place': {
    status: 422,
    en: 'Voters stand in blocks whose electoral area or seat is not known; they would get no answer.',
    ur: 'کچھ ووٹر ایسے بلاکوں میں ہیں جن کا انتخابی علاقہ یا حلقہ معلوم نہیں؛ انھیں جواب نہ مل سکے گا۔',
  },
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
  'no-list-edition': {
    status: 404,
    en: 'No edition of the lists of this roll has been made yet, or the edition lacks this area.',
    ur: 'اس فہرست کی کوئی اشاعت ابھی تیار نہیں ہوئی، یا اشاعت میں یہ علاقہ نہیں۔',
  },
  'edition-being-made': {
    status: 409,
    en: 'An edition of this roll is being made at this moment.',
    ur: 'اس وقت اس فہرست کی ایک اشاعت تیار ہو رہی ہے۔',
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
