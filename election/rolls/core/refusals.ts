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
    en: 'Before this can be allowed, complete it from the card: names in Urdu and the census block of each address.',
    ur: 'منظوری سے پہلے اسے کارڈ سے مکمل کریں: نام اردو میں اور ہر پتے کا شماریاتی بلاک۔',
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
  'registry-not-set-up': {
    status: 409,
    en: 'No key of the civil registry is set: its batches cannot be checked, so none is taken.',
    ur: 'شہری رجسٹری کی کوئی کلید مقرر نہیں: کھیپ کی جانچ ممکن نہیں، اس لیے کوئی کھیپ وصول نہیں ہوتی۔',
  },
  'registry-batch-malformed': {
    status: 422,
    en: 'This is no batch of the civil registry: the first line is not its header, or the signature is missing.',
    ur: 'یہ شہری رجسٹری کی کھیپ نہیں: پہلی سطر سرنامہ نہیں، یا دستخط موجود نہیں۔',
  },
  'registry-key-unknown': {
    status: 403,
    en: 'The batch names a registry or a signing key that was not agreed.',
    ur: 'کھیپ میں ایسی رجسٹری یا دستخطی کلید کا نام ہے جو طے نہیں ہوئی۔',
  },
  'registry-signature-wrong': {
    status: 403,
    en: 'The signature of the batch is not that of the registry. Nothing of it was kept.',
    ur: 'کھیپ پر دستخط رجسٹری کے نہیں۔ اس میں سے کچھ محفوظ نہیں کیا گیا۔',
  },
  'registry-records-altered': {
    status: 422,
    en: 'The records are not those that were signed. Nothing of the batch was kept.',
    ur: 'ریکارڈ وہ نہیں جن پر دستخط ہوئے تھے۔ کھیپ میں سے کچھ محفوظ نہیں کیا گیا۔',
  },
  'registry-batch-incomplete': {
    status: 422,
    en: 'The batch does not hold the records that its header names: it broke off, or lines are too long. Send it again.',
    ur: 'کھیپ میں وہ ریکارڈ نہیں جو سرنامے میں درج ہیں: ترسیل ٹوٹ گئی، یا سطریں بہت لمبی ہیں۔ دوبارہ بھیجیں۔',
  },
  'registry-numbers': {
    status: 422,
    en: 'The records of the batch are not numbered one after the other.',
    ur: 'کھیپ کے ریکارڈ یکے بعد دیگرے نمبر نہیں رکھتے۔',
  },
  'registry-contradiction': {
    status: 409,
    en: 'Under numbers that are taken in already the batch holds other records: {numbers}. Nothing of it is taken in; the registry must say which are right.',
    ur: 'جو نمبر پہلے وصول ہو چکے ہیں ان کے تحت کھیپ میں دوسرے ریکارڈ ہیں: {numbers}۔ اس میں سے کچھ درج نہیں ہوگا؛ رجسٹری بتائے کہ درست کون سے ہیں۔',
  },
  'unknown-registry-batch': {
    status: 404,
    en: 'There is no such batch of the civil registry.',
    ur: 'شہری رجسٹری کی ایسی کوئی کھیپ نہیں۔',
  },
  'not-a-cnic': {
    status: 422,
    en: 'A CNIC has thirteen digits.',
    ur: 'شناختی کارڈ نمبر میں تیرہ ہندسے ہوتے ہیں۔',
  },
  'unknown-suspicion': {
    status: 404,
    en: 'There is no such suspicion in this district.',
    ur: 'اس ضلع میں ایسا کوئی شبہ موجود نہیں۔',
  },
  'suspicion-decided': {
    status: 409,
    en: 'This suspicion is decided already.',
    ur: 'اس شبہے کا فیصلہ پہلے ہی ہو چکا ہے۔',
  },
  'suspicion-other-voter': {
    status: 422,
    en: 'The voter does not belong to this suspicion, or is not on the roll of this district.',
    ur: 'یہ ووٹر اس شبہے سے متعلق نہیں، یا اس ضلع کی فہرست میں نہیں۔',
  },
  'quality-running': {
    status: 409,
    en: 'The register is being looked through already.',
    ur: 'رجسٹر کی جانچ پہلے ہی جاری ہے۔',
  },
})
