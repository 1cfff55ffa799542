import { catalogue } from '@intikhab/kernel/language'

/** What the auditor's report says besides its findings. */
export const auditWords = catalogue({
  title: { en: 'Audit of the ledger of official acts', ur: 'سرکاری اقدامات کے کھاتے کا آڈٹ' },
  sound: {
    en: 'Nothing was found. The ledger of {size, number} entries is whole: every entry, every published checkpoint and every record examined agrees with what was signed.',
    ur: 'کوئی خرابی نہیں ملی۔ {size, number} اندراجات کا کھاتہ سالم ہے: ہر اندراج، ہر شائع شدہ نشان اور ہر جانچا گیا ریکارڈ دستخط شدہ حالت کے مطابق ہے۔',
  },
  unsound: {
    en: '{count, plural, one {One finding} other {# findings}}: {tampering, plural, =0 {none} one {one} other {#}} of tampering, {procedure, plural, =0 {none} one {one} other {#}} of procedure.',
    ur: '{count, plural, one {ایک نتیجہ} other {# نتائج}}: رد و بدل کے {tampering, number}، ضابطے کی خلاف ورزی کے {procedure, number}۔',
  },
  summary: { en: 'Summary', ur: 'خلاصہ' },
  examined: { en: 'What was examined', ur: 'کیا جانچا گیا' },
  signers: { en: 'Keys and witnesses', ur: 'کلیدیں اور گواہ' },
  method: { en: 'How it was examined', ur: 'طریقۂ کار' },
  findings: { en: 'Findings', ur: 'نتائج' },
  notExamined: { en: 'What could not be examined', ur: 'کیا نہیں جانچا جا سکا' },
  figures: { en: 'Figures', ur: 'اعداد و شمار' },
  signature: { en: 'Signature', ur: 'دستخط' },

  ledger: { en: 'Ledger', ur: 'کھاتہ' },
  entries: { en: 'Entries', ur: 'اندراجات' },
  root: { en: 'Root of the tree', ur: 'کھاتے کا نشان' },
  period: { en: 'Acts from and to', ur: 'اقدامات کی مدت' },
  periodIs: { en: '{first} to {last} (Pakistan time)', ur: '{first} تا {last} (پاکستانی وقت)' },
  none: { en: 'none', ur: 'کوئی نہیں' },
  published: { en: 'Published checkpoints', ur: 'شائع شدہ نشانات' },
  publishedAre: {
    en: '{count, number}, of {smallest, number} to {largest, number} entries',
    ur: '{count, number}، {smallest, number} تا {largest, number} اندراجات کے',
  },
  database: { en: 'Database', ur: 'ڈیٹابیس' },
  databaseCompared: { en: 'every row compared with its signed entry', ur: 'ہر سطر دستخط شدہ اندراج سے ملائی گئی' },
  databaseNot: { en: 'not compared', ur: 'نہیں ملایا گیا' },
  registers: { en: 'Registers', ur: 'رجسٹر' },
  registersAre: {
    en: '{records, number} records of {kinds, number} kinds, each held against the last act on it; listed at the end',
    ur: '{kinds, number} اقسام کے {records, number} ریکارڈ، ہر ایک اپنے آخری اقدام سے ملایا گیا؛ فہرست آخر میں',
  },
  auditTime: { en: 'Time of the audit', ur: 'آڈٹ کا وقت' },
  key: { en: 'Key of the ledger', ur: 'کھاتے کی کلید' },
  keyNow: { en: 'signs now', ur: 'اب دستخط کرتی ہے' },
  keyEnded: {
    en: 'signed up to {size, number} entries; {why, select, rotated {replaced as planned} lost {lost} other {stolen}}',
    ur: '{size, number} اندراجات تک دستخط کیے؛ {why, select, rotated {معمول کے مطابق بدلی گئی} lost {گم ہوئی} other {چوری ہوئی}}',
  },
  keyNever: {
    en: 'signed nothing; {why, select, rotated {replaced as planned} lost {lost} other {stolen}}',
    ur: 'کچھ دستخط نہیں کیا؛ {why, select, rotated {معمول کے مطابق بدلی گئی} lost {گم ہوئی} other {چوری ہوئی}}',
  },
  witness: { en: 'Witness', ur: 'گواہ' },
  witnessSigned: {
    en: 'cosigned {count, plural, one {one published checkpoint} other {# checkpoints}}, last that of {size, number} entries on {at}',
    ur: '{count, number} نشانات پر دستخط کیے، آخری {size, number} اندراجات کا، {at} کو',
  },
  witnessSilent: { en: 'has cosigned nothing', ur: 'کسی نشان پر دستخط نہیں کیے' },
  witnessCompared: {
    en: '{count, plural, one {one checkpoint} other {# checkpoints}} out of its own memory compared',
    ur: 'اس کے اپنے ریکارڈ کے {count, number} نشانات ملائے گئے',
  },
  noWitness: { en: 'No witness is known to this ledger.', ur: 'اس کھاتے کا کوئی گواہ معلوم نہیں۔' },

  method1: {
    en: 'The ledger is a list to which entries are only added. Each official act is one entry. All entries together give one number, the root; a checkpoint is the number of entries with their root, signed with the ledger’s key. If one letter of one entry changes, so does the root, and the signature no longer fits.',
    ur: 'کھاتہ ایسی فہرست ہے جس میں صرف اضافہ ہوتا ہے۔ ہر سرکاری اقدام ایک اندراج ہے۔ تمام اندراجات مل کر ایک نشان دیتے ہیں؛ اندراجات کی تعداد اور یہ نشان کھاتے کی کلید سے دستخط ہوتے ہیں۔ کسی اندراج کا ایک حرف بھی بدلے تو نشان بدل جاتا ہے اور دستخط مطابق نہیں رہتے۔',
  },
  method2: {
    en: 'Every entry was hashed anew from the first to the last. At the size of each published checkpoint the root was computed from the entries and held against the one that was signed. So every checkpoint is shown to continue the one before it.',
    ur: 'پہلے سے آخری تک ہر اندراج کا نشان نئے سرے سے نکالا گیا۔ ہر شائع شدہ نشان کی تعداد پر اندراجات سے نکلا ہوا نشان دستخط شدہ نشان سے ملایا گیا۔ یوں ہر نشان کا اپنے سے پہلے والے کا تسلسل ہونا ثابت ہوا۔',
  },
  method3: {
    en: 'Witnesses are outside the commission. Each signs a checkpoint only if it continues the last one that it saw. Their signatures were checked, and where a witness gave its own memory, each checkpoint in it was held against these entries. This finds a ledger that was rewritten as a whole, even with its own key.',
    ur: 'گواہ کمیشن سے باہر ہیں۔ ہر گواہ کسی نشان پر تبھی دستخط کرتا ہے جب وہ اس کے دیکھے ہوئے آخری نشان کا تسلسل ہو۔ ان کے دستخط جانچے گئے، اور جہاں گواہ نے اپنا ریکارڈ دیا وہاں اس کا ہر نشان ان اندراجات سے ملایا گیا۔ اس سے وہ کھاتہ بھی پکڑا جاتا ہے جو اپنی ہی کلید سے پورا دوبارہ لکھا گیا ہو۔',
  },
  method4: {
    en: 'The rows of the database were compared with the signed entries one by one. Each entry holds the fingerprint of every record that its act changed, before and after. Each record of the registers was held against the last fingerprint in the ledger; a record changed, added or deleted past the system differs.',
    ur: 'ڈیٹابیس کی سطریں ایک ایک کر کے دستخط شدہ اندراجات سے ملائی گئیں۔ ہر اندراج میں ہر بدلے گئے ریکارڈ کا پہلے اور بعد کا نشان درج ہے۔ رجسٹروں کا ہر ریکارڈ کھاتے کے آخری نشان سے ملایا گیا؛ جو ریکارڈ نظام سے ہٹ کر بدلا، بڑھایا یا مٹایا گیا ہو وہ مختلف نکلتا ہے۔',
  },
  method5: {
    en: 'The time at which each act arrived was held against the latest time before it in the ledger and against the times at which witnesses had signed. An act keeps the time at which its transaction began, so it may stand up to {tolerance, number} minutes behind; a witness’s clock is believed to within {skew, number} minutes. A clock set back by more is named. A step smaller than that cannot be told from a long transaction.',
    ur: 'ہر اقدام کی وصولی کا وقت کھاتے میں اس سے پہلے کے تازہ ترین وقت اور گواہوں کے دستخط کے اوقات سے ملایا گیا۔ اقدام پر اس کے آغاز کا وقت رہتا ہے، اس لیے وہ {tolerance, number} منٹ تک پیچھے ہو سکتا ہے؛ گواہ کی گھڑی {skew, number} منٹ تک معتبر مانی گئی۔ اس سے زیادہ پیچھے کی گئی گھڑی ظاہر ہو جاتی ہے؛ اس سے کم فرق طویل کارروائی سے الگ نہیں کیا جا سکتا۔',
  },
  method6: {
    en: 'Acts that take two people were examined for the approval of a second person, who must not be the one who proposed nor at the same device; and every act of an account for the office in which it was done, by the ledger’s own entries about who was given which office.',
    ur: 'جن اقدامات کے لیے دو افراد لازم ہیں ان میں دوسرے شخص کی منظوری دیکھی گئی، جو نہ تجویز کنندہ ہو نہ اسی آلے پر؛ اور ہر اکاؤنٹ کے ہر اقدام کا عہدہ خود کھاتے کے ان اندراجات سے ملایا گیا جن میں عہدے دیے اور لیے گئے۔',
  },
  method7: {
    en: 'Anybody can repeat this: docs/audit.md and docs/verify-the-ledger.md say how, also with programs of others. A copy of the ledger and the witnesses’ memories are enough for all but the database and the registers.',
    ur: 'یہ جانچ کوئی بھی دہرا سکتا ہے: docs/audit.md اور docs/verify-the-ledger.md میں طریقہ درج ہے، دوسروں کے پروگراموں سے بھی۔ ڈیٹابیس اور رجسٹروں کے سوا ہر چیز کے لیے کھاتے کی نقل اور گواہوں کے ریکارڈ کافی ہیں۔',
  },

  nothingFound: { en: 'Nothing was found.', ur: 'کوئی خرابی نہیں ملی۔' },
  everythingExamined: {
    en: 'Nothing was left out that this kind of audit can examine.',
    ur: 'اس نوعیت کے آڈٹ میں جو کچھ جانچا جا سکتا تھا سب جانچا گیا۔',
  },
  tampering: { en: 'tampering', ur: 'رد و بدل' },
  procedure: { en: 'procedure', ur: 'ضابطہ' },
  note: { en: 'note', ur: 'نوٹ' },
  where: { en: 'Where', ur: 'کہاں' },
  entryNumber: { en: 'Entry', ur: 'اندراج نمبر' },
  lastAct: { en: 'Last lawful act', ur: 'آخری قانونی اقدام' },
  theAct: { en: 'The act', ur: 'اقدام' },
  actIs: { en: 'entry {leaf, number}, {at}: {words}', ur: 'اندراج نمبر {leaf, number}، {at}: {words}' },
  by: { en: 'By', ur: 'کس نے' },
  byIs: {
    en: '{kind, select, account {account} device {device} other {the system}} {id}{as}',
    ur: '{kind, select, account {اکاؤنٹ} device {آلہ} other {نظام}} {id}{as}',
  },
  asOffice: { en: ', as {role}, {office}', ur: '، بطور {role}، {office}' },
  underApproval: { en: 'Approval', ur: 'منظوری' },
  mustBe: { en: 'Fingerprint expected', ur: 'متوقع نشان' },
  is: { en: 'Fingerprint found', ur: 'پایا گیا نشان' },
  absent: { en: 'none', ur: 'کوئی نہیں' },
  more: {
    en: '{title}: {more, plural, one {one more} other {# more}} of this kind, not told one by one.',
    ur: '{title}: اس قسم کے مزید {more, number}، جو الگ الگ درج نہیں۔',
  },
  corrections: { en: 'Corrections', ur: 'تصحیحات' },
  approvals: { en: 'Acts approved by a second person', ur: 'دوسرے شخص سے منظور شدہ اقدامات' },
  fingerprinted: { en: 'Records with a fingerprint in the ledger', ur: 'کھاتے میں نشان رکھنے والے ریکارڈ' },
  records: { en: 'Records examined', ur: 'جانچے گئے ریکارڈ' },
  system: { en: 'System', ur: 'نظام' },
  act: { en: 'Act', ur: 'اقدام' },
  count: { en: 'Entries', ur: 'اندراجات' },
  record: { en: 'Kind of record', ur: 'ریکارڈ کی قسم' },
  signText: {
    en: 'I have examined this report. Name, office, date and signature:',
    ur: 'میں نے اس رپورٹ کا جائزہ لیا ہے۔ نام، عہدہ، تاریخ اور دستخط:',
  },
  name: { en: 'Name and office', ur: 'نام اور عہدہ' },
  date: { en: 'Date', ur: 'تاریخ' },
  sign: { en: 'Signature', ur: 'دستخط' },
  sha256: {
    en: 'This document shows the file of JSON whose SHA-256 is:',
    ur: 'یہ دستاویز اس JSON فائل کو ظاہر کرتی ہے جس کا SHA-256 یہ ہے:',
  },
  page: { en: 'Page', ur: 'صفحہ' },
})
