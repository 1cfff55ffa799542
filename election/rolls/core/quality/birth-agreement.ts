/** A date of birth in its parts. */
export interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** `packed` is year × 10,000 + month × 100 + day. */
export const unpackBirth = (packed: number): Birth => ({
  year: Math.trunc(packed / 10_000),
  month: Math.trunc(packed / 100) % 100,
  day: packed % 100,
})

/**
 * How two dates of birth agree. `same`; `first-of-january`: the year agrees and one of them is the day that is written
 * where nobody knows; `swapped`: day and month change places; `other-year`: day and month agree, the year is off by at
 * most five; `digit`: one digit differs, or the days lie within three of each other; `other`.
 */
export type BirthAgreement = 'same' | 'first-of-january' | 'swapped' | 'other-year' | 'digit' | 'other'

const isFirstOfJanuary = ({ month, day }: Birth): boolean => month === 1 && day === 1

const asText = ({ year, month, day }: Birth): string => String(year * 10_000 + month * 100 + day)

export function birthAgreement(a: Birth, b: Birth): BirthAgreement {
  const sameYear = a.year === b.year
  if (sameYear && a.month === b.month && a.day === b.day) return 'same'
  if (sameYear && (isFirstOfJanuary(a) || isFirstOfJanuary(b))) return 'first-of-january'
  if (sameYear && a.month === b.day && a.day === b.month) return 'swapped'
  if (a.month === b.month && a.day === b.day && Math.abs(a.year - b.year) <= 5) return 'other-year'
  if (sameYear && Math.abs((a.month - b.month) * 30.4 + a.day - b.day) <= 3.5) return 'digit'
  const [one, two] = [asText(a), asText(b)]
  let different = 0
  for (let i = 0; i < one.length; i++) if (one[i] !== two[i]) different++
  return different === 1 ? 'digit' : 'other'
}
