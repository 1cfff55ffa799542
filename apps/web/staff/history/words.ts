import { catalogue } from '@intikhab/kernel/language'

/** Texts of the history of a record. */
export const words = catalogue({
  history: { en: 'History', ur: 'تاریخچہ' },
  task: {
    en: 'Everything that was done to a record: by whom, when, why, and the proof that nobody can take it out.',
    ur: 'کسی اندراج کے ساتھ جو کچھ ہوا: کس نے، کب، کیوں، اور یہ ثبوت کہ اسے کوئی مٹا نہیں سکتا۔',
  },
  lead: {
    en: 'Every official act is an entry in the ledger. Names and reasons are read from the register at this moment; the ledger itself holds only offices and fingerprints.',
    ur: 'ہر سرکاری اقدام کھاتے میں درج ہوتا ہے۔ نام اور وجوہات اسی لمحے رجسٹر سے پڑھے جاتے ہیں؛ خود کھاتے میں صرف عہدے اور شناختی نشانات ہیں۔',
  },
  historyOf: { en: 'History of {about}', ur: '{about} کا تاریخچہ' },
  about: { en: 'What do you want to look at?', ur: 'آپ کس کا تاریخچہ دیکھنا چاہتے ہیں؟' },
  aboutHint: {
    en: 'An election, a seat, a station, a form, a record, or the identifier of an account or a device, as it stands in the ledger.',
    ur: 'انتخاب، حلقہ، پولنگ اسٹیشن، فارم، کوئی اندراج، یا کسی اکاؤنٹ یا آلے کا شناختی نمبر، جیسا کھاتے میں درج ہے۔',
  },
  examples: { en: 'For example:', ur: 'مثال کے طور پر:' },
  seatOf: { en: '{seat}, {election}', ur: 'حلقہ {seat}، {election}' },
  ownAccount: { en: 'Your own account', ur: 'آپ کا اپنا اکاؤنٹ' },
  show: { en: 'Show its history', ur: 'تاریخچہ دکھائیں' },
  none: {
    en: 'Nothing about this lies in the ledger within your offices.',
    ur: 'آپ کے عہدے کی حدود میں اس کے بارے میں کھاتے میں کوئی اندراج نہیں۔',
  },
  noneHere: {
    en: 'Nothing among these entries lies within your offices.',
    ur: 'ان اندراجات میں سے کوئی آپ کے عہدے کی حدود میں نہیں۔',
  },
  older: { en: 'Show older entries', ur: 'پرانے اندراجات دکھائیں' },
  looked: {
    en: 'The ledger had {size, plural, one {one entry} other {# entries}} when this was read.',
    ur: 'یہ پڑھتے وقت کھاتے میں {size, plural, one {ایک اندراج تھا} other {# اندراجات تھے}}۔',
  },
  by: { en: 'By', ur: 'کس نے' },
  reason: { en: 'Reason', ur: 'وجہ' },
  reasonAltered: {
    en: 'These words are not the ones of the fingerprint in the ledger: the register was changed.',
    ur: 'یہ الفاظ کھاتے میں درج نشان کے نہیں: رجسٹر میں تبدیلی کی گئی ہے۔',
  },
  reasonGone: {
    en: 'The words are no longer in the register; their fingerprint stays in the ledger.',
    ur: 'یہ الفاظ اب رجسٹر میں نہیں؛ ان کا نشان کھاتے میں باقی ہے۔',
  },
  section: { en: 'Section of the Act', ur: 'قانون کی دفعہ' },
  proposedBy: { en: 'Proposed by', ur: 'تجویز کنندہ' },
  approvedBy: { en: 'Approved by', ur: 'منظوری' },
  device: { en: 'Device', ur: 'آلہ' },
  account: { en: 'Account', ur: 'اکاؤنٹ' },
  madeAt: { en: 'Made', ur: 'کب کیا گیا' },
  arrivedAt: { en: 'Arrived', ur: 'کب موصول ہوا' },
  subject: { en: 'Subject', ur: 'موضوع' },
  record: { en: 'Record', ur: 'اندراج' },
  before: { en: 'Before', ur: 'پہلے' },
  after: { en: 'After', ur: 'بعد میں' },
  notThere: { en: 'not there', ur: 'موجود نہیں' },
  changes: { en: 'Fingerprints of what it changed', ur: 'بدلے گئے اندراجات کے نشانات' },
  checkThis: { en: 'Check this', ur: 'خود جانچیں' },
  leaf: { en: 'Place in the ledger', ur: 'کھاتے میں نمبر' },
  entry: { en: 'The entry as it stands in the ledger', ur: 'اندراج جیسا کھاتے میں ہے' },
  proof: { en: 'Proof that it is in the signed ledger', ur: 'اس کا ثبوت کہ یہ دستخط شدہ کھاتے میں ہے' },
  checkIntro: {
    en: 'Take the entry and its proof; docs/verify-the-ledger.md leads from them to the signed root with stock programs.',
    ur: 'اندراج اور اس کا ثبوت لیں؛ docs/verify-the-ledger.md عام پروگراموں کے ذریعے ان سے دستخط شدہ نتیجے تک لے جاتا ہے۔',
  },
  howToCheck: { en: 'How anybody can check the ledger', ur: 'کھاتے کی جانچ کوئی بھی کیسے کر سکتا ہے' },
})
