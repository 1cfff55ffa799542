import { catalogue } from '@intikhab/kernel/language'

/** Texts of the programme's pages, public and staff. */
export const words = catalogue({
  programme: { en: 'Election programme', ur: 'انتخابی پروگرام' },
  programmeOf: { en: 'Programme: {election}', ur: 'انتخابی پروگرام: {election}' },
  lead: {
    en: 'The dates of this election from its notification to the poll, held against the days that the law gives each stage.',
    ur: 'اس انتخاب کی نوٹیفکیشن سے پولنگ تک کی تاریخیں، قانون کے مقررہ دنوں کے ساتھ۔',
  },
  otherElections: { en: 'Other elections', ur: 'دیگر انتخابات' },
  poll: { en: 'Poll', ur: 'پولنگ' },
  phaseToday: { en: 'On {day}', ur: '{day} کو' },
  phaseUntil: { en: 'until {day}', ur: '{day} تک' },
  inForce: { en: 'Version in force', ur: 'نافذ العمل ورژن' },
  inForceOf: {
    en: '{count, plural, one {the only one} other {of # versions}}',
    ur: '{count, plural, one {واحد ورژن} other {# ورژنوں میں سے}}',
  },
  totalDays: { en: 'Notification to poll', ur: 'نوٹیفکیشن سے پولنگ تک' },
  totalAtLeast: {
    en: 'the law: at least {days, plural, one {# day} other {# days}}',
    ur: 'قانون: کم از کم {days, plural, one {# دن} other {# دن}}',
  },
  days: { en: '{days, plural, one {# day} other {# days}}', ur: '{days, plural, one {# دن} other {# دن}}' },
  stages: { en: 'Stages', ur: 'مراحل' },
  stageDays: {
    en: '{days, plural, one {# day} other {# days}} after “{from}”; the law gives at least {lawDays}.',
    ur: '”{from}“ کے {days, plural, one {# دن} other {# دن}} بعد؛ قانون میں کم از کم {lawDays}۔',
  },
  shortBy: {
    en: '{days, plural, one {# day} other {# days}} less than the law',
    ur: 'قانون سے {days, plural, one {# دن} other {# دن}} کم',
  },
  onHoliday: { en: 'on a holiday', ur: 'تعطیل کے دن' },
  outOfOrder: { en: 'before the stage it follows', ur: 'اپنے پچھلے مرحلے سے پہلے' },
  past: { en: 'past', ur: 'گزر چکا' },
  lessThanLaw: {
    en: 'This programme gives less time than the law.',
    ur: 'یہ پروگرام قانون سے کم وقت دیتا ہے۔',
  },
  byOrder: {
    en: 'The Commission allowed it by its order {order} under s.58.',
    ur: 'کمیشن نے دفعہ 58 کے تحت اپنے حکم {order} کے ذریعے اس کی اجازت دی۔',
  },
  keepsLaw: {
    en: 'Every stage has at least the days of the law.',
    ur: 'ہر مرحلے کے لیے کم از کم قانون کے مقررہ دن موجود ہیں۔',
  },
  clocks: { en: 'Deadlines that the poll starts', ur: 'وہ مہلتیں جو پولنگ سے شروع ہوتی ہیں' },
  clock: { en: 'What is due', ur: 'کیا واجب ہے' },
  dueAt: { en: 'At the latest', ur: 'آخری وقت' },
  endOfDay: { en: 'end of {day}', ur: '{day} کے اختتام تک' },
  afterConsolidation: { en: 'counts from the consolidation', ur: 'نتائج یکجا ہونے سے شمار' },
  section: { en: 'Section', ur: 'دفعہ' },
  versions: { en: 'Versions', ur: 'ورژن' },
  versionsLead: {
    en: 'A programme is never rewritten: each change is a new version with its reason, and the last one is in force.',
    ur: 'پروگرام میں ردوبدل نہیں ہوتا: ہر تبدیلی اپنی وجہ کے ساتھ ایک نیا ورژن بنتی ہے اور آخری ورژن نافذ ہوتا ہے۔',
  },
  version: { en: 'Version {version, number}', ur: 'ورژن {version, number}' },
  madeAt: { en: 'Made', ur: 'تاریخ' },
  reason: { en: 'Reason', ur: 'وجہ' },
  order: { en: 'Order of the Commission', ur: 'کمیشن کا حکم' },
  approval: { en: 'Approved by a second officer', ur: 'دوسرے افسر کی منظوری' },
  noApproval: { en: 'made by the system itself', ur: 'نظام نے خود نافذ کیا' },
  noOrder: { en: 'none', ur: 'کوئی نہیں' },
  holidays: { en: 'Holidays it was checked with', ur: 'تعطیلات جن کے ساتھ جانچا گیا' },
  findings: { en: 'Against the law', ur: 'قانون کے مقابلے میں' },
  noFindings: { en: 'nothing found', ur: 'کوئی بات سامنے نہیں آئی' },
  changesOf: { en: 'What version {version, number} changed', ur: 'ورژن {version, number} میں کیا بدلا' },
  stage: { en: 'Stage', ur: 'مرحلہ' },
  before: { en: 'Before', ur: 'پہلے' },
  after: { en: 'After', ur: 'بعد میں' },
  daysBefore: { en: 'Days before', ur: 'پہلے دن' },
  daysAfter: { en: 'Days after', ur: 'اب دن' },
  lawDays: { en: 'Days of the law', ur: 'قانونی دن' },
  firstVersion: { en: 'The programme as announced.', ur: 'پروگرام جس طرح اعلان ہوا۔' },
  law: { en: 'The law of this election', ur: 'اس انتخاب کا قانون' },
  lawLead: {
    en: 'This election is judged by “{pack}”, whatever the law says today. Every value below stands with its section and with what we read it in; one that is not settled is marked.',
    ur: 'یہ انتخاب ”{pack}“ کے مطابق پرکھا جاتا ہے، خواہ آج کا قانون کچھ بھی ہو۔ ہر قدر کے ساتھ اس کی دفعہ اور ماخذ درج ہے؛ جس کی تصدیق نہیں ہوئی اس پر نشان ہے۔',
  },
  unconfirmedCount: {
    en: '{count, plural, one {# value is} other {# values are}} not yet confirmed against the text of the law.',
    ur: '{count, plural, one {# قدر کی} other {# اقدار کی}} ابھی قانون کے متن سے تصدیق نہیں ہوئی۔',
  },
  subject: { en: 'Subject', ur: 'موضوع' },
  valueName: { en: 'Rule', ur: 'قاعدہ' },
  value: { en: 'Value', ur: 'قدر' },
  source: { en: 'Read in', ur: 'ماخذ' },
  notPublished: { en: 'No programme has been published yet', ur: 'ابھی کوئی انتخابی پروگرام شائع نہیں ہوا' },
  none: { en: 'none', ur: 'کوئی نہیں' },
})

/** Units of legal values, as said with the value. */
export const units = catalogue({
  days: { en: '{n, plural, one {# day} other {# days}}', ur: '{n, plural, one {# دن} other {# دن}}' },
  hours: { en: '{n, plural, one {# hour} other {# hours}}', ur: '{n, plural, one {# گھنٹہ} other {# گھنٹے}}' },
  months: { en: '{n, plural, one {# month} other {# months}}', ur: '{n, plural, one {# مہینہ} other {# مہینے}}' },
  years: { en: '{n, plural, one {# year} other {# years}}', ur: '{n, plural, one {# سال} other {# سال}}' },
  percent: { en: '{n, number}%', ur: '{n, number} فیصد' },
  votes: { en: '{n, plural, one {# vote} other {# votes}}', ur: '{n, plural, one {# ووٹ} other {# ووٹ}}' },
  voters: { en: '{n, plural, one {# voter} other {# voters}}', ur: '{n, plural, one {# ووٹر} other {# ووٹر}}' },
  rupees: { en: 'Rs {n, number}', ur: '{n, number} روپے' },
  kilometres: { en: '{n, number} km', ur: '{n, number} کلومیٹر' },
  clockNextDay: { en: '{at} the next day', ur: 'اگلے دن {at} بجے' },
  form: { en: 'Form-{number}', ur: 'فارم {number}' },
  yes: { en: 'yes', ur: 'ہاں' },
  no: { en: 'no', ur: 'نہیں' },
})

/** The fixed words that rule packs use as values. */
export const codes = catalogue({
  'consolidation-start': { en: 'the start of consolidation', ur: 'نتائج یکجا کرنے کا آغاز' },
  'consolidation-end': { en: 'the end of consolidation', ur: 'نتائج یکجا کرنے کا اختتام' },
  reasons: { en: 'reasons', ur: 'وجوہات' },
  'written-reasons': { en: 'reasons in writing', ur: 'تحریری وجوہات' },
  'awaited-stations': { en: 'list of the stations awaited', ur: 'باقی ماندہ اسٹیشنوں کی فہرست' },
  'patwar-circle': { en: 'patwar circle', ur: 'پٹوار سرکل' },
  'tapedar-circle': { en: 'tapedar circle', ur: 'تپہ دار سرکل' },
  'census-circle': { en: 'census circle', ur: 'مردم شماری سرکل' },
})

/** How sure we are of a legal value. */
export const marks = catalogue({
  statute: { en: 'words of the Act', ur: 'قانون کے الفاظ' },
  'two-sources': { en: 'two sources', ur: 'دو ماخذ' },
  'one-source': { en: 'one source', ur: 'ایک ماخذ' },
  verify: { en: 'one source, to be checked', ur: 'ایک ماخذ، جانچ باقی' },
  disputed: { en: 'sources disagree', ur: 'ماخذ متفق نہیں' },
  background: { en: 'background knowledge', ur: 'عمومی علم' },
})
