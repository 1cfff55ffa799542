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
  'stage-ordered': {
    en: '{who} ordered of {subject}: {kind, select, preliminary {the preliminary roll is published} display {it is displayed from {from, date, long} until {until, date, long}} extension {the display is extended until {until, date, long}} final {the roll is final} other {it is prepared otherwise, by direction of the Commission (s.49)}}.',
    ur: '{who} نے {subject} کے بارے میں حکم دیا: {kind, select, preliminary {ابتدائی فہرست شائع ہو} display {فہرست {from, date, long} سے {until, date, long} تک نمائش کے لیے رکھی جائے} extension {نمائش میں {until, date, long} تک توسیع ہو} final {فہرست حتمی ہو} other {کمیشن کی ہدایت پر فہرست دوسرے طریقے سے تیار ہو (دفعہ 49)}}۔',
    values: ({ from, until }) => ({
      from: new Date(typeof from === 'string' ? from : 0),
      until: new Date(typeof until === 'string' ? until : 0),
    }),
  },
  'display-centre-put': {
    en: '{who} entered {subject}, for {areas, plural, one {one electoral area} other {# electoral areas}}.',
    ur: '{who} نے {subject} {areas, plural, one {ایک انتخابی علاقے} other {# انتخابی علاقوں}} کے لیے درج کیا۔',
  },
  'marked-copy-made': {
    en: '{who} made marked copy {number, number} of the roll for {subject}: {postal, plural, one {one postal ballot} other {# postal ballots}}, {overseas, plural, one {one voter abroad} other {# voters abroad}}.',
    ur: '{who} نے {subject} کے لیے فہرست کی نشان زدہ نقل {number, number} تیار کی: ڈاک کے {postal, number} بیلٹ، بیرونِ ملک {overseas, number} ووٹر۔',
  },
  'copy-given': {
    en: '{who} gave out copy {number, number} of {subject} for {seat}: {kind, select, printed {a printed roll} other {a searchable copy}}.',
    ur: '{who} نے {seat} کے لیے {subject} کی نقل {number, number} جاری کی: {kind, select, printed {چھپی ہوئی فہرست} other {تلاش کے قابل نقل}}۔',
  },
  'claim-lodged': {
    en: '{source, select, web {Form-{form} came in over the web} door {{who} opened an objection after a visit at the door} other {{who} took in Form-{form}}}: {subject}.',
    ur: '{source, select, web {فارم {form} ویب کے ذریعے موصول ہوا} door {{who} نے گھر پر تصدیق کے بعد اعتراض کھولا} other {{who} نے فارم {form} وصول کیا}}: {subject}۔',
  },
  'claim-evidence-added': {
    en: 'A paper was added to {subject}.',
    ur: '{subject} میں ایک کاغذ شامل کیا گیا۔',
  },
  'claim-completed': {
    en: '{who} completed {subject} from the card.',
    ur: '{who} نے {subject} کو کارڈ سے مکمل کیا۔',
  },
  'claim-hearing-set': {
    en: '{who} set the hearing of {subject} for {at, date, long}.',
    ur: '{who} نے {subject} کی سماعت {at, date, long} کے لیے مقرر کی۔',
    values: ({ at }) => ({ at: new Date(at as string) }),
  },
  'claim-notice-served': {
    en: '{who} recorded that notice of the hearing of {subject} was served.',
    ur: '{who} نے درج کیا کہ {subject} کی سماعت کے نوٹس کی تعمیل ہو گئی۔',
  },
  'claim-adjourned': {
    en: '{who} adjourned {subject} to {at, date, long}.',
    ur: '{who} نے {subject} کی سماعت {at, date, long} تک ملتوی کی۔',
    values: ({ at }) => ({ at: new Date(at as string) }),
  },
  'claim-heard': {
    en: '{who} heard {subject}.',
    ur: '{who} نے {subject} کی سماعت کی۔',
  },
  'claim-decided': {
    en: '{who} decided {subject} by order {order}: {outcome, select, allowed {allowed} partly {allowed in part} other {rejected}}{under, select, none {} other {, under order {under} of the Commission}}.',
    ur: '{who} نے حکم {order} سے {subject} کا فیصلہ کیا: {outcome, select, allowed {منظور} partly {جزوی منظور} other {نامنظور}}{under, select, none {} other {، کمیشن کے حکم {under} کے تحت}}۔',
    values: ({ under }) => ({ under: typeof under === 'string' ? under : 'none' }),
  },
  'claim-withdrawn': {
    en: '{source, select, web {Whoever lodged {subject} withdrew it over the web} other {{who} recorded that {subject} was withdrawn}}.',
    ur: '{source, select, web {{subject} درخواست گزار نے ویب کے ذریعے واپس لے لی} other {{who} نے درج کیا کہ {subject} واپس لے لی گئی}}۔',
    values: ({ source }) => ({ source: typeof source === 'string' ? source : 'counter' }),
  },
  'claim-lapsed': {
    en: '{who} let {subject} lapse: the claimant did not come.',
    ur: '{who} نے {subject} کو عدم پیروی پر ساقط کیا۔',
  },
  'claim-appeal-noted': {
    en: '{who} noted an appeal against the order in {subject}.',
    ur: '{who} نے {subject} کے حکم کے خلاف اپیل درج کی۔',
  },
  'commission-ordered': {
    en: 'The Commission ordered a change of a frozen roll: {subject}, put down by {who}.',
    ur: 'کمیشن نے منجمد فہرست میں تبدیلی کا حکم دیا: {subject}؛ اندراج: {who}۔',
  },
  'door-list-made': {
    en: '{who} made {subject} for verification at the door: {people, plural, one {one person} other {# people}}.',
    ur: '{who} نے گھر گھر تصدیق کی {subject} بنائی: {people, plural, one {ایک شخص} other {# افراد}}۔',
  },
  'door-returned': {
    en: '{who} entered what was found at {people, plural, one {a door} other {# doors}} of {subject}.',
    ur: '{who} نے {subject} کے {people, plural, one {ایک گھر} other {# گھروں}} کا نتیجہ درج کیا۔',
  },
  'door-carried-out': {
    en: '{who} drew the consequence of a visit of {subject}: {effect, select, change {the roll was changed} objection {an objection was opened} other {nothing changes}}.',
    ur: '{who} نے {subject} کے ایک دورے پر کارروائی کی: {effect, select, change {فہرست میں تبدیلی کی گئی} objection {اعتراض کھولا گیا} other {کوئی تبدیلی نہیں}}۔',
  },
  'registry-batch-kept': {
    en: '{who} handed in {subject} of the civil registry: records {from, number} to {to, number}.',
    ur: '{who} نے شہری رجسٹری کی {subject} جمع کرائی: ریکارڈ {from, number} تا {to, number}۔',
  },
  'registry-batch-refused': {
    en: 'A batch of the civil registry that {who} offered was refused ({code}).',
    ur: '{who} کی پیش کردہ شہری رجسٹری کی ایک کھیپ رد کی گئی ({code})۔',
  },
  'registry-records-taken-in': {
    en: '{who}: records {from, number} to {to, number} of {subject} were taken in: {enrolled, number} enrolled, {changed, number} changed, {deleted, number} deleted, {toVerify, number} to be verified at the door, {refused, number} refused, {held, number} held back.',
    ur: '{who}: {subject} کے ریکارڈ {from, number} تا {to, number} وصول ہوئے: {enrolled, number} اندراج، {changed, number} تبدیلیاں، {deleted, number} اخراج، {toVerify, number} گھر پر تصدیق کے لیے، {refused, number} رد، {held, number} روکے گئے۔',
  },
  'registry-records-released': {
    en: '{who}: {records, plural, one {one record} other {# records}} that had waited were taken in: {enrolled, number} enrolled, {changed, number} changed, {deleted, number} deleted, {toVerify, number} to be verified at the door, {refused, number} refused, {held, number} still held back.',
    ur: '{who}: {records, plural, one {ایک منتظر ریکارڈ وصول ہوا} other {# منتظر ریکارڈ وصول ہوئے}}: {enrolled, number} اندراج، {changed, number} تبدیلیاں، {deleted, number} اخراج، {toVerify, number} گھر پر تصدیق کے لیے، {refused, number} رد، {held, number} اب بھی روکے ہوئے۔',
  },
  'quality-asked': {
    en: '{who} had the whole register looked through for faults ({subject}).',
    ur: '{who} نے پورے رجسٹر میں غلطیوں کی جانچ شروع کرائی ({subject})۔',
  },
  'suspicion-decided': {
    en: '{who} decided {subject}: {decision, select, none {there is no fault} objected {{objections, plural, one {an objection was opened} other {# objections were opened}}} other {something is to be corrected}}.',
    ur: '{who} نے {subject} کا فیصلہ کیا: {decision, select, none {کوئی غلطی نہیں} objected {{objections, plural, one {ایک اعتراض کھولا گیا} other {# اعتراضات کھولے گئے}}} other {تصحیح درکار ہے}}۔',
    // A hyphen ends a selector.
    values: ({ decision }) => ({ decision: decision === 'no-fault' ? 'none' : (decision as string) }),
  },
  'suspicion-reopened': {
    en: '{who} reopened {subject}; the decision that {decision, select, none {there is no fault} objected {it is objected to} other {something is to be corrected}} is taken back.',
    ur: '{who} نے {subject} دوبارہ کھولا؛ فیصلہ ”{decision, select, none {کوئی غلطی نہیں} objected {اعتراض کھولا گیا} other {تصحیح درکار ہے}}“ واپس لے لیا گیا۔',
    values: ({ decision }) => ({ decision: decision === 'no-fault' ? 'none' : (decision as string) }),
  },
} as const satisfies ActSentences

/** Name of an act of the rolls. */
export type RollsActName = keyof typeof rollsActs
