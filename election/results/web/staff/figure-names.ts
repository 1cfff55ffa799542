import type { Text } from '@intikhab/kernel/language'
import { words } from '../words.ts'
import { staffWords } from './words.ts'

/** The figures that stand alone on the two forms, by their paths. */
export const countNames = {
  validTotal: staffWords.validTotal,
  excluded: words.excludedBallots,
  'registered.male': staffWords.registeredMale,
  'registered.female': staffWords.registeredFemale,
  'registered.total': staffWords.registeredTotal,
  'polled.male': staffWords.polledMale,
  'polled.female': staffWords.polledFemale,
  'polled.other': staffWords.polledOther,
  'polled.total': staffWords.polledTotal,
} as const satisfies Readonly<Record<string, Text>>

export const accountNames = {
  received: words.received,
  unissued: words.unissued,
  outOfBox: words.outOfBox,
  tendered: words.tendered,
  challenged: words.challenged,
  spoilt: words.spoilt,
  missing: words.missing,
} as const satisfies Readonly<Record<string, Text>>

/** The columns of a candidate's row. */
export const rowNames = {
  valid: staffWords.rowValid,
  tendered: staffWords.rowTendered,
  challenged: staffWords.rowChallenged,
  total: staffWords.rowTotal,
} as const

/** The name of a figure by its path: alone, or of a candidate's row. */
export function findFigureName(path: string): { readonly text: Text; readonly candidate: number | null } | undefined {
  const row = /^candidates\.(\d+)\.(valid|tendered|challenged|total)$/.exec(path)
  if (row !== null) return { text: rowNames[row[2] as keyof typeof rowNames], candidate: Number(row[1]) }
  const alone: Readonly<Record<string, Text>> = { ...accountNames, ...countNames }
  const text = alone[path]
  return text === undefined ? undefined : { text, candidate: null }
}
