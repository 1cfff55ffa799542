import { catalogue, type Text } from '@intikhab/kernel/language'
import { tellDifferences, type voterFields } from '../register/told-actions.ts'
import { isEnrolled, type Voter } from '../register/voter.ts'
import { cardSays } from '../registry-feed/card-says.ts'
import type { VerifyReason } from '../registry-feed/reasons.ts'
import type { RegistryNews } from './door.ts'

/** What the official at the door is told of a record of the registry. */
export const newsWords = catalogue({
  'unknown-block': {
    en: 'The card gives an address in no known electoral area.',
    ur: 'کارڈ کا پتا کسی معلوم انتخابی علاقے میں نہیں۔',
  },
  moved: { en: 'The card gives an address in another area.', ur: 'کارڈ پر کسی اور علاقے کا پتا ہے۔' },
  'choice-changed': { en: 'Another address is chosen on the card.', ur: 'کارڈ پر کوئی اور پتا منتخب ہے۔' },
  'gender-changed': { en: 'The card gives another gender.', ur: 'کارڈ پر جنس مختلف ہے۔' },
  'age-changed': { en: 'By the card not yet 18.', ur: 'کارڈ کے مطابق عمر 18 سال سے کم ہے۔' },
  'was-removed': {
    en: 'Was on the roll before and was removed.',
    ur: 'نام پہلے فہرست میں تھا اور خارج ہو چکا ہے۔',
  },
  'still-waiting': { en: 'Another card came while this one waited.', ur: 'تصدیق سے پہلے ایک اور کارڈ جاری ہوا۔' },
  'noted-dead': { en: 'A card was issued after the report of death.', ur: 'وفات کی اطلاع کے بعد کارڈ جاری ہوا۔' },
  'death-to-confirm': { en: 'The registry reports the death.', ur: 'رجسٹری نے وفات کی اطلاع دی ہے۔' },
  'death-of-another': {
    en: 'A death is reported under this CNIC with another date of birth.',
    ur: 'اسی شناختی کارڈ نمبر پر وفات کی اطلاع ہے مگر تاریخِ پیدائش مختلف ہے۔',
  },
  'ended-while-waiting': {
    en: 'The card was cancelled, or the death was reported: nobody is enrolled by it.',
    ur: 'کارڈ منسوخ ہوا یا وفات کی اطلاع آئی: اس کارڈ پر اندراج نہیں ہو گا۔',
  },
} satisfies Record<VerifyReason, Text>)

/** What the registry told, and where its card differs from the roll: what the official asks about. */
export interface DoorNews {
  readonly reason: Text
  /** There is a card to hold against the roll. */
  readonly hasCard: boolean
  readonly differences: readonly {
    readonly field: keyof typeof voterFields
    /** Null where there is nothing. */
    readonly roll: Text | null
    readonly card: Text | null
  }[]
}

/** Tells what the registry says of somebody beside what the roll says. */
export function tellNews(voter: Voter, { reason, card }: RegistryNews): DoorNews {
  const told = { reason: newsWords[reason], hasCard: isEnrolled(voter) && card !== null }
  if (!isEnrolled(voter) || card === null) return { ...told, differences: [] }
  const { correction, chosen, address } = cardSays(card, voter)
  const after: Voter = { ...voter, ...correction, chosen, entry: { ...voter.entry, block: address.block } }
  const differences = tellDifferences({ kind: 'corrected', before: voter, after })
  return {
    ...told,
    differences: differences.map(({ field, before, after: is }) => ({ field, roll: before, card: is })),
  }
}
