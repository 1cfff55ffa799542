import type { ActSentences } from '@intikhab/kernel/ledger'

/** The acts of the rolls in the ledger, each as a person reads it. None names a voter. */
export const rollsActs = {
  'places-put': {
    en: '{who} entered {districts, plural, one {one district} other {# districts}} and {areas, plural, one {one electoral area} other {# electoral areas}}.',
    ur: '{who} نے {districts, plural, one {ایک ضلع} other {# اضلاع}} اور {areas, plural, one {ایک انتخابی علاقہ} other {# انتخابی علاقے}} درج کیے۔',
  },
  'roll-added': {
    en: '{who} opened the electoral roll {subject}.',
    ur: '{who} نے انتخابی فہرست {subject} قائم کی۔',
  },
  'results-announced': {
    en: '{who} recorded that the results are announced for which {subject} was made; its freeze ends.',
    ur: '{who} نے درج کیا کہ {subject} سے متعلق نتائج کا اعلان ہو گیا؛ اس کا انجماد ختم ہوا۔',
  },
  'feed-imported': {
    en: '{who} took in the feed {subject} of the civil registry: {voters, number} voters.',
    ur: '{who} نے شہری رجسٹری کی فائل {subject} درآمد کی: {voters, number} ووٹر۔',
  },
  'voter-enrolled': {
    en: '{who} enrolled a voter in {subject}.',
    ur: '{who} نے {subject} میں ایک ووٹر درج کیا۔',
  },
  'death-reported': {
    en: '{who} noted that the death of a voter of {subject} was reported.',
    ur: '{who} نے {subject} کے ایک ووٹر کی وفات کی اطلاع درج کی۔',
  },
  'voter-removed': {
    en: '{who} took a voter of {subject} off the roll.',
    ur: '{who} نے {subject} کے ایک ووٹر کا نام فہرست سے خارج کیا۔',
  },
  'voter-to-verify': {
    en: '{who} noted somebody of {subject} to be verified at the door.',
    ur: '{who} نے {subject} کے ایک شخص کو گھر پر تصدیق کے لیے درج کیا۔',
  },
  'voter-transferred': {
    en: '{who} moved a vote to {subject}.',
    ur: '{who} نے ایک ووٹ {subject} میں منتقل کیا۔',
  },
  'voter-corrected': {
    en: '{who} corrected an entry of {subject}.',
    ur: '{who} نے {subject} کے ایک اندراج کی تصحیح کی۔',
  },
  'voter-objected': {
    en: '{who} noted an objection to an entry of {subject}.',
    ur: '{who} نے {subject} کے ایک اندراج پر اعتراض درج کیا۔',
  },
  'voter-restored': {
    en: '{who} restored an entry of {subject}.',
    ur: '{who} نے {subject} کا ایک اندراج بحال کیا۔',
  },
  'voter-blocked': {
    en: '{who} blocked an entry of {subject}: the card is cancelled or blocked.',
    ur: '{who} نے {subject} کا ایک اندراج روک دیا: کارڈ منسوخ یا بلاک ہے۔',
  },
  'voter-unblocked': {
    en: '{who} lifted the block or the note of death from an entry of {subject}.',
    ur: '{who} نے {subject} کے ایک اندراج سے روک یا وفات کا نوٹ ہٹا دیا۔',
  },
  'overseas-opted': {
    en: '{who} noted that a voter of {subject} will vote from abroad.',
    ur: '{who} نے درج کیا کہ {subject} کا ایک ووٹر بیرونِ ملک سے ووٹ دے گا۔',
  },
  'overseas-withdrawn': {
    en: '{who} noted that a voter of {subject} no longer votes from abroad.',
    ur: '{who} نے درج کیا کہ {subject} کا ایک ووٹر اب بیرونِ ملک سے ووٹ نہیں دے گا۔',
  },
  'postal-ballot-issued': {
    en: '{who} issued a postal ballot to a voter of {subject}.',
    ur: '{who} نے {subject} کے ایک ووٹر کو ڈاک کا بیلٹ جاری کیا۔',
  },
  'roll-frozen': {
    en: '{who} froze {subject} from {from, date, long}{kind, select, general {} other {, for the by-election in {constituency}}}.',
    ur: '{who} نے {subject} کو {from, date, long} سے منجمد کیا{kind, select, general {} other {، {constituency} کے ضمنی انتخاب کے لیے}}۔',
    values: ({ from, constituency }) => ({
      from: new Date(from as string),
      constituency: typeof constituency === 'string' ? constituency : '',
    }),
  },
} as const satisfies ActSentences

/** Name of an act of the rolls. */
export type RollsActName = keyof typeof rollsActs
