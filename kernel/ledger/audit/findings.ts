import type { MessageValue, Text } from '@intikhab/kernel/language'

/** How much a finding weighs. */
type Grade =
  /** Somebody has changed what must not be changed. */
  | 'tampering'
  /** A rule of procedure was not kept. */
  | 'procedure'
  /** Worth knowing; it accuses nobody. */
  | 'note'

/** A kind of finding: its heading, and the sentence of one finding as an ICU message over its values. */
export interface FindingKind {
  readonly grade: Grade
  readonly title: Text
  readonly sentence: Text
}

/** Everything that an audit can find, by its stable code. */
export const findingKinds = {
  'entry-missing': {
    grade: 'tampering',
    title: { en: 'A row of the ledger was deleted', ur: 'کھاتے کی ایک سطر مٹائی گئی' },
    sentence: {
      en: 'The database no longer holds entry {leaf, number}, which is in the signed ledger: {act} on {subject}.',
      ur: 'ڈیٹابیس میں اندراج نمبر {leaf, number} موجود نہیں، حالانکہ وہ دستخط شدہ کھاتے میں ہے: {subject} پر {act}۔',
    },
  },
  'entry-changed': {
    grade: 'tampering',
    title: { en: 'A row of the ledger was changed', ur: 'کھاتے کی ایک سطر بدلی گئی' },
    sentence: {
      en: 'Entry {leaf, number} in the database is not the one that was signed, which is: {act} on {subject}.',
      ur: 'ڈیٹابیس میں اندراج نمبر {leaf, number} وہ نہیں جس پر دستخط ہوئے تھے؛ دستخط شدہ اندراج یہ ہے: {subject} پر {act}۔',
    },
  },
  'entry-file-damaged': {
    grade: 'tampering',
    title: {
      en: 'An entry in the ledger’s files is not the signed one',
      ur: 'کھاتے کی فائلوں میں ایک اندراج دستخط شدہ نہیں',
    },
    sentence: {
      en: 'The files do not hold entry {leaf, number} as it was signed. The database does: {act} on {subject}.',
      ur: 'فائلوں میں اندراج نمبر {leaf, number} اس طرح موجود نہیں جیسے اس پر دستخط ہوئے تھے؛ ڈیٹابیس میں موجود ہے: {subject} پر {act}۔',
    },
  },
  'entry-lost': {
    grade: 'tampering',
    title: { en: 'An entry is nowhere as it was signed', ur: 'ایک اندراج کہیں بھی دستخط شدہ حالت میں نہیں' },
    sentence: {
      en: 'Entry {leaf, number} is neither in the files nor in the database as it was signed.',
      ur: 'اندراج نمبر {leaf, number} نہ فائلوں میں دستخط شدہ حالت میں ہے نہ ڈیٹابیس میں۔',
    },
  },
  'tile-wrong': {
    grade: 'tampering',
    title: { en: 'A tile of hashes is wrong', ur: 'نشانات کی ایک فائل غلط ہے' },
    sentence: {
      en: 'The file {file} is missing or does not hold the hashes of the entries below it.',
      ur: 'فائل {file} موجود نہیں، یا اس میں اپنے اندراجات کے نشانات درج نہیں۔',
    },
  },
  'checkpoint-unsigned': {
    grade: 'tampering',
    title: { en: 'A checkpoint without a valid signature', ur: 'درست دستخط کے بغیر نشانِ کھاتہ' },
    sentence: {
      en: 'The checkpoint of {size, number} entries ({file}) is damaged, or not signed by the key of its time.',
      ur: '{size, number} اندراجات کا نشانِ کھاتہ ({file}) خراب ہے، یا اس پر اپنے وقت کی کلید کے دستخط نہیں۔',
    },
  },
  'checkpoint-rewritten': {
    grade: 'tampering',
    title: { en: 'A checkpoint was rewritten', ur: 'ایک نشانِ کھاتہ دوبارہ لکھا گیا' },
    sentence: {
      en: 'The checkpoint of {size, number} entries ({file}) carries a good signature, but over another tree than these entries give: the ledger or the checkpoint was rewritten with the ledger’s own key.',
      ur: '{size, number} اندراجات کے نشانِ کھاتہ ({file}) پر دستخط تو درست ہیں، مگر کسی اور کھاتے پر: کھاتہ یا نشان کھاتے ہی کی کلید سے دوبارہ لکھا گیا۔',
    },
  },
  'cosignature-broken': {
    grade: 'tampering',
    title: { en: 'A witness’s signature no longer fits', ur: 'گواہ کے دستخط اب مطابقت نہیں رکھتے' },
    sentence: {
      en: 'The checkpoint of {size, number} entries carries a signature of the witness {witness} that is not over this text: the checkpoint was changed after the witness had signed it.',
      ur: '{size, number} اندراجات کے نشانِ کھاتہ پر گواہ {witness} کے دستخط اس متن کے نہیں: گواہ کے دستخط کے بعد نشان بدلا گیا۔',
    },
  },
  'checkpoint-missing': {
    grade: 'tampering',
    title: { en: 'A published checkpoint was taken away', ur: 'شائع شدہ نشانِ کھاتہ ہٹا دیا گیا' },
    sentence: {
      en: 'The witness {witness} cosigned a checkpoint of {size, number} entries on {at, date, long} at {at, time, medium}; it is no longer among the published ones.',
      ur: 'گواہ {witness} نے {at, date, long} کو {at, time, medium} پر {size, number} اندراجات کے نشان پر دستخط کیے تھے؛ وہ اب شائع شدہ نشانات میں نہیں۔',
    },
  },
  'witness-disagrees': {
    grade: 'tampering',
    title: { en: 'A witness saw another ledger', ur: 'گواہ نے کوئی اور کھاتہ دیکھا تھا' },
    sentence: {
      en: 'On {at, date, long} at {at, time, medium} the witness {witness} cosigned another tree of {size, number} entries than these entries give, and it was signed with the ledger’s key: the ledger was rewritten since, or shown differently to the witness.',
      ur: '{at, date, long} کو {at, time, medium} پر گواہ {witness} نے {size, number} اندراجات کے کسی اور کھاتے پر دستخط کیے، جس پر کھاتے کی کلید کے دستخط بھی تھے: کھاتہ اس کے بعد دوبارہ لکھا گیا، یا گواہ کو مختلف دکھایا گیا۔',
    },
  },
  'witness-ahead': {
    grade: 'tampering',
    title: { en: 'The ledger is shorter than a witness saw it', ur: 'کھاتہ گواہ کے دیکھے ہوئے سے چھوٹا ہے' },
    sentence: {
      en: 'On {at, date, long} at {at, time, medium} the witness {witness} cosigned a ledger of {size, number} entries; only {here, number} are left.',
      ur: '{at, date, long} کو {at, time, medium} پر گواہ {witness} نے {size, number} اندراجات کے کھاتے پر دستخط کیے تھے؛ اب صرف {here, number} باقی ہیں۔',
    },
  },
  'ledger-cut': {
    grade: 'tampering',
    title: { en: 'The ledger is shorter than was published', ur: 'کھاتہ شائع شدہ سے چھوٹا ہے' },
    sentence: {
      en: 'A checkpoint of {size, number} entries was published ({file}); only {here, number} are left.',
      ur: '{size, number} اندراجات کا نشانِ کھاتہ شائع ہوا تھا ({file})؛ اب صرف {here, number} باقی ہیں۔',
    },
  },
  'clock-set-back': {
    grade: 'tampering',
    title: { en: 'The server’s clock was set back', ur: 'سرور کی گھڑی پیچھے کی گئی' },
    sentence: {
      en: 'From entry {from, number} on, acts carry times back to {firstAt, date, long} {firstAt, time, medium}, although it was {knownAt, date, long} {knownAt, time, medium} already ({known, select, witness {the witness {witness} had signed by then} other {by entry {knownLeaf, number}}}). The clock was behind by up to {minutes, number} minutes; {ends, select, yes {entry {until, number} is the first with a credible time again} other {it still is at the last entry}}.',
      ur: 'اندراج نمبر {from, number} سے اقدامات پر {firstAt, date, long} {firstAt, time, medium} تک پیچھے کے اوقات درج ہیں، حالانکہ {knownAt, date, long} {knownAt, time, medium} ہو چکا تھا ({known, select, witness {گواہ {witness} اس وقت تک دستخط کر چکا تھا} other {اندراج نمبر {knownLeaf, number} کے مطابق}})۔ گھڑی زیادہ سے زیادہ {minutes, number} منٹ پیچھے تھی؛ {ends, select, yes {اندراج نمبر {until, number} سے وقت پھر قابلِ اعتبار ہے} other {آخری اندراج تک یہی حال ہے}}۔',
    },
  },
  'clock-ahead': {
    grade: 'tampering',
    title: { en: 'The server’s clock ran ahead', ur: 'سرور کی گھڑی آگے تھی' },
    sentence: {
      en: 'Entry {leaf, number} says that it arrived on {entryAt, date, long} at {entryAt, time, medium}, but the witness {witness} had seen it on {at, date, long} at {at, time, medium} already.',
      ur: 'اندراج نمبر {leaf, number} پر وصولی کا وقت {entryAt, date, long} {entryAt, time, medium} درج ہے، مگر گواہ {witness} اسے {at, date, long} کو {at, time, medium} پر دیکھ چکا تھا۔',
    },
  },
  'record-changed': {
    grade: 'tampering',
    title: { en: 'A record was changed by hand', ur: 'ایک ریکارڈ ہاتھ سے بدلا گیا' },
    sentence: {
      en: 'The register’s record {record} is not as its last act left it.',
      ur: 'رجسٹر کا ریکارڈ {record} اس حالت میں نہیں جس میں آخری اقدام نے اسے چھوڑا تھا۔',
    },
  },
  'record-added': {
    grade: 'tampering',
    title: { en: 'A record that no act made', ur: 'ایسا ریکارڈ جو کسی اقدام سے نہیں بنا' },
    sentence: {
      en: 'The register holds the record {record}, which no act in the ledger {wasRemoved, select, yes {has brought back since it was removed} other {has made}}.',
      ur: 'رجسٹر میں ریکارڈ {record} موجود ہے، جسے کھاتے کے کسی اقدام نے {wasRemoved, select, yes {ہٹائے جانے کے بعد واپس نہیں لایا} other {نہیں بنایا}}۔',
    },
  },
  'record-deleted': {
    grade: 'tampering',
    title: { en: 'A record was deleted by hand', ur: 'ایک ریکارڈ ہاتھ سے مٹایا گیا' },
    sentence: {
      en: 'The record {record} is no longer in the register, and no act took it away.',
      ur: 'ریکارڈ {record} اب رجسٹر میں نہیں، اور کسی اقدام نے اسے نہیں ہٹایا۔',
    },
  },
  'record-changed-between': {
    grade: 'tampering',
    title: { en: 'A record was changed between two acts', ur: 'دو اقدامات کے درمیان ریکارڈ بدلا گیا' },
    sentence: {
      en: 'Before entry {leaf, number} the record {record} was not as the act before had left it: it was changed by hand in between{known, select, yes {, after entry {before, number}} other {}}.',
      ur: 'اندراج نمبر {leaf, number} سے پہلے ریکارڈ {record} اس حالت میں نہیں تھا جس میں پچھلے اقدام نے اسے چھوڑا تھا: اسے درمیان میں ہاتھ سے بدلا گیا{known, select, yes {، یعنی اندراج نمبر {before, number} کے بعد} other {}}۔',
    },
  },
  'approval-missing': {
    grade: 'procedure',
    title: { en: 'A weighty act without a second person', ur: 'دوسرے شخص کی منظوری کے بغیر اہم اقدام' },
    sentence: {
      en: 'Entry {leaf, number}, {act} on {subject}, needs the approval of a second person and has none.',
      ur: 'اندراج نمبر {leaf, number}، {subject} پر {act}، کے لیے دوسرے شخص کی منظوری لازم ہے، جو موجود نہیں۔',
    },
  },
  'approved-by-proposer': {
    grade: 'procedure',
    title: { en: 'Proposed and approved by the same account', ur: 'تجویز اور منظوری ایک ہی اکاؤنٹ سے' },
    sentence: {
      en: 'Entry {leaf, number}, {act} on {subject}, was approved by the account that proposed it: {account}.',
      ur: 'اندراج نمبر {leaf, number}، {subject} پر {act}، کی منظوری اسی اکاؤنٹ نے دی جس نے تجویز کیا تھا: {account}۔',
    },
  },
  'approved-at-same-device': {
    grade: 'procedure',
    title: { en: 'Proposed and approved at the same device', ur: 'تجویز اور منظوری ایک ہی آلے سے' },
    sentence: {
      en: 'Entry {leaf, number}, {act} on {subject}, was proposed and approved at the same device: {device}.',
      ur: 'اندراج نمبر {leaf, number}، {subject} پر {act}، کی تجویز اور منظوری ایک ہی آلے سے ہوئی: {device}۔',
    },
  },
  'office-not-held': {
    grade: 'procedure',
    title: { en: 'An act in an office that was not held', ur: 'ایسے عہدے میں اقدام جو حاصل نہ تھا' },
    sentence: {
      en: 'Entry {leaf, number}, {act} on {subject}, was done by account {account} as {office}; the ledger does not show that this account held that office then.',
      ur: 'اندراج نمبر {leaf, number}، {subject} پر {act}، اکاؤنٹ {account} نے بطور {office} کیا؛ کھاتہ ظاہر نہیں کرتا کہ اس وقت اس اکاؤنٹ کے پاس یہ عہدہ تھا۔',
    },
  },
  'entry-unreadable': {
    grade: 'tampering',
    title: { en: 'An entry that is no act', ur: 'ایسا اندراج جو کوئی اقدام نہیں' },
    sentence: {
      en: 'Entry {leaf, number} is signed, but cannot be read as an act.',
      ur: 'اندراج نمبر {leaf, number} دستخط شدہ ہے، مگر اقدام کے طور پر پڑھا نہیں جا سکتا۔',
    },
  },
} as const satisfies Readonly<Record<string, FindingKind>>

export type FindingCode = keyof typeof findingKinds

/** An entry of the ledger, so that a reader can find it. */
export interface ActAt {
  readonly leaf: number
  readonly system: string
  readonly act: string
  readonly subject: string
  readonly actor: { readonly kind: string; readonly id: string; readonly role?: string; readonly office?: string }
  readonly madeAt: string
  readonly arrivedAt: string
  /** Approval it rests on, where it has one. */
  readonly approvalId?: string
  /** The act as a person reads it. */
  readonly words: Text
}

/** One finding. */
export interface Finding {
  readonly code: FindingCode
  readonly values: Readonly<Record<string, MessageValue>>
  /** What it was found at: an entry, a file, a record. */
  readonly at: string
  readonly leaf?: number
  /** Hashes (hex): what must be, and what is. */
  readonly expected?: string | null
  readonly found?: string | null
  /** The act concerned; for a record, the last lawful one. */
  readonly act?: ActAt
}

/** Findings of one kind that are told one by one; the rest are counted. */
const toldOfEach = 500

/** Collects findings; of each kind only the first are kept. */
export function createFindings(): {
  add(finding: Finding): void
  /** True while another finding of this kind would be kept. */
  hasRoom(code: FindingCode): boolean
  readonly told: readonly Finding[]
  readonly counts: ReadonlyMap<FindingCode, number>
} {
  const told: Finding[] = []
  const counts = new Map<FindingCode, number>()
  const hasRoom = (code: FindingCode) => (counts.get(code) ?? 0) < toldOfEach
  return {
    add(finding) {
      if (hasRoom(finding.code)) told.push(finding)
      counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1)
    },
    hasRoom,
    told,
    counts,
  }
}

export type Findings = ReturnType<typeof createFindings>
