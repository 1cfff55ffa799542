import { catalogue, type Text } from '@intikhab/kernel/language'
import { objectionGrounds } from '../../core/claims/claim-content.ts'
import type { WebField } from '../../core/claims/web-form.ts'
import { claimWords } from '../../core/claims/words.ts'
import { voterValues } from '../../core/register/told-actions.ts'

/** Texts of the public pages of claims and objections, in the words of whoever needs them. */
export const words = catalogue({
  title: { en: 'My entry in the roll', ur: 'فہرست میں میرا اندراج' },
  lead: {
    en: 'Is your name missing, or wrong, or is somebody on the roll who should not be? Say it here. It costs nothing, and you need no account.',
    ur: 'آپ کا نام نہیں، یا غلط ہے، یا فہرست میں کوئی ایسا ہے جو نہیں ہونا چاہیے؟ یہاں بتائیں۔ کوئی فیس نہیں، کوئی اکاؤنٹ درکار نہیں۔',
  },
  register: {
    en: 'My name is not on the roll, or my vote is at the wrong address',
    ur: 'میرا نام فہرست میں نہیں، یا ووٹ غلط پتے پر ہے',
  },
  registerWhy: {
    en: 'To be enrolled, or to move your vote to the other address of your identity card.',
    ur: 'نام درج کرانے، یا ووٹ شناختی کارڈ کے دوسرے پتے پر لانے کے لیے۔',
  },
  correct: {
    en: 'My name is on the roll, but something is written wrong',
    ur: 'میرا نام فہرست میں ہے مگر کچھ غلط لکھا ہے',
  },
  correctWhy: {
    en: 'A name, a date of birth, a father’s or husband’s name.',
    ur: 'نام، تاریخِ پیدائش، والد یا شوہر کا نام۔',
  },
  object: {
    en: 'Somebody is on the roll of my area who should not be',
    ur: 'میرے علاقے کی فہرست میں کوئی ایسا ہے جو نہیں ہونا چاہیے',
  },
  objectWhy: {
    en: 'Somebody who has died, has moved away, or is enrolled twice. They are told and heard first.',
    ur: 'جو وفات پا چکا، منتقل ہو گیا، یا دو بار درج ہے۔ پہلے انھیں اطلاع دے کر سنا جاتا ہے۔',
  },
  follow: { en: 'Where does my claim stand?', ur: 'میری درخواست کہاں تک پہنچی؟' },
  followHint: {
    en: 'Docket number and PIN stand on your receipt.',
    ur: 'ڈاکٹ نمبر اور پن آپ کی رسید پر لکھے ہیں۔',
  },
  followButton: { en: 'Show my claim', ur: 'میری درخواست دکھائیں' },
  onPaper: { en: 'On paper instead', ur: 'کاغذ پر' },
  revisingDecides: {
    en: 'The Revising Authority decides on what you send from this page on these days.',
    ur: 'ان دنوں اس صفحے سے بھیجی گئی درخواستوں کا فیصلہ نظرثانی اتھارٹی کرتی ہے۔',
  },
  inDisplay: { en: 'On the days of a display', ur: 'نمائش کے دنوں میں' },
  inDisplayWhy: {
    en: 'Taken in at the display centre of your area, with a copy of your identity card, while the roll is displayed.',
    ur: 'فہرست کی نمائش کے دوران، شناختی کارڈ کی نقل کے ساتھ، اپنے علاقے کے مرکزِ نمائش میں جمع ہوتے ہیں۔',
  },
  allYear: { en: 'On every other day of the year', ur: 'سال کے باقی تمام دنوں میں' },
  allYearWhy: {
    en: 'Print the form and take it to the District Election Commissioner.',
    ur: 'فارم پرنٹ کر کے ضلعی الیکشن کمشنر کے دفتر لے جائیں۔',
  },
  you: { en: 'You', ur: 'آپ' },
  card: { en: 'As on the identity card', ur: 'شناختی کارڈ کے مطابق' },
  where: { en: 'Where you want to vote', ur: 'آپ ووٹ کہاں ڈالنا چاہتے ہیں' },
  whereWhy: {
    en: 'The law knows three places: the permanent and the temporary address of your card, and for government servants and their families the place of posting (s.27).',
    ur: 'قانون میں تین ہی جگہیں ہیں: کارڈ کا مستقل پتا، عارضی پتا، اور سرکاری ملازمین اور ان کے اہلِ خانہ کے لیے تعیناتی کا مقام (دفعہ \u206627\u2069)۔',
  },
  whatIsWrong: { en: 'How it should read', ur: 'درست کیا لکھا ہونا چاہیے' },
  whatIsWrongWhy: {
    en: 'Fill in only what is wrong, as it stands on your card.',
    ur: 'صرف وہی لکھیں جو غلط ہے، جیسا آپ کے کارڈ پر ہے۔',
  },
  entry: { en: 'The entry', ur: 'جس اندراج پر اعتراض ہے' },
  entryWhy: {
    en: 'As it stands in the displayed roll of your own electoral area: only a voter of the same area may object.',
    ur: 'جیسا آپ کے اپنے انتخابی علاقے کی نمائش شدہ فہرست میں ہے: اعتراض صرف اسی علاقے کا ووٹر کر سکتا ہے۔',
  },
  bring: { en: 'What proves it', ur: 'ثبوت' },
  papersHint: {
    en: 'Photographs taken with your telephone, or PDFs; at most six, 20 MB together.',
    ur: 'موبائل سے لی گئی تصویریں یا پی ڈی ایف؛ زیادہ سے زیادہ چھ، سب ملا کر 20 MB تک۔',
  },
  onBehalf: { en: 'I lodge this for somebody else', ur: 'میں یہ کسی اور کی طرف سے جمع کرا رہا/رہی ہوں' },
  onBehalfHint: {
    en: 'Only where the voter has authorised you. Leave it empty for yourself.',
    ur: 'صرف اگر ووٹر نے آپ کو اختیار دیا ہو۔ اپنے لیے خالی چھوڑ دیں۔',
  },
  send: { en: 'Send', ur: 'بھیجیں' },
  privacy: {
    en: 'Nobody is told here whether anybody is on the roll. What you send is seen by the officers of your district alone.',
    ur: 'یہاں کسی کو نہیں بتایا جاتا کہ کون فہرست میں ہے۔ آپ کا بھیجا ہوا صرف آپ کے ضلعے کے افسر دیکھتے ہیں۔',
  },
  received: { en: 'Received', ur: 'موصول ہو گئی' },
  keepBoth: {
    en: 'Write both down, or take the receipt: the PIN is shown only now.',
    ur: 'دونوں لکھ لیں یا رسید محفوظ کر لیں: پن صرف ابھی دکھایا جا رہا ہے۔',
  },
  receipt: { en: 'Receipt as PDF', ur: 'رسید (پی ڈی ایف)' },
  order: { en: 'The order as PDF', ur: 'حکم (پی ڈی ایف)' },
  next: { en: 'What happens next', ur: 'آگے کیا ہو گا' },
  nextLooks: {
    en: 'The officer looks at it and decides by {day}. Bring the originals of your papers when you are called.',
    ur: 'افسر اسے دیکھے گا اور {day} تک فیصلہ کرے گا۔ بلائے جانے پر اصل کاغذات ساتھ لائیں۔',
  },
  nextAfterResults: {
    en: 'The officer looks at it. It is decided after the results are announced: the days for it count from then (s.39). Bring the originals of your papers when you are called.',
    ur: 'افسر اسے دیکھے گا۔ فیصلہ نتائج کے اعلان کے بعد ہو گا: اس کے دن تب سے شمار ہوں گے (دفعہ \u206639\u2069)۔ بلائے جانے پر اصل کاغذات ساتھ لائیں۔',
  },
  nextHearing: {
    en: 'Where a hearing is held you see its day and place here.',
    ur: 'سماعت ہوئی تو اس کا دن اور مقام یہاں نظر آئے گا۔',
  },
  come: {
    en: 'Come yourself or send your representative, with the identity card.',
    ur: 'خود آئیں یا نمائندہ بھیجیں، شناختی کارڈ کے ساتھ۔',
  },
  withdraw: { en: 'Withdraw this claim', ur: 'درخواست واپس لیں' },
  withdrawWhy: {
    en: 'It ends without a decision, and nothing changes in the roll. It cannot be taken up again; you may lodge another.',
    ur: 'درخواست بغیر فیصلے کے ختم ہو جائے گی اور فہرست میں کچھ نہیں بدلے گا۔ یہ دوبارہ نہیں کھلے گی؛ آپ نئی درخواست دے سکتے ہیں۔',
  },
  withdrawReason: { en: 'Why (if you wish to say)', ur: 'وجہ (اگر بتانا چاہیں)' },
  endReason: { en: 'Reason: {reason}', ur: 'وجہ: {reason}' },
  another: { en: 'Back to the beginning', ur: 'شروع میں واپس' },
  choose: { en: 'Choose', ur: 'منتخب کریں' },
  problemWith: { en: 'Check this: {field}', ur: 'یہ دیکھیں: {field}' },
  missing: {
    en: 'Missing, or cannot be right. {hint}',
    ur: 'خالی ہے یا درست نہیں ہو سکتا۔ {hint}',
  },
  reattach: { en: 'Attach your papers again.', ur: 'کاغذات دوبارہ منسلک کریں۔' },
})

/** What a field is called. */
export const fieldNames = catalogue({
  name: { en: 'Your name', ur: 'آپ کا نام' },
  cnic: claimWords.cnic,
  phone: { en: 'Mobile number (if you have one)', ur: 'موبائل نمبر (اگر ہو)' },
  repName: { en: 'Representative: name', ur: 'نمائندہ: نام' },
  repCnic: { en: 'Representative: CNIC number', ur: 'نمائندہ: شناختی کارڈ نمبر' },
  fatherName: claimWords.relationNameUr,
  relation: { en: 'You are', ur: 'آپ ہیں' },
  gender: claimWords.gender,
  born: claimWords.dateOfBirth,
  disabled: { en: 'My card has the mark of disability', ur: 'میرے کارڈ پر معذوری کا نشان ہے' },
  permanent: claimWords.permanent,
  chosen: { en: 'My vote shall be at', ur: 'میرا ووٹ ہو' },
  other: { en: 'Temporary address or place of posting', ur: 'عارضی پتا یا تعیناتی کا مقام' },
  district: claimWords.district,
  block: { en: 'Census block code', ur: 'شماریاتی بلاک کوڈ' },
  nameUr: claimWords.nameUr,
  nameEn: claimWords.nameEn,
  relationNameUr: { en: 'Father’s or husband’s name in Urdu', ur: 'والد یا شوہر کا نام اردو میں' },
  dateOfBirth: claimWords.dateOfBirth,
  statement: { en: 'Anything else the officer should know', ur: 'کوئی اور بات جو افسر کو معلوم ہونی چاہیے' },
  list: claimWords.list,
  serial: { en: 'Serial number (silsila)', ur: 'سلسلہ نمبر' },
  person: { en: 'Name as it stands there', ur: 'فہرست میں درج نام' },
  ground: claimWords.why,
} satisfies Record<WebField, Text>)

/** What is said below a field. */
export const hints = catalogue({
  cnic: {
    en: '13 digits, with or without dashes: 12345-1234567-1',
    ur: '13 ہندسے، ڈیش کے ساتھ یا بغیر: 12345-1234567-1',
  },
  block: { en: '9 digits; leave it empty if you do not know it', ur: '9 ہندسے؛ معلوم نہ ہو تو خالی چھوڑ دیں' },
  blockOfRoll: {
    en: '9 digits; it stands at the head of the displayed roll',
    ur: '9 ہندسے؛ نمائش شدہ فہرست کے سر پر لکھا ہے',
  },
  other: { en: 'Only if you chose one of these', ur: 'صرف اگر آپ نے ان میں سے کوئی چنا ہو' },
  name: { en: 'As on the identity card', ur: 'جیسا شناختی کارڈ پر ہے' },
  inUrdu: { en: 'In Urdu letters: the roll is printed in Urdu', ur: 'اردو حروف میں: فہرست اردو میں چھپتی ہے' },
})

/** What can be chosen in a field, by the value that is sent. */
export const choices: Readonly<Partial<Record<WebField, Readonly<Record<string, Text>>>>> = {
  relation: { son: voterValues.son, daughter: voterValues.daughter, wife: voterValues.wife },
  gender: {
    male: { en: 'man', ur: 'مرد' },
    female: { en: 'woman', ur: 'خاتون' },
    other: voterValues.other,
  },
  list: { male: claimWords.male, female: claimWords.female, other: claimWords.other },
  chosen: {
    permanent: { en: 'my permanent address', ur: 'میرے مستقل پتے پر' },
    temporary: { en: 'my temporary address', ur: 'میرے عارضی پتے پر' },
    posting: { en: 'my place of posting', ur: 'میری تعیناتی کے مقام پر' },
  },
  ground: Object.fromEntries(objectionGrounds.map((ground) => [ground, claimWords[ground]])),
}
