import { refusals } from '@intikhab/kernel/refusal'

/** What the register refuses: enrolments, changes, freezes, loads. */
export const registerRefusals = refusals('rolls', {
  'already-enrolled': {
    status: 409,
    en: 'This CNIC is already enrolled, in the district {district} ({districtUr}). A vote is moved with Form-21, at the District Election Commissioner of the new area; nobody is enrolled twice.',
    ur: 'یہ شناختی کارڈ نمبر پہلے سے ضلع {districtUr} ({district}) میں درج ہے۔ ووٹ کی منتقلی فارم 21 کے ذریعے نئے علاقے کے ڈسٹرکٹ الیکشن کمشنر کے پاس ہوتی ہے؛ کوئی شخص دو جگہ درج نہیں ہو سکتا۔',
    section: 'Elections Act 2017, s.26',
  },
  'enrolled-again': {
    status: 409,
    en: 'The file enrols a CNIC that is enrolled already, and nothing of it was taken in. A vote is moved with Form-21; nobody is enrolled twice.',
    ur: 'فائل میں ایسا شناختی کارڈ نمبر ہے جو پہلے سے درج ہے، اس لیے اس میں سے کچھ درج نہیں کیا گیا۔ ووٹ کی منتقلی فارم 21 سے ہوتی ہے؛ کوئی شخص دو جگہ درج نہیں ہو سکتا۔',
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
  'day-to-come': {
    status: 422,
    en: 'This day is yet to come: the register knows today and the days before.',
    ur: 'یہ دن ابھی آیا نہیں: رجسٹر آج اور گزرے دنوں ہی کا حال بتاتا ہے۔',
  },
  'period-reversed': {
    status: 422,
    en: 'The first day lies after the last one.',
    ur: 'پہلا دن آخری دن کے بعد کا ہے۔',
  },
  'voters-without-a-place': {
    status: 422,
    en: 'Voters stand in blocks whose electoral area or seat is not known; they would get no answer.',
    ur: 'کچھ ووٹر ایسے بلاکوں میں ہیں جن کا انتخابی علاقہ یا حلقہ معلوم نہیں؛ انھیں جواب نہ مل سکے گا۔',
  },
})
