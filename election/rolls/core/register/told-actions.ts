import { catalogue, formatDay, say, type Language, type Text } from '@intikhab/kernel/language'
import type { ChangeKind } from './change.ts'
import type { PastAction } from './past-action.ts'
import { chosenAddress, type Voter } from './voter.ts'

/** What was done about somebody, as an officer or a judge reads it. */
const sentences = catalogue({
  enrolled: {
    en: 'Enrolled in block {to}, serial {serial}, household {household}.',
    ur: 'بلاک {to} میں درج ہوا: سلسلہ نمبر {serial}، گھرانہ نمبر {household}۔',
  },
  'to-verify': {
    en: 'Noted to be verified at the door before enrolment.',
    ur: 'اندراج سے پہلے گھر پر تصدیق کے لیے درج کیا گیا۔',
  },
  transferred: {
    en: 'The vote was moved from block {from} to block {to}, serial {serial}.',
    ur: 'ووٹ بلاک {from} سے بلاک {to} میں منتقل ہوا، سلسلہ نمبر {serial}۔',
  },
  corrected: { en: 'The entry was corrected.', ur: 'اندراج کی تصحیح ہوئی۔' },
  objected: { en: 'An objection to the entry was lodged.', ur: 'اندراج پر اعتراض دائر ہوا۔' },
  deleted: {
    en: 'The name was removed from the roll of block {from}.',
    ur: 'نام بلاک {from} کی فہرست سے خارج ہوا۔',
  },
  restored: {
    en: 'The name was restored to block {to}, serial {serial}.',
    ur: 'نام بلاک {to} میں بحال ہوا، سلسلہ نمبر {serial}۔',
  },
  'death-noted': { en: 'A report of the death was noted.', ur: 'وفات کی اطلاع درج ہوئی۔' },
  blocked: {
    en: 'The entry was blocked: the card is cancelled or blocked.',
    ur: 'اندراج روکا گیا: کارڈ منسوخ یا بلاک ہے۔',
  },
  unblocked: { en: 'The block or the note of death was lifted.', ur: 'روک یا وفات کا نوٹ ہٹا دیا گیا۔' },
  'overseas-opted': { en: 'Opted to vote from abroad.', ur: 'بیرونِ ملک سے ووٹ دینے کا انتخاب کیا۔' },
  'overseas-withdrawn': { en: 'No longer votes from abroad.', ur: 'اب بیرونِ ملک سے ووٹ نہیں دے گا۔' },
  'postal-ballot-issued': { en: 'A postal ballot was issued.', ur: 'ڈاک کا بیلٹ جاری ہوا۔' },
} satisfies Record<ChangeKind, Text>)

/** What of a voter may differ before and after, by the name under which it is shown. */
export const voterFields = catalogue({
  name: { en: 'Name', ur: 'نام' },
  relation: { en: 'Father’s or husband’s name', ur: 'والد یا شوہر کا نام' },
  gender: { en: 'Gender', ur: 'جنس' },
  born: { en: 'Date of birth', ur: 'تاریخِ پیدائش' },
  disabled: { en: 'Card with the mark of disability', ur: 'معذوری کے نشان والا کارڈ' },
  permanent: { en: 'Permanent address', ur: 'مستقل پتا' },
  temporary: { en: 'Temporary address', ur: 'عارضی پتا' },
  posting: { en: 'Place of posting', ur: 'مقامِ تعیناتی' },
  chosen: { en: 'Enrolled at', ur: 'اندراج کا پتا' },
  block: { en: 'Census block', ur: 'مردم شماری بلاک' },
  serial: { en: 'Serial (silsila)', ur: 'سلسلہ نمبر' },
  household: { en: 'Household (gharana)', ur: 'گھرانہ نمبر' },
  status: { en: 'Standing', ur: 'حیثیت' },
})

/** The values of a voter that are words. */
export const voterValues = catalogue({
  male: { en: 'male', ur: 'مرد' },
  female: { en: 'female', ur: 'خاتون' },
  other: { en: 'other', ur: 'دیگر' },
  son: { en: 'son of', ur: 'ولد' },
  daughter: { en: 'daughter of', ur: 'دختر' },
  wife: { en: 'wife or widow of', ur: 'زوجہ' },
  yes: { en: 'yes', ur: 'ہاں' },
  no: { en: 'no', ur: 'نہیں' },
  permanent: { en: 'permanent address', ur: 'مستقل پتا' },
  temporary: { en: 'temporary address', ur: 'عارضی پتا' },
  posting: { en: 'place of posting', ur: 'مقامِ تعیناتی' },
  active: { en: 'on the roll', ur: 'فہرست میں درج' },
  blocked: { en: 'on the roll, card blocked', ur: 'فہرست میں درج، کارڈ بلاک' },
  deceased: { en: 'on the roll, death reported', ur: 'فہرست میں درج، وفات کی اطلاع' },
  overseas: { en: 'on the roll, votes from abroad', ur: 'فہرست میں درج، بیرونِ ملک ووٹر' },
  removed: { en: 'removed from the roll', ur: 'فہرست سے خارج' },
  'to-verify': { en: 'to be verified at the door', ur: 'گھر پر تصدیق باقی' },
})

/** A difference in words; null where there was nothing. */
interface ToldDifference {
  readonly field: keyof typeof voterFields
  readonly before: string | null
  readonly after: string | null
}

/** What an action says in one language. */
export interface ToldAction {
  readonly sentence: string
  readonly differences: readonly ToldDifference[]
}

function fieldsOf(voter: Voter, language: Language): Record<keyof typeof voterFields, string | null> {
  const word = (key: keyof typeof voterValues) => say(language, voterValues[key])
  const { addresses, entry } = voter
  const relation = `${word(voter.relation)} ${voter.relationNameUr}`
  return {
    name: voter.nameEn === '' ? voter.nameUr : `${voter.nameUr} (${voter.nameEn})`,
    relation,
    gender: word(voter.gender),
    born: formatDay(language, voter.dateOfBirth),
    disabled: word(voter.disabled ? 'yes' : 'no'),
    permanent: addresses.permanent.textUr,
    temporary: addresses.temporary?.textUr ?? null,
    posting: addresses.posting?.textUr ?? null,
    chosen: chosenAddress(voter) === undefined ? null : word(voter.chosen),
    block: entry?.block ?? null,
    serial: entry === null ? null : String(entry.serial),
    household: entry === null ? null : String(entry.household),
    status: word(voter.status),
  }
}

/** Tells an action: a sentence, and what differs after it. Of an enrolment everything is new, so nothing differs. */
export function tellAction(action: Pick<PastAction, 'kind' | 'before' | 'after'>, language: Language): ToldAction {
  const { kind, before, after } = action
  const sentence = say(language, sentences[kind], {
    from: before?.entry?.block ?? '',
    to: after?.entry?.block ?? '',
    serial: String(after?.entry?.serial ?? ''),
    household: String(after?.entry?.household ?? ''),
  })
  if (before === null || after === null) return { sentence, differences: [] }
  const was = fieldsOf(before, language)
  const is = fieldsOf(after, language)
  const differences = (Object.keys(voterFields) as (keyof typeof voterFields)[]).flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, before: was[field], after: is[field] }],
  )
  return { sentence, differences }
}

/** What differs after an action, in both languages. */
export function tellDifferences(
  action: Pick<PastAction, 'kind' | 'before' | 'after'>,
): { readonly field: ToldDifference['field']; readonly before: Text | null; readonly after: Text | null }[] {
  const ur = tellAction(action, 'ur').differences
  return tellAction(action, 'en').differences.map(({ field, before, after }, n) => ({
    field,
    before: both(before, ur[n]?.before),
    after: both(after, ur[n]?.after),
  }))
}

function both(en: string | null, ur: string | null | undefined): Text | null {
  return en === null ? null : { en, ur: ur ?? en }
}
