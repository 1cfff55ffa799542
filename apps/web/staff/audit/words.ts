import { catalogue } from '@intikhab/kernel/language'

/** Texts of the auditor's desk. */
export const words = catalogue({
  audit: { en: 'Audit', ur: 'آڈٹ' },
  task: {
    en: 'The ledger replayed against database, registers and witnesses; the auditor’s report as PDF and JSON.',
    ur: 'کھاتے کا ڈیٹابیس، رجسٹروں اور گواہوں سے موازنہ؛ آڈیٹر کی رپورٹ PDF اور JSON میں۔',
  },
  lead: {
    en: 'An audit goes through every act from the first and holds against it the database, all registers, every published checkpoint and what the witnesses remember. It changes nothing, and work may go on meanwhile.',
    ur: 'آڈٹ پہلے اقدام سے آخری تک ہر اقدام کو دیکھتا ہے اور ڈیٹابیس، تمام رجسٹر، ہر شائع شدہ نشان اور گواہوں کے ریکارڈ کو اس سے ملاتا ہے۔ یہ کچھ نہیں بدلتا، اور اس دوران کام جاری رہ سکتا ہے۔',
  },
  run: { en: 'Run an audit now', ur: 'ابھی آڈٹ کریں' },
  entries: { en: 'Replaying the ledger', ur: 'کھاتے کا جائزہ جاری ہے' },
  registers: { en: 'Reading the registers', ur: 'رجسٹر پڑھے جا رہے ہیں' },
  report: { en: 'Writing the report', ur: 'رپورٹ لکھی جا رہی ہے' },
  failed: {
    en: 'The last audit broke off. The server’s log says why; it can be run again.',
    ur: 'پچھلا آڈٹ درمیان میں رک گیا۔ وجہ سرور کے لاگ میں درج ہے؛ آڈٹ دوبارہ کیا جا سکتا ہے۔',
  },
  reports: { en: 'Reports', ur: 'رپورٹیں' },
  noReports: { en: 'No audit has been run here yet.', ur: 'یہاں ابھی تک کوئی آڈٹ نہیں ہوا۔' },
  ended: { en: 'Ended', ur: 'مکمل' },
  size: { en: 'Entries', ur: 'اندراجات' },
  outcome: { en: 'Outcome', ur: 'نتیجہ' },
  sound: { en: 'Nothing found', ur: 'کوئی خرابی نہیں' },
  found: {
    en: '{count, plural, one {One finding} other {# findings}}',
    ur: '{count, plural, one {ایک نتیجہ} other {# نتائج}}',
  },
  take: { en: 'Report', ur: 'رپورٹ' },
  sha256: { en: 'SHA-256 of the JSON', ur: 'JSON کا SHA-256' },
  witnesses: { en: 'Witnesses of the ledger', ur: 'کھاتے کے گواہ' },
  witnessesLead: {
    en: 'Each witness signs a published checkpoint only if it continues what that witness saw before. {published, number} entries are published; enough witnesses have signed {quorum, number}.',
    ur: 'ہر گواہ شائع شدہ نشان پر تبھی دستخط کرتا ہے جب وہ اس کے پہلے دیکھے ہوئے کا تسلسل ہو۔ {published, number} اندراجات شائع ہیں؛ کافی گواہ {quorum, number} پر دستخط کر چکے ہیں۔',
  },
  noQuorum: {
    en: 'Each witness signs a published checkpoint only if it continues what that witness saw before. {published, number} entries are published; not enough witnesses have signed any of it.',
    ur: 'ہر گواہ شائع شدہ نشان پر تبھی دستخط کرتا ہے جب وہ اس کے پہلے دیکھے ہوئے کا تسلسل ہو۔ {published, number} اندراجات شائع ہیں؛ ابھی کافی گواہوں نے دستخط نہیں کیے۔',
  },
  noWitnesses: {
    en: 'This ledger has no witnesses. An operator names them in the file witnesses.policy; docs/audit.md says how.',
    ur: 'اس کھاتے کا کوئی گواہ نہیں۔ آپریٹر انہیں witnesses.policy فائل میں نامزد کرتا ہے؛ طریقہ docs/audit.md میں درج ہے۔',
  },
  witness: { en: 'Witness', ur: 'گواہ' },
  signedUpTo: { en: 'Signed up to', ur: 'دستخط تا اندراج' },
  signedAt: { en: 'When', ur: 'کب' },
  state: { en: 'State', ur: 'حالت' },
  signs: { en: 'signs', ur: 'دستخط کرتا ہے' },
  waiting: { en: 'expected', ur: 'انتظار' },
  late: { en: 'late', ur: 'تاخیر' },
  refused: { en: 'refused', ur: 'انکار' },
  lateNotice: {
    en: 'A witness of the ledger is late: {names}. See that it runs and can be reached.',
    ur: 'کھاتے کے گواہ کی طرف سے تاخیر ہے: {names}۔ دیکھیں کہ وہ چل رہا ہے اور اس تک رسائی ہے۔',
  },
  refusedNotice: {
    en: 'A witness refuses to sign the ledger: {names}. Find out at once whether the ledger was rewritten, and run an audit.',
    ur: 'گواہ نے کھاتے پر دستخط سے انکار کیا ہے: {names}۔ فوراً معلوم کریں کہ کھاتہ دوبارہ تو نہیں لکھا گیا، اور آڈٹ کریں۔',
  },
  toAudit: { en: 'To the auditor’s desk', ur: 'آڈٹ کے صفحے پر جائیں' },
})
