import { refusals, type RefusalKind } from '@intikhab/kernel/refusal'

/** Why a form, a correction or a document is not taken. A failed blocking check refuses under the finding's own code. */
export const resultsRefusals = refusals('results', {
  malformed: {
    status: 400,
    en: 'The bundle cannot be read as a signed form.',
    ur: 'بنڈل کو دستخط شدہ فارم کے طور پر پڑھا نہیں جا سکتا۔',
  },
  'unknown-device': {
    status: 403,
    en: 'This device is not enrolled for the election.',
    ur: 'یہ آلہ اس انتخاب کے لیے درج نہیں۔',
  },
  'wrong-signature': {
    status: 403,
    en: 'The signature does not fit the form and the device.',
    ur: 'دستخط فارم اور آلے سے مطابقت نہیں رکھتے۔',
  },
  'device-revoked': {
    status: 202,
    en: 'The device had been revoked when this form arrived. The form is kept and marked; it is not counted until it is decided.',
    ur: 'یہ فارم آلہ منسوخ ہونے کے بعد پہنچا۔ فارم نشان زد کر کے محفوظ کر لیا گیا ہے؛ فیصلے تک شمار نہیں ہوگا۔',
  },
  'device-term-over': {
    status: 202,
    en: 'The term for which the device was enrolled was over when this form arrived. The form is kept and marked; it is not counted until it is decided.',
    ur: 'یہ فارم آلے کے اندراج کی مدت ختم ہونے کے بعد پہنچا۔ فارم نشان زد کر کے محفوظ کر لیا گیا ہے؛ فیصلے تک شمار نہیں ہوگا۔',
  },
  'form-46-in-place-of-45': {
    status: 422,
    en: 'A Form-45 was announced and the content is a Form-46. Send the result of the count.',
    ur: 'فارم 45 بتایا گیا لیکن اندر فارم 46 ہے۔ گنتی کا نتیجہ بھیجیں۔',
    section: 'Elections Act 2017, s.90',
  },
  'form-45-in-place-of-46': {
    status: 422,
    en: 'A Form-46 was announced and the content is a Form-45. Send the ballot paper account.',
    ur: 'فارم 46 بتایا گیا لیکن اندر فارم 45 ہے۔ بیلٹ پیپروں کا حساب بھیجیں۔',
    section: 'Elections Act 2017, s.90',
  },
  'another-election': {
    status: 422,
    en: 'The form belongs to another election.',
    ur: 'فارم کسی اور انتخاب کا ہے۔',
  },
  'unknown-contest': {
    status: 422,
    en: 'The election has no such seat.',
    ur: 'اس انتخاب میں ایسا کوئی حلقہ نہیں۔',
  },
  'no-poll': {
    status: 422,
    en: 'There is no poll in this seat: it is uncontested or postponed.',
    ur: 'اس حلقے میں پولنگ نہیں: بلا مقابلہ ہے یا ملتوی۔',
  },
  'station-of-another-seat': {
    status: 422,
    en: 'The polling station belongs to another seat.',
    ur: 'یہ پولنگ اسٹیشن کسی اور حلقے کا ہے۔',
  },
  'unknown-station': {
    status: 422,
    en: 'The polling scheme of the seat has no such station.',
    ur: 'حلقے کی پولنگ اسکیم میں ایسا کوئی اسٹیشن نہیں۔',
  },
  'device-of-another-station': {
    status: 403,
    en: 'The device is enrolled for another polling station.',
    ur: 'یہ آلہ کسی اور پولنگ اسٹیشن کے لیے درج ہے۔',
  },
  'made-in-future': {
    status: 422,
    en: 'The form is dated in the future. Set the clock of the device and sign again.',
    ur: 'فارم پر آنے والے وقت کی تاریخ ہے۔ آلے کی گھڑی درست کر کے دوبارہ دستخط کریں۔',
  },
  'made-before-poll': {
    status: 422,
    en: 'The form is dated before the day of the poll.',
    ur: 'فارم پر پولنگ کے دن سے پہلے کی تاریخ ہے۔',
  },
  'too-many-candidates': {
    status: 422,
    en: 'The form has more candidates than the seat.',
    ur: 'فارم میں حلقے سے زیادہ امیدوار ہیں۔',
  },
  'too-few-candidates': {
    status: 422,
    en: 'The form has fewer candidates than the seat.',
    ur: 'فارم میں حلقے سے کم امیدوار ہیں۔',
  },
  'candidate-order': {
    status: 422,
    en: "The candidates are not in the order of the seat's list (Form-33).",
    ur: 'امیدوار حلقے کی فہرست (فارم 33) کی ترتیب میں نہیں۔',
  },
  'image-of-another-station': {
    status: 422,
    en: 'The same photograph was sent for another polling station.',
    ur: 'یہی تصویر کسی اور پولنگ اسٹیشن کے لیے بھیجی جا چکی ہے۔',
  },
  'received-different': {
    status: 409,
    en: 'Another form of this station is already in. This one is kept for the returning officer and is not counted.',
    ur: 'اس اسٹیشن کا دوسرا فارم پہلے آ چکا ہے۔ یہ ریٹرننگ افسر کے لیے محفوظ ہے اور شمار نہیں ہوگا۔',
  },
  busy: {
    status: 503,
    en: 'The intake cannot store forms at this moment. Send it again; nothing is lost.',
    ur: 'اس وقت فارم محفوظ نہیں ہو سکتے۔ دوبارہ بھیجیں؛ کچھ ضائع نہیں ہوا۔',
  },
  'unknown-election': {
    status: 404,
    en: 'There is no such election with results here.',
    ur: 'یہاں ایسے کسی انتخاب کے نتائج نہیں۔',
  },
  'no-such-bundle': {
    status: 404,
    en: 'No such form of this station is in.',
    ur: 'اس اسٹیشن کا ایسا کوئی فارم موصول نہیں ہوا۔',
  },
  'evidence-type': {
    status: 415,
    en: 'The file is not the JPEG, PNG or WebP picture or the PDF that it is sent as.',
    ur: 'فائل وہ JPEG، PNG یا WebP تصویر یا PDF نہیں جس کے طور پر بھیجی گئی ہے۔',
  },
  'evidence-not-promised': {
    status: 422,
    en: 'No accepted form of this election names a photograph with this SHA-256. Send the form first.',
    ur: 'اس انتخاب کے کسی منظور شدہ فارم میں اس SHA-256 کی تصویر کا ذکر نہیں۔ پہلے فارم بھیجیں۔',
  },
  'no-such-evidence': {
    status: 404,
    en: 'No photograph with this SHA-256 has been received in this election.',
    ur: 'اس انتخاب میں اس SHA-256 کی کوئی تصویر موصول نہیں ہوئی۔',
  },
  'evidence-damaged': {
    status: 503,
    en: 'The stored photograph no longer has its SHA-256; it is not shown.',
    ur: 'محفوظ تصویر کا SHA-256 اب وہ نہیں رہا؛ اس لیے دکھائی نہیں جا رہی۔',
  },
  'not-publishing': {
    status: 503,
    en: 'Editions of these results are not being published at this moment.',
    ur: 'اس وقت ان نتائج کے ایڈیشن شائع نہیں ہو رہے۔',
  },
  'nothing-to-correct': {
    status: 409,
    en: 'No form of this station is in yet.',
    ur: 'اس اسٹیشن کا کوئی فارم ابھی نہیں آیا۔',
  },
  'corrected-meanwhile': {
    status: 409,
    en: 'The form has been corrected meanwhile. Look at the newest version first.',
    ur: 'اس دوران فارم کی درستی ہو چکی ہے۔ پہلے تازہ ترین صورت دیکھیں۔',
  },
  'no-change': {
    status: 422,
    en: 'The correction changes no figure. To let the form stand as it is, confirm it.',
    ur: 'درستی سے کوئی عدد نہیں بدلتا۔ فارم کو جوں کا توں رکھنے کے لیے اس کی تصدیق کریں۔',
  },
  'confirmation-changes': {
    status: 422,
    en: 'A confirmation may not change a figure. Send a correction.',
    ur: 'تصدیق سے کوئی عدد نہیں بدل سکتا۔ درستی بھیجیں۔',
  },
  'stations-awaited': {
    status: 409,
    en: 'Stations are still awaited, so the seat cannot be consolidated.',
    ur: 'ابھی کچھ اسٹیشنوں کا نتیجہ باقی ہے، اس لیے نتائج یکجا نہیں ہو سکتے۔',
    section: 'Elections Act 2017, s.95',
  },
  'blocking-findings': {
    status: 409,
    en: 'Forms of the seat fail a check and are neither corrected nor confirmed.',
    ur: 'حلقے کے کچھ فارم جانچ پر پورے نہیں اترے اور نہ درست ہوئے نہ ان کی تصدیق ہوئی۔',
    section: 'Elections Act 2017, s.95',
  },
  'no-postal-row': {
    status: 409,
    en: 'The postal ballots have not been recorded. Record them, also where there are none.',
    ur: 'ڈاک کے ووٹ درج نہیں ہوئے۔ انہیں درج کریں، چاہے ایک بھی نہ ہو۔',
    section: 'Elections Act 2017, s.93',
  },
  'postal-sum': {
    status: 422,
    en: 'The postal ballots do not add up: valid and excluded must be those received in time, at most those issued.',
    ur: 'ڈاک کے ووٹوں کا میزان درست نہیں: درست اور مسترد مل کر بروقت ملنے والوں کے برابر، اور جاری شدہ سے زیادہ نہ ہوں۔',
    section: 'Elections Act 2017, s.93',
  },
  'not-consolidated': {
    status: 409,
    en: 'The newest Form-48 does not hold the newest forms. Consolidate first.',
    ur: 'تازہ ترین فارم 48 میں تازہ ترین فارم شامل نہیں۔ پہلے نتائج یکجا کریں۔',
    section: 'Elections Act 2017, s.95',
  },
  'reason-wanted': {
    status: 422,
    en: 'There is a version already. Say why another one is made.',
    ur: 'ایک صورت پہلے سے موجود ہے۔ نئی صورت بنانے کی وجہ لکھیں۔',
  },
  tied: {
    status: 409,
    en: 'The highest votes are equal. The lot drawn by the returning officer must be recorded.',
    ur: 'سب سے زیادہ ووٹ برابر ہیں۔ ریٹرننگ افسر کی قرعہ اندازی درج کرنا ہوگی۔',
  },
  'lot-without-tie': {
    status: 422,
    en: 'A lot may only choose among candidates who share the highest votes.',
    ur: 'قرعہ اندازی صرف ان امیدواروں میں ہو سکتی ہے جن کے سب سے زیادہ ووٹ برابر ہوں۔',
  },
  'no-such-set-aside': {
    status: 404,
    en: 'No form of this seat with this SHA-256 was set aside.',
    ur: 'اس حلقے کا اس SHA-256 والا کوئی فارم الگ نہیں رکھا گیا۔',
  },
  'already-decided': {
    status: 409,
    en: 'It has been decided already whether this form counts.',
    ur: 'اس فارم کے شمار ہونے یا نہ ہونے کا فیصلہ پہلے ہی ہو چکا ہے۔',
  },
  'unknown-candidate': {
    status: 422,
    en: 'The seat has no candidate with this serial number.',
    ur: 'اس حلقے میں اس سلسلہ نمبر کا کوئی امیدوار نہیں۔',
  },
  'recount-not-due': {
    status: 409,
    en: 'Neither test of the law for a recount is met by the figures.',
    ur: 'اعداد و شمار پر دوبارہ گنتی کی کوئی قانونی شرط پوری نہیں ہوتی۔',
    section: 'Elections Act 2017, s.95(5)',
  },
  'recount-after-consolidation': {
    status: 409,
    en: 'It is too late for a recount: the consolidation has gone on.',
    ur: 'دوبارہ گنتی کا وقت گزر چکا ہے: نتائج یکجا کرنے کا عمل آگے بڑھ چکا ہے۔',
    section: 'Elections Act 2017, s.95',
  },
  'recount-ordered': {
    status: 409,
    en: 'A recount of this seat is ordered and not finished.',
    ur: 'اس حلقے میں دوبارہ گنتی کا حکم ہو چکا ہے اور گنتی ابھی مکمل نہیں۔',
  },
  'recount-of-the-officer': {
    status: 403,
    en: "A recount on a candidate's request is ordered by the returning officer; the Commission orders its own.",
    ur: 'امیدوار کی درخواست پر دوبارہ گنتی کا حکم ریٹرننگ افسر دیتا ہے؛ کمیشن اپنا حکم خود دیتا ہے۔',
    section: 'Elections Act 2017, s.95(5)',
  },
  'row-total': {
    status: 422,
    en: "A candidate's total is not the sum of the votes in the row. Read the row again.",
    ur: 'ایک امیدوار کا میزان اس کی قطار کے ووٹوں کے مجموعے کے برابر نہیں۔ قطار دوبارہ پڑھیں۔',
    section: 'Elections Act 2017, s.90',
  },
  'sum-of-candidates': {
    status: 422,
    en: "The candidates' votes do not add up to the total valid votes. Read the form again.",
    ur: 'امیدواروں کے ووٹوں کا مجموعہ کل درست ووٹوں کے برابر نہیں۔ فارم دوبارہ پڑھیں۔',
    section: 'Elections Act 2017, s.90',
  },
  'polled-sum': {
    status: 422,
    en: 'The voters struck off do not add up to their total.',
    ur: 'ووٹ ڈالنے والوں کا مجموعہ ان کے میزان کے برابر نہیں۔',
  },
  'registered-sum': {
    status: 422,
    en: 'Registered men and women do not add up to their total.',
    ur: 'رجسٹرڈ مردوں اور عورتوں کا مجموعہ میزان کے برابر نہیں۔',
  },
  'polled-above-registered': {
    status: 422,
    en: 'More voters polled than are registered at the station.',
    ur: 'ووٹ ڈالنے والے اسٹیشن کے رجسٹرڈ ووٹروں سے زیادہ ہیں۔',
  },
  'ballots-above-registered': {
    status: 422,
    en: 'More ballots were counted than voters are registered at the station.',
    ur: 'گنے گئے بیلٹ اسٹیشن کے رجسٹرڈ ووٹروں سے زیادہ ہیں۔',
  },
  'ballot-account': {
    status: 422,
    en: 'The ballot papers do not account for those received.',
    ur: 'بیلٹ پیپروں کا حساب ملنے والے بیلٹ پیپروں کے برابر نہیں۔',
    section: 'Elections Act 2017, s.90',
  },
})

export type ResultsRefusal = keyof typeof resultsRefusals

/** The refusal of a blocking check; undefined for a check that never refuses a bundle. */
export function findRefusalOfCheck(code: string): RefusalKind | undefined {
  return Object.hasOwn(resultsRefusals, code) ? resultsRefusals[code as ResultsRefusal] : undefined
}
