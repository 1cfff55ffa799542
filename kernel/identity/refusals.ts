import { refusals } from '@intikhab/kernel/refusal'

/** What identity refuses. A wrong name, a wrong password and a wrong code are one refusal: a stranger learns nothing. */
export const identityRefusals = refusals('identity', {
  'wrong-credentials': {
    status: 401,
    en: 'The name, the password or the code is wrong, or the code was used before.',
    ur: 'نام، پاس ورڈ یا کوڈ غلط ہے، یا کوڈ پہلے استعمال ہو چکا ہے۔',
  },
  'too-many-attempts': {
    status: 429,
    en: 'Too many failed sign-ins. Try again in {retryAfterSeconds, plural, one {# second} other {# seconds}}.',
    ur: 'سائن اِن کی بہت زیادہ ناکام کوششیں ہوئیں۔ {retryAfterSeconds, plural, one {# سیکنڈ} other {# سیکنڈ}} بعد دوبارہ کوشش کریں۔',
  },
  busy: {
    status: 503,
    en: 'Very many people are signing in at this moment. Try again shortly.',
    ur: 'اس وقت بہت سے لوگ سائن اِن کر رہے ہیں۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔',
  },
  'weak-password': {
    status: 422,
    en: 'A password has 12 to 128 characters and is not one of the first that anybody would try.',
    ur: 'پاس ورڈ 12 سے 128 حروف کا ہو اور ایسا نہ ہو جو ہر کوئی پہلے ہی آزما لے۔',
  },
  'wrong-password': {
    status: 403,
    en: 'This is not your present password.',
    ur: 'یہ آپ کا موجودہ پاس ورڈ نہیں۔',
  },
  'wrong-code': {
    status: 422,
    en: 'This is not the code that your app shows now. Check the clock of the phone and try the next one.',
    ur: 'آپ کی ایپ اس وقت یہ کوڈ نہیں دکھا رہی۔ فون کی گھڑی دیکھیں اور اگلا کوڈ آزمائیں۔',
  },
  'too-late': {
    status: 409,
    en: 'More than five minutes have passed. Begin again.',
    ur: 'پانچ منٹ سے زیادہ گزر گئے۔ دوبارہ شروع کریں۔',
  },
  'enrol-first': {
    status: 409,
    en: 'Recovery codes stand beside a way to sign in. Choose one first.',
    ur: 'بحالی کوڈ سائن اِن کے کسی طریقے کے ساتھ ہوتے ہیں۔ پہلے کوئی طریقہ چنیں۔',
  },
  'last-method': {
    status: 409,
    en: 'This is your last way to sign in. Add another one first.',
    ur: 'یہ آپ کے سائن اِن کا آخری طریقہ ہے۔ پہلے کوئی اور طریقہ شامل کریں۔',
  },
  'no-passkeys-here': {
    status: 409,
    en: 'Passkeys work only under the address of the site. Open the site by its own name, or sign in another way.',
    ur: 'پاس کی صرف سائٹ کے اپنے پتے پر کام کرتی ہے۔ سائٹ اس کے اپنے نام سے کھولیں، یا کسی اور طریقے سے سائن اِن کریں۔',
  },
  'passkey-refused': {
    status: 401,
    en: 'This passkey was not accepted. Try again, or sign in another way.',
    ur: 'یہ پاس کی قبول نہیں ہوئی۔ دوبارہ کوشش کریں، یا کسی اور طریقے سے سائن اِن کریں۔',
  },
  'passkey-count-fell': {
    status: 401,
    en: 'This passkey seems to have been copied and is refused. Sign in another way and remove it.',
    ur: 'لگتا ہے اس پاس کی کی نقل بنائی گئی ہے، اس لیے یہ رد ہے۔ کسی اور طریقے سے سائن اِن کر کے اسے ہٹا دیں۔',
  },
  'passkey-unknown': {
    status: 404,
    en: 'There is no such passkey.',
    ur: 'ایسی کوئی پاس کی موجود نہیں۔',
  },
  'session-unknown': {
    status: 404,
    en: 'There is no such session, or it has ended.',
    ur: 'ایسا کوئی سیشن نہیں، یا وہ ختم ہو چکا ہے۔',
  },
  'no-directory': {
    status: 404,
    en: 'This installation has no directory of staff.',
    ur: 'اس تنصیب کے ساتھ عملے کی کوئی ڈائریکٹری نہیں۔',
  },
  'directory-away': {
    status: 503,
    en: 'The directory of staff cannot be reached. Try again, or sign in another way.',
    ur: 'عملے کی ڈائریکٹری سے رابطہ نہیں ہو سکا۔ دوبارہ کوشش کریں، یا کسی اور طریقے سے سائن اِن کریں۔',
  },
  'directory-refused': {
    status: 401,
    en: 'The answer of the directory of staff was not accepted. Begin again.',
    ur: 'عملے کی ڈائریکٹری کا جواب قبول نہیں ہوا۔ دوبارہ شروع کریں۔',
  },
  'directory-unlinked': {
    status: 401,
    en: 'The directory knows you, but no account here is tied to you. Sign in another way and tie it first.',
    ur: 'ڈائریکٹری آپ کو جانتی ہے، مگر یہاں کوئی اکاؤنٹ آپ سے جڑا نہیں۔ پہلے کسی اور طریقے سے سائن اِن کر کے اسے جوڑیں۔',
  },
  'directory-taken': {
    status: 409,
    en: 'This account, or this person of the directory, is tied to another already.',
    ur: 'یہ اکاؤنٹ، یا ڈائریکٹری کا یہ شخص، پہلے ہی کسی اور سے جڑا ہوا ہے۔',
  },
  'name-taken': {
    status: 409,
    en: 'An account with this sign-in name exists.',
    ur: 'اس سائن اِن نام کا اکاؤنٹ پہلے سے موجود ہے۔',
  },
  'account-unknown': {
    status: 404,
    en: 'There is no such account.',
    ur: 'ایسا کوئی اکاؤنٹ موجود نہیں۔',
  },
  'office-unknown': {
    status: 404,
    en: 'There is no such office, or it is closed.',
    ur: 'ایسا کوئی دفتر نہیں، یا وہ بند ہو چکا ہے۔',
  },
  'office-exists': {
    status: 409,
    en: 'This office has been opened before.',
    ur: 'یہ دفتر پہلے کھولا جا چکا ہے۔',
  },
  'office-misplaced': {
    status: 422,
    en: 'An office of this kind is not held over a place of this kind.',
    ur: 'اس قسم کا دفتر اس قسم کے علاقے پر قائم نہیں ہوتا۔',
  },
  'office-election': {
    status: 422,
    en: 'A role of an election names its election; any other names none.',
    ur: 'انتخابی عہدے کے ساتھ انتخاب کا نام لازم ہے؛ دوسرے عہدوں کے ساتھ کوئی انتخاب نہیں لکھا جاتا۔',
  },
  'office-parent': {
    status: 422,
    en: 'This office cannot stand below the office named: it must be open, higher, and of the same election or of none.',
    ur: 'یہ دفتر بتائے گئے دفتر کے ماتحت نہیں ہو سکتا: اوپر کا دفتر کھلا ہو، درجے میں بلند ہو، اور اسی انتخاب کا ہو یا کسی انتخاب کا نہ ہو۔',
  },
  'office-not-empty': {
    status: 409,
    en: 'Offices below this one are still open. Close them first.',
    ur: 'اس کے ماتحت دفاتر ابھی کھلے ہیں۔ پہلے انہیں بند کریں۔',
  },
  'office-held': {
    status: 409,
    en: 'Somebody still holds this office. Take it back first.',
    ur: 'یہ عہدہ ابھی کسی کے پاس ہے۔ پہلے عہدہ واپس لیں۔',
  },
  'role-misplaced': {
    status: 422,
    en: 'This role is not held over a place of this kind.',
    ur: 'یہ عہدہ اس قسم کے علاقے پر نہیں دیا جاتا۔',
  },
  'place-unknown': {
    status: 422,
    en: 'No office is open over this place.',
    ur: 'اس علاقے پر کوئی دفتر کھلا نہیں۔',
  },
  'election-unknown': {
    status: 422,
    en: 'This election has not been announced.',
    ur: 'اس انتخاب کا اعلان نہیں ہوا۔',
  },
  'term-over': {
    status: 422,
    en: 'The time for which the office would be held is over, or ends before it begins.',
    ur: 'جس مدت کے لیے یہ عہدہ دیا جا رہا ہے وہ گزر چکی ہے، یا شروع ہونے سے پہلے ختم ہو جاتی ہے۔',
  },
  'place-outside': {
    status: 403,
    en: 'This place lies outside your own.',
    ur: 'یہ علاقہ آپ کے علاقے سے باہر ہے۔',
  },
  'rank-too-high': {
    status: 403,
    en: 'You give and take back offices below your own rank only.',
    ur: 'آپ صرف اپنے درجے سے نیچے کے عہدے دے اور واپس لے سکتے ہیں۔',
  },
  'own-account': {
    status: 403,
    en: 'Nobody does this to the own account.',
    ur: 'یہ کام اپنے ہی اکاؤنٹ پر نہیں کیا جا سکتا۔',
  },
  'grant-held': {
    status: 409,
    en: 'This person holds this office already.',
    ur: 'یہ عہدہ اس شخص کے پاس پہلے سے ہے۔',
  },
  'grant-unknown': {
    status: 404,
    en: 'This person holds no such office, or it has ended.',
    ur: 'اس شخص کے پاس ایسا کوئی عہدہ نہیں، یا وہ ختم ہو چکا ہے۔',
  },
  'account-closed': {
    status: 409,
    en: 'This account is closed.',
    ur: 'یہ اکاؤنٹ بند ہو چکا ہے۔',
  },
  'account-open': {
    status: 409,
    en: 'Only a closed account can be erased. Close it first.',
    ur: 'صرف بند اکاؤنٹ کا ذاتی ریکارڈ مٹایا جا سکتا ہے۔ پہلے اکاؤنٹ بند کریں۔',
  },
  'account-erased': {
    status: 409,
    en: 'The personal data of this account has been erased already.',
    ur: 'اس اکاؤنٹ کا ذاتی ریکارڈ پہلے ہی مٹایا جا چکا ہے۔',
  },
  'name-missing': {
    status: 422,
    en: 'This invitation names nobody: say your name.',
    ur: 'اس دعوت نامے پر کسی کا نام نہیں: اپنا نام لکھیں۔',
  },
  'invitation-unknown': {
    status: 404,
    en: 'There is no such invitation. Check that the link is complete.',
    ur: 'ایسا کوئی دعوت نامہ نہیں۔ دیکھ لیں کہ لنک پورا ہے۔',
  },
  'invitation-used': {
    status: 410,
    en: 'This invitation has been accepted already.',
    ur: 'یہ دعوت نامہ پہلے ہی قبول کیا جا چکا ہے۔',
  },
  'invitation-lapsed': {
    status: 410,
    en: 'This invitation has lapsed. Ask for a new one.',
    ur: 'اس دعوت نامے کی مدت گزر چکی ہے۔ نیا دعوت نامہ مانگیں۔',
  },
  'invitation-withdrawn': {
    status: 410,
    en: 'This invitation has been withdrawn.',
    ur: 'یہ دعوت نامہ واپس لیا جا چکا ہے۔',
  },
  'bad-device-key': {
    status: 422,
    en: 'A device key is the 32 bytes of an Ed25519 public key in base64.',
    ur: 'آلے کی کلید Ed25519 پبلک کی کے 32 بائٹ پر مشتمل base64 متن ہوتی ہے۔',
  },
  'device-elsewhere': {
    status: 409,
    en: 'This device is enrolled for another station or another election.',
    ur: 'یہ آلہ کسی اور پولنگ اسٹیشن یا کسی اور انتخاب کے لیے درج ہے۔',
  },
  'device-unknown': {
    status: 404,
    en: 'There is no such device.',
    ur: 'ایسا کوئی آلہ درج نہیں۔',
  },
  'device-revoked': {
    status: 403,
    en: 'This device has been revoked. Ask your officer for a new enrolment.',
    ur: 'یہ آلہ منسوخ کیا جا چکا ہے۔ نئے اندراج کے لیے اپنے افسر سے رجوع کریں۔',
  },
  'device-proof-wrong': {
    status: 401,
    en: 'The device has not proved itself: the signature does not fit, or it came too late. Try again.',
    ur: 'آلے کی تصدیق نہیں ہو سکی: دستخط درست نہیں یا دیر سے پہنچے۔ دوبارہ کوشش کریں۔',
  },
  'device-term-over': {
    status: 403,
    en: 'The election for which this device was enrolled is over.',
    ur: 'جس انتخاب کے لیے یہ آلہ درج ہوا تھا وہ ختم ہو چکا ہے۔',
  },
  'enrolment-unknown': {
    status: 404,
    en: 'There is no such enrolment code. Compare it with the sheet, letter by letter.',
    ur: 'اندراج کا ایسا کوئی کوڈ نہیں۔ کاغذ سے ایک ایک حرف ملا کر دیکھیں۔',
  },
  'enrolment-used': {
    status: 409,
    en: 'This enrolment code has been used. If it was not by you, tell your officer at once.',
    ur: 'اندراج کا یہ کوڈ استعمال ہو چکا ہے۔ اگر آپ نے استعمال نہیں کیا تو فوراً اپنے افسر کو بتائیں۔',
  },
  'enrolment-lapsed': {
    status: 410,
    en: 'This enrolment code has lapsed: it is good for 24 hours. Ask for a new one.',
    ur: 'اندراج کے اس کوڈ کی میعاد ختم ہو گئی: یہ 24 گھنٹے کارآمد رہتا ہے۔ نیا کوڈ مانگیں۔',
  },
  'enrolment-withdrawn': {
    status: 410,
    en: 'This enrolment code has been taken back. Ask for a new one.',
    ur: 'اندراج کا یہ کوڈ واپس لے لیا گیا ہے۔ نیا کوڈ مانگیں۔',
  },
  'election-not-held': {
    status: 409,
    en: 'This election has not been announced, or it is over: no device can be enrolled for it.',
    ur: 'اس انتخاب کا اعلان نہیں ہوا یا یہ ختم ہو چکا ہے: اس کے لیے کوئی آلہ درج نہیں ہو سکتا۔',
  },
})
