import { catalogue } from '@intikhab/kernel/language'

/** Texts of the papers of claims. */
export const paperWords = catalogue({
  office: { en: 'Election Commission · Electoral rolls', ur: 'الیکشن کمیشن · انتخابی فہرستیں' },
  officeOf: {
    en: 'District Election Commissioner, {district} · Electoral rolls',
    ur: 'ضلعی الیکشن کمشنر، {district} · انتخابی فہرستیں',
  },
  form: { en: 'Form-{form}: {title}', ur: 'فارم {form}: {title}' },
  ourLayout: {
    en: 'Elections Act 2017 and Election Rules 2017. Layout of this platform; the questions are those of the form.',
    ur: 'انتخابات ایکٹ \u20662017\u2069 اور انتخابی قواعد \u20662017\u2069۔ ترتیب اس نظام کی ہے؛ سوال فارم ہی کے ہیں۔',
  },
  toBring: { en: 'Bring along', ur: 'ساتھ لائیں' },
  signature: { en: 'Signature or thumb impression', ur: 'دستخط یا نشانِ انگوٹھا' },
  date: { en: 'Date', ur: 'تاریخ' },
  officerSignature: { en: 'Signature of the officer', ur: 'افسر کے دستخط' },
  receipt: { en: 'Receipt', ur: 'رسید' },
  receiptLead: {
    en: 'This form was received at the time below. Keep this receipt: with docket number and PIN you can see at any time where it stands.',
    ur: 'یہ فارم درج ذیل وقت پر موصول ہوا۔ رسید سنبھال کر رکھیں: ڈاکٹ نمبر اور پن سے آپ ہر وقت اس کا حال دیکھ سکتے ہیں۔',
  },
  follow: { en: 'Follow it at {address}', ur: 'حال دیکھنے کے لیے: {address}' },
  notice: { en: 'Notice of hearing', ur: 'نوٹس برائے سماعت' },
  noticeTo: { en: 'To: {name}, {address}', ur: 'بنام: {name}، {address}' },
  noticeLead: {
    en: 'Somebody has objected to your entry in the electoral roll. You will be heard before anything is decided: come on the day below, yourself or by a representative, with your identity card and whatever supports you.',
    ur: 'انتخابی فہرست میں آپ کے اندراج پر اعتراض ہوا ہے۔ فیصلے سے پہلے آپ کو سنا جائے گا: درج ذیل دن خود یا نمائندے کے ذریعے اپنے شناختی کارڈ اور ثبوت کے ساتھ تشریف لائیں۔',
  },
  noticeNone: {
    en: 'If you do not come, the officer decides on what is there.',
    ur: 'آپ کے نہ آنے پر افسر موجود ریکارڈ پر فیصلہ کرے گا۔',
  },
  served: { en: 'Served on (name, date, how)', ur: 'تعمیل (نام، تاریخ، طریقہ)' },
  orderLine: {
    en: 'Order {order} in the claim {docket}: {outcome}.',
    ur: 'درخواست {docket} میں حکم {order}: {outcome}۔',
  },
  underOrder: {
    en: 'Decided under order {under} of the Commission while the roll is frozen (s.39).',
    ur: 'فہرست منجمد ہونے کے دوران کمیشن کے حکم {under} کے تحت فیصلہ (دفعہ \u206639\u2069)۔',
  },
  section: { en: 'Section', ur: 'دفعہ' },
  effect: { en: 'Effect on the roll', ur: 'فہرست پر اثر' },
  effectNone: { en: 'Nothing changes in the roll.', ur: 'فہرست میں کوئی تبدیلی نہیں۔' },
  effectDone: { en: 'Carried into the roll with this order.', ur: 'اس حکم کے ساتھ فہرست میں درج کر دیا گیا۔' },
  appeal: {
    en: 'An appeal can be lodged within {days, plural, one {one day} other {# days}} of this order.',
    ur: 'اس حکم کے خلاف {days, number} دن کے اندر اپیل ہو سکتی ہے۔',
  },
  presence: { en: 'Heard', ur: 'سماعت میں حاضر' },
  came: {
    en: 'claimant: {claimant}; person concerned: {concerned}',
    ur: 'درخواست گزار: {claimant}؛ متعلقہ شخص: {concerned}',
  },
  noHearings: { en: 'No hearing is set for this day.', ur: 'اس دن کوئی سماعت مقرر نہیں۔' },
  objectedTo: { en: 'Objected to', ur: 'جس پر اعتراض ہے' },
  objectedToLine: {
    en: '{name} · serial {serial}, block {block}',
    ur: '{name} · سلسلہ نمبر {serial}، بلاک {block}',
  },
  nobodyAtLine: { en: 'nobody stands there', ur: 'وہاں کوئی درج نہیں' },
  present: { en: 'Present', ur: 'حاضر' },
  doorList: { en: 'Verification at the door, list {number}', ur: 'گھر گھر تصدیق، فہرست {number}' },
  doorLead: {
    en: 'Visit every door of this list, tick one box a line and write what you saw. Where the card differs from the roll, “found” means: as the roll says. Return the sheet to the District Election Commissioner: nothing changes in the roll by a tick.',
    ur: 'فہرست کے ہر گھر جائیں، ہر سطر میں ایک خانے پر نشان لگائیں اور جو دیکھا وہ لکھیں۔ جہاں کارڈ فہرست سے مختلف ہو وہاں ”موجود“ سے مراد ہے: فہرست کے مطابق۔ کاغذ ضلعی الیکشن کمشنر کو واپس کریں: نشان سے فہرست میں کچھ نہیں بدلتا۔',
  },
  difference: {
    en: '{field} on the roll: {roll}\non the card: {card}',
    ur: '{field} فہرست میں: {roll}\nکارڈ پر: {card}',
  },
  note: { en: 'What was seen, or where they went', ur: 'کیا دیکھا، یا کہاں گئے' },
  official: { en: 'Verifying official: name and signature', ur: 'تصدیق کنندہ اہلکار: نام اور دستخط' },
  supervisor: { en: 'Supervisor', ur: 'نگران' },
})
