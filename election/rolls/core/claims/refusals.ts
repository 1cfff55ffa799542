import { refusals } from '@intikhab/kernel/refusal'

/** What claims and objections, hearings, orders and visits at the door refuse. */
export const claimRefusals = refusals('rolls', {
  'invalid-claim': {
    status: 422,
    en: 'Something in the form is missing or cannot be right.',
    ur: 'فارم میں کوئی چیز رہ گئی ہے یا درست نہیں۔',
  },
  'claim-pending': {
    status: 409,
    en: 'A claim of this kind with this CNIC is open already. Follow it with its docket, or come to the counter with your identity card.',
    ur: 'اس شناختی کارڈ نمبر سے اسی نوعیت کی ایک درخواست پہلے سے زیرِ کار ہے۔ ڈاکٹ نمبر سے اس کا حال دیکھیں یا شناختی کارڈ لے کر کاؤنٹر پر آئیں۔',
  },
  'too-many-claims': {
    status: 429,
    en: 'Too many claims from this connection. Wait a while, or go to the counter of your District Election Commissioner.',
    ur: 'اس رابطے سے بہت زیادہ درخواستیں آئی ہیں۔ کچھ دیر انتظار کریں یا اپنے ضلعی الیکشن کمشنر کے کاؤنٹر پر جائیں۔',
  },
  'unknown-claim': {
    status: 404,
    en: 'There is no claim with this docket number and PIN. Check both on your receipt.',
    ur: 'اس ڈاکٹ نمبر اور پن کی کوئی درخواست نہیں۔ دونوں اپنی رسید پر دیکھ لیں۔',
  },
  'evidence-type': {
    status: 415,
    en: 'Send a photograph (JPEG, PNG or WebP) or a PDF.',
    ur: 'تصویر (JPEG، PNG یا WebP) یا پی ڈی ایف بھیجیں۔',
  },
  'too-much-evidence': {
    status: 422,
    en: 'A claim takes at most {most, number} papers.',
    ur: 'ایک درخواست کے ساتھ زیادہ سے زیادہ {most, number} کاغذات ہو سکتے ہیں۔',
  },
  'no-such-paper': {
    status: 404,
    en: 'There is no such paper with this claim.',
    ur: 'اس درخواست کے ساتھ ایسا کوئی کاغذ نہیں۔',
  },
  'claim-closed': {
    status: 409,
    en: 'This claim is decided or ended: nothing more can be done with it here.',
    ur: 'اس درخواست کا فیصلہ ہو چکا یا یہ ختم ہو چکی ہے: اب یہاں کچھ نہیں ہو سکتا۔',
  },
  'another-desk': {
    status: 403,
    en: 'What is lodged during the display goes to the Revising Authority, everything else to the Registration Officer.',
    ur: 'نمائش کے دوران کی درخواستیں نظرثانی اتھارٹی کے پاس جاتی ہیں، باقی سب رجسٹریشن افسر کے پاس۔',
  },
  'nothing-to-complete': {
    status: 409,
    en: 'Only a claim for registration or transfer is completed from the card.',
    ur: 'کارڈ سے صرف اندراج یا منتقلی کی درخواست مکمل کی جاتی ہے۔',
  },
  'incomplete-claim': {
    status: 422,
    en: 'Before this can be allowed it needs, as on the card: names and addresses in Urdu, and the census block of each address.',
    ur: 'منظوری سے پہلے کارڈ کے مطابق یہ درکار ہے: نام اور پتے اردو میں، اور ہر پتے کا شماریاتی بلاک۔',
  },
  'not-of-the-area': {
    status: 409,
    en: 'Only a voter of the same electoral area may object to an entry of it.',
    ur: 'کسی اندراج پر اعتراض صرف اسی انتخابی علاقے کا ووٹر کر سکتا ہے۔',
  },
  'voter-elsewhere': {
    status: 409,
    en: 'This entry lies in another district, whose officer decides.',
    ur: 'یہ اندراج کسی دوسرے ضلعے میں ہے؛ فیصلہ وہاں کا افسر کرے گا۔',
  },
  'nobody-concerned': {
    status: 409,
    en: 'A notice goes to the person whose entry is objected to; here nobody’s is.',
    ur: 'نوٹس اس شخص کو جاتا ہے جس کے اندراج پر اعتراض ہو؛ یہاں کسی پر نہیں۔',
  },
  'no-hearing': {
    status: 409,
    en: 'No hearing is set in this claim.',
    ur: 'اس درخواست کی کوئی سماعت مقرر نہیں۔',
  },
  'hearing-is-past': {
    status: 422,
    en: 'A hearing is set for today or later.',
    ur: 'سماعت آج یا آئندہ کسی دن کے لیے مقرر ہوتی ہے۔',
  },
  'hearing-not-yet': {
    status: 409,
    en: 'The day of the hearing has not come.',
    ur: 'سماعت کا دن ابھی نہیں آیا۔',
  },
  'notice-too-short': {
    status: 422,
    en: 'The person concerned has at least {days, number} days to prepare, unless they came and waived it.',
    ur: 'متعلقہ شخص کو تیاری کے لیے کم از کم {days, number} دن ملتے ہیں، سوائے اس کے کہ وہ خود آ کر یہ حق چھوڑ دے۔',
  },
  'notice-too-late': {
    status: 422,
    en: 'A notice is served by today, and before the hearing.',
    ur: 'نوٹس کی تعمیل آج تک اور سماعت سے پہلے کی ہوتی ہے۔',
  },
  'not-noticed': {
    status: 409,
    en: 'The person concerned is absent and no notice was served: adjourn, and serve it. Nobody is deleted unheard.',
    ur: 'متعلقہ شخص غیر حاضر ہے اور نوٹس کی تعمیل نہیں ہوئی: سماعت ملتوی کریں اور نوٹس پہنچائیں۔ کسی کا نام سنے بغیر خارج نہیں ہوتا۔',
  },
  'hearing-wanted': {
    status: 409,
    en: 'This wants a hearing first: nobody is deleted unheard, and no claim is turned down unheard.',
    ur: 'اس کے لیے پہلے سماعت لازم ہے: کسی کا نام سنے بغیر خارج نہیں ہوتا، اور کوئی درخواست سنے بغیر رد نہیں ہوتی۔',
  },
  'partly-what': {
    status: 422,
    en: 'Say which of the corrections are granted: some of them, not all and not none.',
    ur: 'بتائیں کون سی تصحیحات منظور ہیں: کچھ، نہ سب نہ کوئی نہیں۔',
  },
  'claimant-came': {
    status: 409,
    en: 'A claim lapses only where the claimant stayed away from its hearing.',
    ur: 'درخواست صرف تب ساقط ہوتی ہے جب درخواست گزار سماعت پر نہ آئے۔',
  },
  'no-appeal': {
    status: 409,
    en: 'An appeal is noted once, against an order that was made.',
    ur: 'اپیل ایک بار، اور جاری شدہ حکم کے خلاف درج ہوتی ہے۔',
  },
  'decided-after-results': {
    status: 409,
    en: 'The roll is frozen: this claim keeps its place and is decided after the results, unless the Commission orders otherwise.',
    ur: 'فہرست منجمد ہے: یہ درخواست اپنی جگہ محفوظ ہے اور نتائج کے بعد اس کا فیصلہ ہو گا، سوائے کمیشن کے حکم کے۔',
    section: 'Elections Act 2017, s.39',
  },
  'order-elsewhere': {
    status: 409,
    en: 'There is no order of the Commission with this number that covers this claim.',
    ur: 'کمیشن کا اس نمبر کا کوئی حکم نہیں جو اس درخواست پر لاگو ہو۔',
    section: 'Elections Act 2017, s.39',
  },
  'order-taken': {
    status: 409,
    en: 'There is an order of the Commission with this number already.',
    ur: 'کمیشن کا اس نمبر کا حکم پہلے سے موجود ہے۔',
  },
  'nobody-to-visit': {
    status: 409,
    en: 'In this electoral area nobody waits to be verified at the door.',
    ur: 'اس انتخابی علاقے میں گھر پر تصدیق کے لیے کوئی باقی نہیں۔',
  },
  'unknown-door-list': {
    status: 404,
    en: 'There is no such list for the door.',
    ur: 'گھر گھر تصدیق کی ایسی کوئی فہرست نہیں۔',
  },
  'not-on-the-door-list': {
    status: 422,
    en: 'This line is not on the list.',
    ur: 'یہ سطر فہرست میں نہیں۔',
  },
  'no-card-to-compare': {
    status: 422,
    en: 'On this line the registry told of no card that differs from the roll: say found, moved, dead or unknown.',
    ur: 'اس سطر پر رجسٹری نے فہرست سے مختلف کوئی کارڈ نہیں بتایا: موجود، منتقل، وفات یا نامعلوم میں سے ایک لکھیں۔',
  },
  'already-returned': {
    status: 409,
    en: 'This line of the list has been returned already.',
    ur: 'فہرست کی اس سطر کا نتیجہ پہلے ہی درج ہے۔',
  },
  'nothing-returned': {
    status: 409,
    en: 'Nobody has returned from this door yet, or its effect is carried out already.',
    ur: 'اس گھر کا نتیجہ ابھی نہیں آیا، یا اس پر عمل ہو چکا ہے۔',
  },
})
