import { formatList, formatNumber, say } from '@intikhab/kernel/language'
import type { Language } from '@intikhab/kernel/language'
import type { LegalDatum, ListedValue, Unit } from '@intikhab/law'
import { codes, units, words } from './words.ts'

/** A legal value with its unit, as a reader says it: `54 days`, `02:00 the next day`, `Form-15, Form-16 and Form-17`. */
export function legalValueText(language: Language, { value, unit }: Pick<ListedValue, 'value' | 'unit'>): string {
  if (value === null) return say(language, words.none)
  if (typeof value === 'boolean') return say(language, value ? units.yes : units.no)
  if (typeof value === 'number') return count(language, unit, value)
  if (typeof value === 'string') return word(language, unit, value)
  return formatList(
    language,
    value.map((each) => word(language, unit, each)),
  )
}

function count(language: Language, unit: Unit, n: number): string {
  return Object.hasOwn(units, unit)
    ? say(language, units[unit as keyof typeof units], { n })
    : formatNumber(language, n)
}

/** A number in a list of words is the number of a form; a word that has no text stands for itself. */
function word(language: Language, unit: Unit, value: Extract<LegalDatum, string>): string {
  if (unit === 'clock-next-day') return say(language, units.clockNextDay, { at: value })
  if (/^[0-9]+$/.test(value)) return say(language, units.form, { number: formatNumber(language, Number(value)) })
  return Object.hasOwn(codes, value) ? say(language, codes[value as keyof typeof codes]) : value
}
