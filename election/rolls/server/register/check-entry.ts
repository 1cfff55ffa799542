import { problemKinds, type ProblemKind } from '@intikhab/kernel/tables'
import { chosenAddress, type EnrolledVoter } from '../../core/register/voter.ts'

/** What is wrong with single lines of a feed, beyond what makes any table unreadable. */
export const feedProblems = problemKinds('rolls', {
  'already-enrolled': {
    en: 'This CNIC is already enrolled, in block {block}; a vote is moved with Form-21.',
    ur: 'یہ شناختی کارڈ نمبر پہلے سے بلاک {block} میں درج ہے؛ ووٹ کی منتقلی فارم 21 سے ہوتی ہے۔',
  },
  'known-but-not-enrolled': {
    en: 'This CNIC is in the register without being on the roll; the person is enrolled with Form-21.',
    ur: 'یہ شناختی کارڈ نمبر رجسٹر میں ہے مگر فہرست میں نہیں؛ اندراج فارم 21 سے ہوتا ہے۔',
  },
  'third-address': {
    en: 'Block {block} is not that of the chosen address.',
    ur: 'بلاک {block} منتخب کردہ پتے کا نہیں۔',
  },
  'enrolled-twice-here': {
    en: 'This CNIC already stands on line {first} of this file.',
    ur: 'یہ شناختی کارڈ نمبر اسی فائل کی سطر {first} پر پہلے سے موجود ہے۔',
  },
  'serial-taken': {
    en: 'Another voter has this serial number in this list of block {block}.',
    ur: 'بلاک {block} کی اس فہرست میں یہ سلسلہ نمبر کسی اور ووٹر کا ہے۔',
  },
  'unknown-area': {
    en: 'There is no electoral area with the block code {block}.',
    ur: 'بلاک کوڈ {block} کا کوئی انتخابی علاقہ موجود نہیں۔',
  },
  frozen: {
    en: 'The roll of block {block} is frozen for a by-election since {since}.',
    ur: 'بلاک {block} کی فہرست ضمنی انتخاب کے لیے {since} سے منجمد ہے۔',
  },
  'under-age': {
    en: 'Born after {latest}: not yet 18 on the qualifying date.',
    ur: '{latest} کے بعد پیدائش: اہلیت کی تاریخ پر عمر 18 سال سے کم ہے۔',
  },
})

/** What every entry of a feed is held against. */
export interface KnownToFeed {
  readonly blocks: ReadonlySet<string>
  /** Latest date of birth of a voter who is 18 in time, `YYYY-MM-DD`. */
  readonly latestBirth: string
  /** Since when a block's roll is frozen, `YYYY-MM-DD`; undefined where it is open. */
  frozenSince(block: string): string | undefined
}

export interface EntryProblem {
  readonly kind: ProblemKind
  readonly field: string
  readonly values: Readonly<Record<string, string>>
}

/** The problem of one entry by itself: a block that is none, or somebody too young. */
export function checkEntry(
  voter: Pick<EnrolledVoter, 'entry' | 'dateOfBirth' | 'addresses' | 'chosen'>,
  known: KnownToFeed,
): EntryProblem | undefined {
  const { dateOfBirth } = voter
  const { block } = voter.entry
  if (!known.blocks.has(block)) return { kind: feedProblems['unknown-area'], field: 'block', values: { block } }
  const since = known.frozenSince(block)
  if (since !== undefined) return { kind: feedProblems.frozen, field: 'block', values: { block, since } }
  if (dateOfBirth > known.latestBirth)
    return { kind: feedProblems['under-age'], field: 'dateOfBirth', values: { latest: known.latestBirth } }
  if (chosenAddress(voter)?.block !== block)
    return { kind: feedProblems['third-address'], field: 'block', values: { block } }
  return undefined
}
