import { catalogue } from '@intikhab/kernel/language'

/** Texts of a voter's page. */
export const words = catalogue({
  voter: { en: 'Voter', ur: 'ووٹر' },
  backToSearch: { en: 'Search the register', ur: 'رجسٹر میں تلاش' },
  cnic: { en: 'CNIC', ur: 'شناختی کارڈ نمبر' },
  entry: { en: 'Entry in the roll', ur: 'فہرست میں اندراج' },
  noEntry: { en: 'not on the roll', ur: 'فہرست میں درج نہیں' },
  none: { en: 'none', ur: 'کوئی نہیں' },
  history: { en: 'What was done', ur: 'کیا کچھ ہوا' },
  noHistory: {
    en: 'Nothing since the entry came into the register with the initial load.',
    ur: 'ابتدائی اندراج کے بعد سے کوئی تبدیلی نہیں ہوئی۔',
  },
  registry: { en: 'civil registry', ur: 'شہری رجسٹری' },
  note: { en: 'Note on the entry', ur: 'اندراج پر نوٹ' },
  noteLead: {
    en: 'What no form of the rolls covers, upon a paper that is named. It is entered under your name and stays in the history.',
    ur: 'جو فہرستوں کے کسی فارم میں نہیں آتا، کسی نامزد کاغذ کی بنیاد پر۔ یہ آپ کے نام سے درج ہوتا ہے اور تاریخ میں رہتا ہے۔',
  },
  act: { en: 'What is to be noted', ur: 'کیا درج کرنا ہے' },
  restored: {
    en: 'Restore the entry that was removed in error',
    ur: 'غلطی سے خارج شدہ اندراج بحال کریں',
  },
  unblocked: { en: 'Lift the block or the note of death', ur: 'روک یا وفات کا نوٹ ہٹائیں' },
  'overseas-opted': { en: 'Votes from abroad', ur: 'بیرونِ ملک سے ووٹ دے گا' },
  'overseas-withdrawn': { en: 'No longer votes from abroad', ur: 'اب بیرونِ ملک سے ووٹ نہیں دے گا' },
  'postal-ballot-issued': { en: 'A postal ballot was issued', ur: 'ڈاک کا بیلٹ جاری کیا گیا' },
  paper: { en: 'The paper: number and date', ur: 'کاغذ: نمبر اور تاریخ' },
  paperHint: { en: 'For instance an application or a letter.', ur: 'مثلاً درخواست یا خط۔' },
  enter: { en: 'Enter the note', ur: 'نوٹ درج کریں' },
  by: { en: 'by', ur: 'از' },
  section: { en: '{section}', ur: 'دفعہ {section}' },
  byClaim: { en: 'Upon claim', ur: 'بر بنائے درخواست' },
  byOrder: { en: 'Upon order of the Commission', ur: 'بر بنائے حکمِ کمیشن' },
  byPaper: { en: 'Upon paper', ur: 'بر بنائے کاغذ' },
  byDoor: {
    en: 'Upon a visit at the door: list {list}, line {line}',
    ur: 'گھر پر تصدیق: فہرست {list}، سطر {line}',
  },
  byFeed: { en: 'Upon record {record} of the civil registry', ur: 'شہری رجسٹری کا ریکارڈ نمبر {record}' },
  inBlock: {
    en: 'block {block}, serial {serial}, household {household}',
    ur: 'بلاک {block}، سلسلہ نمبر {serial}، گھرانہ نمبر {household}',
  },
})
