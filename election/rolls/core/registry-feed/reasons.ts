import type { Text } from '@intikhab/kernel/language'

/** Why a record of the registry changed nothing. Part of the interface: `docs/registry-feed.md` lists each. */
export const refusedReasons = {
  unreadable: {
    en: 'The line is not a record: it is no JSON object, or carries another number than its place.',
    ur: 'سطر کوئی ریکارڈ نہیں: یہ JSON نہیں، یا اس کا نمبر اس کی جگہ سے مختلف ہے۔',
  },
  'unknown-kind': {
    en: 'The kind of record is none that is agreed.',
    ur: 'ریکارڈ کی قسم طے شدہ اقسام میں سے نہیں۔',
  },
  'cnic-length': { en: 'The CNIC does not have 13 digits.', ur: 'شناختی کارڈ نمبر کے 13 ہندسے نہیں۔' },
  'cnic-malformed': {
    en: 'The CNIC holds something other than digits and dashes, or begins with zero.',
    ur: 'شناختی کارڈ نمبر میں ہندسوں اور ڈیش کے علاوہ کچھ ہے، یا یہ صفر سے شروع ہوتا ہے۔',
  },
  missing: { en: 'Something that every such record has is missing.', ur: 'لازمی اندراج موجود نہیں۔' },
  'unknown-code': {
    en: 'A code is none of those that are agreed.',
    ur: 'درج کردہ کوڈ طے شدہ کوڈز میں سے نہیں۔',
  },
  'text-too-long': { en: 'A text is longer than the card has room for.', ur: 'متن کارڈ کی گنجائش سے لمبا ہے۔' },
  'text-damaged': {
    en: 'A text holds characters that no text has: it was damaged on its way.',
    ur: 'متن میں ناقابلِ قبول علامات ہیں: یہ راستے میں خراب ہوا ہے۔',
  },
  'not-in-urdu': {
    en: 'A text that must be in Urdu is in another script.',
    ur: 'جو متن اردو میں ہونا لازم ہے وہ کسی اور رسم الخط میں ہے۔',
  },
  'impossible-date': {
    en: 'There is no such date, or nobody is that old.',
    ur: 'ایسی کوئی تاریخ نہیں، یا اتنی عمر ممکن نہیں۔',
  },
  'date-in-the-future': { en: 'The date lies in the future.', ur: 'تاریخ مستقبل کی ہے۔' },
  'block-malformed': {
    en: 'A census block code has nine digits; this has not.',
    ur: 'مردم شماری بلاک کوڈ کے نو ہندسے ہوتے ہیں؛ اس کے نہیں۔',
  },
  'no-such-address': {
    en: 'The card does not have the address that was chosen on it (s.27).',
    ur: 'کارڈ پر وہ پتا موجود نہیں جو منتخب کیا گیا ہے (دفعہ 27)۔',
  },
  'not-a-citizen': {
    en: 'A Pakistan Origin Card is not a card of a citizen (s.26).',
    ur: 'پاکستان اوریجن کارڈ شہری کا کارڈ نہیں (دفعہ 26)۔',
  },
  'not-yet-18': {
    en: 'Not yet 18 on the qualifying date; enrolled by itself once 18 (s.26).',
    ur: 'اہلیت کی تاریخ پر عمر 18 سال سے کم ہے؛ 18 سال پورے ہونے پر اندراج خود ہو جائے گا (دفعہ 26)۔',
  },
  'not-on-the-roll': { en: 'Nobody is enrolled with this CNIC.', ur: 'اس شناختی کارڈ نمبر سے کوئی درج نہیں۔' },
  'nothing-to-change': {
    en: 'The roll says so already.',
    ur: 'فہرست میں پہلے سے یہی درج ہے۔',
  },
} as const satisfies Record<string, Text>
export type RefusedReason = keyof typeof refusedReasons

/** Why somebody is to be visited before the roll changes. */
export const verifyReasons = {
  'unknown-block': {
    en: 'The address lies in a census block that no electoral area has.',
    ur: 'پتا ایسے مردم شماری بلاک میں ہے جس کا کوئی انتخابی علاقہ نہیں۔',
  },
  moved: {
    en: 'The card now has an address in another electoral area; the entry stays until somebody was at the door.',
    ur: 'کارڈ پر اب کسی دوسرے انتخابی علاقے کا پتا ہے؛ گھر پر تصدیق تک اندراج برقرار رہے گا۔',
  },
  'choice-changed': {
    en: 'The card names another of its addresses as the chosen one.',
    ur: 'کارڈ پر اب کوئی دوسرا پتا منتخب کیا گیا ہے۔',
  },
  'gender-changed': { en: 'The card gives another gender.', ur: 'کارڈ پر جنس مختلف ہے۔' },
  'age-changed': {
    en: 'The card gives a date of birth by which the voter is not yet 18.',
    ur: 'کارڈ کی تاریخِ پیدائش کے مطابق ووٹر کی عمر 18 سال سے کم ہے۔',
  },
  'was-removed': {
    en: 'Somebody with this CNIC was removed from the roll.',
    ur: 'اس شناختی کارڈ نمبر کا نام فہرست سے خارج کیا جا چکا ہے۔',
  },
  'still-waiting': {
    en: 'A visit to this person is due already.',
    ur: 'اس شخص کے گھر پر تصدیق پہلے سے باقی ہے۔',
  },
  'noted-dead': {
    en: 'A card is issued to somebody whose death is noted.',
    ur: 'جس شخص کی وفات درج ہے اس کے نام کارڈ جاری ہوا ہے۔',
  },
  'death-to-confirm': {
    en: 'The death is noted; the entry is taken off when it is confirmed at the door.',
    ur: 'وفات درج کر لی گئی؛ گھر پر تصدیق کے بعد نام خارج ہوگا۔',
  },
  'death-of-another': {
    en: 'The date of birth in the record of death is not that of the voter.',
    ur: 'وفات کے ریکارڈ میں تاریخِ پیدائش ووٹر کی نہیں۔',
  },
  'ended-while-waiting': {
    en: 'The card of somebody who is still to be visited was cancelled, or the person died.',
    ur: 'جس شخص کی تصدیق باقی تھی اس کا کارڈ منسوخ ہوا یا وہ وفات پا گیا۔',
  },
} as const satisfies Record<string, Text>
export type VerifyReason = keyof typeof verifyReasons

/** What becomes of a record; `held` is no end: a record held back during a freeze is applied after it (s.39). */
export const outcomes = ['enrolled', 'changed', 'deleted', 'to-verify', 'refused', 'held'] as const
export type RecordOutcome = (typeof outcomes)[number]

/** How many records ended how. */
export type OutcomeCounts = Readonly<Record<RecordOutcome, number>>

export const noOutcomes: OutcomeCounts = { enrolled: 0, changed: 0, deleted: 0, 'to-verify': 0, refused: 0, held: 0 }
