import { catalogue, say, type Language, type MessageValue } from '@intikhab/kernel/language'

/** What may be wrong with the roll. An officer looks at each; nothing is changed by a finder. */
export const suspicionKinds = ['two-cards', 'dead', 'crowded-house', 'one-age', 'address', 'gender'] as const
export type SuspicionKind = (typeof suspicionKinds)[number]

/** Why something is suspected, each as a person reads it. */
export const reasonWords = catalogue({
  'name-identical': { en: 'The names are written alike.', ur: 'نام ایک جیسے لکھے ہیں۔' },
  'name-same': { en: 'The names sound alike.', ur: 'نام بولنے میں ایک جیسے ہیں۔' },
  'name-reordered': {
    en: 'The names have the same words in another order.',
    ur: 'نام کے الفاظ وہی ہیں، ترتیب مختلف ہے۔',
  },
  'name-part': { en: 'One name is part of the other.', ur: 'ایک نام دوسرے کا حصہ ہے۔' },
  'name-near': { en: 'The names differ by a letter or two.', ur: 'ناموں میں ایک دو حروف کا فرق ہے۔' },
  'name-other': { en: 'The names differ.', ur: 'نام مختلف ہیں۔' },
  'relation-identical': {
    en: "The father's or husband's names are written alike.",
    ur: 'والد یا شوہر کے نام ایک جیسے لکھے ہیں۔',
  },
  'relation-same': {
    en: "The father's or husband's names sound alike.",
    ur: 'والد یا شوہر کے نام بولنے میں ایک جیسے ہیں۔',
  },
  'relation-reordered': {
    en: "The father's or husband's names have the same words in another order.",
    ur: 'والد یا شوہر کے نام کے الفاظ وہی ہیں، ترتیب مختلف ہے۔',
  },
  'relation-part': {
    en: "One father's or husband's name is part of the other.",
    ur: 'والد یا شوہر کا ایک نام دوسرے کا حصہ ہے۔',
  },
  'relation-near': {
    en: "The father's or husband's names differ by a letter or two.",
    ur: 'والد یا شوہر کے ناموں میں ایک دو حروف کا فرق ہے۔',
  },
  'relation-other': { en: "The father's or husband's names differ.", ur: 'والد یا شوہر کے نام مختلف ہیں۔' },
  'relation-changed': {
    en: 'One card names the father, the other the husband.',
    ur: 'ایک کارڈ پر والد کا نام ہے، دوسرے پر شوہر کا۔',
  },
  'birth-same': { en: 'The dates of birth are the same.', ur: 'تاریخِ پیدائش ایک ہے۔' },
  'birth-first-of-january': {
    en: 'The years of birth are the same; one card has 1 January.',
    ur: 'پیدائش کا سال ایک ہے؛ ایک کارڈ پر یکم جنوری درج ہے۔',
  },
  'birth-swapped': {
    en: 'Day and month of birth have changed places.',
    ur: 'پیدائش کا دن اور مہینہ آپس میں بدل گئے ہیں۔',
  },
  'birth-other-year': {
    en: 'Day and month of birth are the same, the year is a few off.',
    ur: 'پیدائش کا دن اور مہینہ ایک ہے، سال میں چند برس کا فرق ہے۔',
  },
  'birth-digit': {
    en: 'The dates of birth differ by a digit or a few days.',
    ur: 'تاریخِ پیدائش میں ایک ہندسے یا چند دن کا فرق ہے۔',
  },
  'birth-other': { en: 'The dates of birth differ.', ur: 'تاریخِ پیدائش مختلف ہے۔' },
  'place-house': { en: 'Both are entered in one house.', ur: 'دونوں ایک ہی گھر میں درج ہیں۔' },
  'place-block': { en: 'Both are entered in one block.', ur: 'دونوں ایک ہی بلاک میں درج ہیں۔' },
  'place-permanent-block': {
    en: 'Both have their permanent address in one block.',
    ur: 'دونوں کا مستقل پتہ ایک ہی بلاک میں ہے۔',
  },
  'place-district': { en: 'Both are entered in one district.', ur: 'دونوں ایک ہی ضلع میں درج ہیں۔' },
  'place-elsewhere': { en: 'They are entered in two districts.', ur: 'دونوں دو مختلف اضلاع میں درج ہیں۔' },
  'death-noted': {
    en: 'The civil registry has noted the death; the name is still on the roll.',
    ur: 'شہری رجسٹری میں وفات درج ہے؛ نام اب بھی فہرست میں ہے۔',
  },
  'impossible-age': {
    en: 'By the date of birth the voter would be {age} years old.',
    ur: 'تاریخِ پیدائش کے مطابق ووٹر کی عمر {age} سال بنتی ہے۔',
  },
  'crowded-household': {
    en: '{voters, number} voters are entered in household {household}.',
    ur: 'گھرانہ نمبر {household} میں {voters, number} ووٹر درج ہیں۔',
  },
  'crowded-address': {
    en: '{voters, number} voters have one permanent address: {address}.',
    ur: '{voters, number} ووٹروں کا مستقل پتہ ایک ہے: {address}۔',
  },
  'one-birth': {
    en: '{same, number} of the {voters, number} voters of household {household} have one date of birth.',
    ur: 'گھرانہ نمبر {household} کے {voters, number} میں سے {same, number} ووٹروں کی تاریخِ پیدائش ایک ہے۔',
  },
  'all-first-of-january': {
    en: '{same, number} of the {voters, number} voters of household {household} were born on 1 January.',
    ur: 'گھرانہ نمبر {household} کے {voters, number} میں سے {same, number} ووٹر یکم جنوری کو پیدا ہوئے۔',
  },
  'unknown-block': {
    en: 'An address lies in block {block}, which there is not.',
    ur: 'ایک پتہ بلاک {block} میں ہے، جو موجود نہیں۔',
  },
  'other-place': {
    en: 'The permanent address names {named}; its block belongs to {own}.',
    ur: 'مستقل پتے میں {named} لکھا ہے؛ اس کا بلاک {own} میں ہے۔',
  },
  'digit-of-gender': {
    en: 'The CNIC ends in {digit}: odd for men, even for women.',
    ur: 'شناختی کارڈ نمبر {digit} پر ختم ہوتا ہے: مردوں کا طاق ہوتا ہے، عورتوں کا جفت۔',
  },
})

type ReasonCode = keyof typeof reasonWords

/** A reason with what is inserted into its sentence. */
export interface SuspicionReason {
  readonly code: ReasonCode
  readonly values?: Readonly<Record<string, MessageValue>>
}

export function tellReason({ code, values }: SuspicionReason, language: Language): string {
  return say(language, reasonWords[code], values)
}

/** Something that was found. */
export interface Suspicion {
  readonly kind: SuspicionKind
  /** What it is about, the same in every run: the cards, or the house. */
  readonly subject: string
  /** From 0 to 1; for two cards the chance that they are one person's. */
  readonly score: number
  readonly reasons: readonly SuspicionReason[]
  readonly cnics: readonly number[]
  /** Blocks of the entries concerned: whose district decides. */
  readonly blocks: readonly number[]
}
