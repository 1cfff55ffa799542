import { catalogue, type Text } from '@intikhab/kernel/language'

/** The figures of the two forms, as people read them. */
export const figureWords = catalogue({
  rowValid: { en: 'Valid', ur: 'درست' },
  rowTendered: { en: 'Tendered', ur: 'ٹینڈرڈ' },
  rowChallenged: { en: 'Challenged', ur: 'چیلنج شدہ' },
  rowTotal: { en: 'Total', ur: 'میزان' },
  validTotal: { en: 'Total of valid votes', ur: 'درست ووٹوں کا میزان' },
  registeredMale: { en: 'Registered men', ur: 'رجسٹرڈ مرد' },
  registeredFemale: { en: 'Registered women', ur: 'رجسٹرڈ خواتین' },
  registeredTotal: { en: 'Registered, total', ur: 'رجسٹرڈ، کل' },
  polledMale: { en: 'Men polled', ur: 'ووٹ ڈالنے والے مرد' },
  polledFemale: { en: 'Women polled', ur: 'ووٹ ڈالنے والی خواتین' },
  polledOther: { en: 'Others polled', ur: 'ووٹ ڈالنے والے دیگر' },
  polledTotal: { en: 'Polled, total', ur: 'ووٹ ڈالنے والے، کل' },
  excludedBallots: { en: 'Ballots excluded from the count', ur: 'گنتی سے خارج بیلٹ' },
  received: { en: 'Ballot papers received', ur: 'موصول بیلٹ پیپر' },
  unissued: { en: 'Not issued', ur: 'جاری نہ ہوئے' },
  outOfBox: { en: 'Taken out of the box and counted', ur: 'بکس سے نکال کر گنے گئے' },
  tendered: { en: 'Tendered', ur: 'ٹینڈرڈ' },
  challenged: { en: 'Challenged', ur: 'چیلنج شدہ' },
  spoilt: { en: 'Spoilt', ur: 'خراب' },
  missing: { en: 'Missing', ur: 'غائب' },
})

/** The figures that stand alone on the two forms, by their paths. */
export const countNames = {
  validTotal: figureWords.validTotal,
  excluded: figureWords.excludedBallots,
  'registered.male': figureWords.registeredMale,
  'registered.female': figureWords.registeredFemale,
  'registered.total': figureWords.registeredTotal,
  'polled.male': figureWords.polledMale,
  'polled.female': figureWords.polledFemale,
  'polled.other': figureWords.polledOther,
  'polled.total': figureWords.polledTotal,
} as const satisfies Readonly<Record<string, Text>>

export const accountNames = {
  received: figureWords.received,
  unissued: figureWords.unissued,
  outOfBox: figureWords.outOfBox,
  tendered: figureWords.tendered,
  challenged: figureWords.challenged,
  spoilt: figureWords.spoilt,
  missing: figureWords.missing,
} as const satisfies Readonly<Record<string, Text>>

/** The columns of a candidate's row. */
export const rowNames = {
  valid: figureWords.rowValid,
  tendered: figureWords.rowTendered,
  challenged: figureWords.rowChallenged,
  total: figureWords.rowTotal,
} as const

/** The name of a figure by its path: alone, or of a candidate's row. */
export function findFigureName(path: string): { readonly text: Text; readonly candidate: number | null } | undefined {
  const row = /^candidates\.(\d+)\.(valid|tendered|challenged|total)$/.exec(path)
  if (row !== null) return { text: rowNames[row[2] as keyof typeof rowNames], candidate: Number(row[1]) }
  const alone: Readonly<Record<string, Text>> = { ...accountNames, ...countNames }
  const text = alone[path]
  return text === undefined ? undefined : { text, candidate: null }
}
