import type { Language } from './text.ts'

/**
 * Western digits in both languages, as the commission's own releases and the CLDR default for Urdu in Pakistan have
 * them, grouped by thousands; British English for the order of day and month and the 24-hour clock of legal deadlines.
 */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ur: 'ur-PK-u-nu-latn' }

/** The BCP 47 locale by which `language` is formatted. */
export function localeOf(language: Language): string {
  return locales[language]
}

/** Legal time of every deadline and every printed time. */
export const legalTimeZone = 'Asia/Karachi'

/** Makes each formatter once a language: constructing one costs a hundred times as much as using it. */
function oncePerLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language)
    if (known !== undefined) return known
    const fresh = make(localeOf(language))
    made.set(language, fresh)
    return fresh
  }
}

const numbers = oncePerLanguage((locale) => new Intl.NumberFormat(locale))
const lists = oncePerLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** An integer or decimal with grouped thousands: `128,585,760`. */
export function formatNumber(language: Language, n: number): string {
  return numbers(language).format(n)
}

/** Items joined as the language joins them: `a, b and c`, `a، b، اور c`. */
export function formatList(language: Language, items: readonly string[]): string {
  return lists(language).format(items)
}

const percents = new Map<string, Intl.NumberFormat>()

/**
 * The ratio of two integers as a percentage with `digits` decimals, rounded half away from zero in integer arithmetic
 * (no binary fraction in between). A ratio of nothing (`denominator` 0) is an en dash.
 */
export function formatPercent(language: Language, numerator: number, denominator: number, digits = 1): string {
  if (denominator === 0) return '–'
  const unit = 10n ** BigInt(digits)
  const below = BigInt(Math.abs(denominator))
  const above = BigInt(Math.abs(numerator)) * 100n * unit
  const rounded = Number((2n * above + below) / (2n * below))
  const sign = numerator < 0 !== denominator < 0 ? -1 : 1
  const key = `${language}${digits}`
  const format =
    percents.get(key) ??
    new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  percents.set(key, format)
  return `${format.format((sign * rounded) / Number(unit))}%`
}

const days = oncePerLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
const weekdays = oncePerLanguage((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }))

/** A day of the law's calendar, given as `YYYY-MM-DD`: `25 July 2018`. Throws `RangeError` on anything else. */
export function formatDay(language: Language, day: string): string {
  return days(language).format(utcMidnight(day))
}

/** The weekday of `YYYY-MM-DD`: `Wednesday`. Throws `RangeError` on anything else. */
export function formatWeekday(language: Language, day: string): string {
  return weekdays(language).format(utcMidnight(day))
}

function utcMidnight(day: string): Date {
  const instant = new Date(`${day}T00:00:00Z`)
  // The comparison also catches a day that no month has, which `Date` would carry into the next one.
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day)
    throw new RangeError(`${day} is not a day written YYYY-MM-DD`)
  return instant
}

const instants = oncePerLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: legalTimeZone,
    }),
)
const times = oncePerLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone: legalTimeZone,
    }),
)

/** An instant in legal time, to the minute, 24-hour clock: `25 July 2018 at 18:00`. */
export function formatInstant(language: Language, instant: Date): string {
  return instants(language).format(instant)
}

/** The time of day of an instant in legal time, to the second: `18:00:07`. */
export function formatTime(language: Language, instant: Date): string {
  return times(language).format(instant)
}
