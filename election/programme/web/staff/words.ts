import { catalogue } from '@intikhab/kernel/language'

/** Texts of the programme's screens on the staff console. */
export const staffWords = catalogue({
  proposeChange: { en: 'Propose a change', ur: 'تبدیلی تجویز کریں' },
  now: { en: 'Where the election stands', ur: 'انتخاب اس وقت کہاں ہے' },
  changeLead: {
    en: 'Change the dates; what it does stands beside them at once. Nothing is in force before a second officer approves it, and the version before stays on record.',
    ur: 'تاریخیں بدلیں؛ اثر ساتھ ساتھ نظر آئے گا۔ دوسرے افسر کی منظوری سے پہلے کچھ نافذ نہیں ہوتا اور پچھلا ورژن ریکارڈ میں رہتا ہے۔',
  },
  dates: { en: 'Dates of the stages', ur: 'مراحل کی تاریخیں' },
  was: { en: 'Version {version, number}: {day}', ur: 'ورژن {version, number}: {day}' },
  holidays: { en: 'Holidays', ur: 'تعطیلات' },
  holidaysHint: {
    en: 'Days on which the offices are closed, as YYYY-MM-DD, with spaces between.',
    ur: 'وہ دن جن میں دفاتر بند ہیں، YYYY-MM-DD کی صورت میں، درمیان میں خالی جگہ۔',
  },
  whyAndBy: { en: 'Reason and order', ur: 'وجہ اور حکم' },
  reasonHint: {
    en: 'Published with the version. At least one sentence.',
    ur: 'ورژن کے ساتھ شائع ہوگی۔ کم از کم ایک جملہ۔',
  },
  order: { en: 'Order of the Commission under s.58', ur: 'دفعہ 58 کے تحت کمیشن کا حکم' },
  orderHint: {
    en: 'Number and date. Needed where the programme gives less time than the law.',
    ur: 'نمبر اور تاریخ۔ جہاں پروگرام قانون سے کم وقت دے، وہاں لازمی ہے۔',
  },
  effect: { en: 'What this change does', ur: 'اس تبدیلی کا اثر' },
  nothingChanged: {
    en: 'No date differs from the version in force yet.',
    ur: 'ابھی کوئی تاریخ نافذ ورژن سے مختلف نہیں۔',
  },
  moved: { en: 'Stages that change', ur: 'بدلنے والے مراحل' },
  orderNeeded: {
    en: 'Less time than the law gives: an order under s.58 must be named.',
    ur: 'قانون سے کم وقت: دفعہ 58 کے تحت حکم کا حوالہ لازمی ہے۔',
  },
  orderNamed: {
    en: 'Less time than the law gives, allowed by the order {order}.',
    ur: 'قانون سے کم وقت، حکم {order} کے تحت اجازت۔',
  },
  lawKept: { en: 'Every stage keeps the days of the law.', ur: 'ہر مرحلہ قانون کے مقررہ دن پورے کرتا ہے۔' },
  totalKept: {
    en: '{days, plural, one {# day} other {# days}} from notification to poll; the law asks for at least {minimum, number}.',
    ur: 'نوٹیفکیشن سے پولنگ تک {days, number} دن؛ قانون میں کم از کم {minimum, number}۔',
  },
  submit: { en: 'Propose this version', ur: 'یہ ورژن تجویز کریں' },
  back: { en: 'Back to the programme', ur: 'پروگرام کی طرف واپس' },
  startAgain: { en: 'Undo all changes', ur: 'تمام تبدیلیاں واپس کریں' },
  checking: { en: 'Checking…', ur: 'جانچ ہو رہی ہے…' },
})
