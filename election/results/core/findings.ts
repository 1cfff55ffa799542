import { catalogue, type Text } from '@intikhab/kernel/language'
import type { Finding } from './edition.ts'

/**
 * The checks of a station's forms, by stable code. `block` holds up consolidation until the returning officer corrects
 * or confirms the form, and refuses a bundle that is not marked `asOnPaper`; `warn` asks for a look; `record` only
 * keeps the fact. Nothing is ever repaired silently.
 */
export interface FindingKind {
  readonly level: Finding['level']
  readonly text: Text
  readonly section?: string
}

const texts = catalogue({
  'row-total': {
    en: "A candidate's total ({total, number}) is not the sum of the votes in the row ({sum, number}).",
    ur: 'ایک امیدوار کا میزان ({total, number}) اس کی قطار کے ووٹوں کے مجموعے ({sum, number}) کے برابر نہیں۔',
  },
  'sum-of-candidates': {
    en: "The candidates' votes add up to {sum, number}, the form says {stated, number}.",
    ur: 'امیدواروں کے ووٹوں کا مجموعہ {sum, number} ہے، فارم پر {stated, number} لکھا ہے۔',
  },
  'polled-sum': {
    en: 'Voters struck off add up to {sum, number}, the form says {stated, number}.',
    ur: 'ووٹ ڈالنے والوں کا مجموعہ {sum, number} ہے، فارم پر {stated, number} لکھا ہے۔',
  },
  'registered-sum': {
    en: 'Registered men and women add up to {sum, number}, the form says {stated, number}.',
    ur: 'رجسٹرڈ مردوں اور عورتوں کا مجموعہ {sum, number} ہے، فارم پر {stated, number} لکھا ہے۔',
  },
  'polled-above-registered': {
    en: 'More voters polled ({polled, number}) than are registered ({registered, number}).',
    ur: 'ووٹ ڈالنے والے ({polled, number}) رجسٹرڈ ووٹروں ({registered, number}) سے زیادہ ہیں۔',
  },
  'ballots-above-registered': {
    en: 'More ballots counted ({ballots, number}) than voters are registered ({registered, number}).',
    ur: 'گنے گئے بیلٹ ({ballots, number}) رجسٹرڈ ووٹروں ({registered, number}) سے زیادہ ہیں۔',
  },
  'registered-differs': {
    en: 'The form gives {stated, number} registered voters, the polling scheme {scheme, number}.',
    ur: 'فارم پر رجسٹرڈ ووٹر {stated, number} ہیں، پولنگ اسکیم میں {scheme, number}۔',
  },
  'turnout-above-90': {
    en: 'More than 90 % of the registered voters polled: {polled, number} of {registered, number}.',
    ur: 'رجسٹرڈ ووٹروں میں سے 90 فیصد سے زیادہ نے ووٹ ڈالے: {registered, number} میں سے {polled, number}۔',
  },
  'no-woman-polled': {
    en: 'No woman polled, although {registered, number} are registered.',
    ur: 'کسی عورت نے ووٹ نہیں ڈالا، حالانکہ {registered, number} رجسٹرڈ ہیں۔',
  },
  'more-ballots-than-voters': {
    en: 'More ballots counted ({ballots, number}) than voters struck off the roll ({polled, number}).',
    ur: 'گنے گئے بیلٹ ({ballots, number}) ان ووٹروں سے زیادہ ہیں جن کے نام فہرست میں کاٹے گئے ({polled, number})۔',
  },
  'fewer-ballots-than-voters': {
    en: 'Fewer ballots counted ({ballots, number}) than voters struck off the roll ({polled, number}).',
    ur: 'گنے گئے بیلٹ ({ballots, number}) ان ووٹروں سے کم ہیں جن کے نام فہرست میں کاٹے گئے ({polled, number})۔',
  },
  'no-agent-signed': {
    en: '{present, plural, one {The one agent} other {None of the # agents}} present did not sign.',
    ur: 'موجود {present, plural, one {ایک ایجنٹ} other {# ایجنٹوں}} میں سے کسی نے دستخط نہیں کیے۔',
  },
  'ballot-account': {
    en: 'The ballot papers account for {sum, number}, the station received {received, number}.',
    ur: 'بیلٹ پیپروں کا حساب {sum, number} بنتا ہے، پولنگ اسٹیشن کو {received, number} ملے تھے۔',
  },
  'ballots-missing': {
    en: '{missing, plural, one {# ballot paper is} other {# ballot papers are}} missing.',
    ur: '{missing, plural, one {# بیلٹ پیپر} other {# بیلٹ پیپر}} غائب ہیں۔',
  },
  'box-differs': {
    en: 'Form-45 counts {count, number} ballots, valid and excluded; Form-46 took {box, number} out of the box.',
    ur: 'فارم 45 میں درست اور مسترد {count, number} بیلٹ ہیں؛ فارم 46 کے مطابق بکس سے {box, number} نکلے۔',
  },
  'issued-differs': {
    en: '{issued, number} ballots were issued (Form-46), {polled, number} voters struck off the roll (Form-45).',
    ur: 'فارم 46 کے مطابق {issued, number} بیلٹ جاری ہوئے، فارم 45 کے مطابق {polled, number} ووٹروں کے نام کاٹے گئے۔',
  },
  'confirmed-by-officer': {
    en: 'The returning officer confirmed the form as it stands, with a reason.',
    ur: 'ریٹرننگ افسر نے وجہ لکھ کر فارم کی جوں کی توں تصدیق کی۔',
  },
})

export type FindingCode = keyof typeof texts

const levels: Readonly<Record<FindingCode, { level: Finding['level']; section?: string }>> = {
  'row-total': { level: 'block', section: 'Elections Act 2017, s.90' },
  'sum-of-candidates': { level: 'block', section: 'Elections Act 2017, s.90' },
  'polled-sum': { level: 'block' },
  'registered-sum': { level: 'block' },
  'polled-above-registered': { level: 'block' },
  'ballots-above-registered': { level: 'block' },
  'registered-differs': { level: 'warn' },
  'turnout-above-90': { level: 'warn' },
  'no-woman-polled': { level: 'warn', section: 'Elections Act 2017, s.9' },
  'more-ballots-than-voters': { level: 'warn' },
  'fewer-ballots-than-voters': { level: 'record' },
  'no-agent-signed': { level: 'record', section: 'Elections Act 2017, s.90(12)' },
  'ballot-account': { level: 'block', section: 'Elections Act 2017, s.90' },
  'ballots-missing': { level: 'warn' },
  'box-differs': { level: 'block', section: 'Elections Act 2017, s.90' },
  'issued-differs': { level: 'record' },
  'confirmed-by-officer': { level: 'record' },
}

export const findingTexts: Readonly<Record<FindingCode, Text>> = texts

/** The kind behind a code of ours; undefined for any other text. */
export function findFindingKind(code: string): FindingKind | undefined {
  if (!Object.hasOwn(texts, code)) return undefined
  return { ...levels[code as FindingCode], text: texts[code as FindingCode] }
}

/** A finding at its level, with the figures its text names. */
export function finding(code: FindingCode, figures: Readonly<Record<string, number>>): Finding {
  return { code, level: levels[code].level, figures }
}
