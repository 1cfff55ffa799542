/**
 * Calendar dates of the law, as they hold in Asia/Karachi.
 *
 * Arithmetic is in whole days and needs no `Temporal`, so it runs in every browser. Pakistan Standard Time is
 * UTC+5; daylight saving was last used in 2009, before the Act of 2017, so the offset here is constant.
 */

declare const legalDateBrand: unique symbol

/** A real calendar date, `YYYY-MM-DD`; compares correctly as text. Made only by `parseLegalDate`. */
export type LegalDate = string & { readonly [legalDateBrand]: true }

const DAY_MS = 86_400_000
const KARACHI_OFFSET_MS = 5 * 3_600_000

/** Reads `YYYY-MM-DD`; undefined for another shape or a day that does not exist (30 February). */
export function parseLegalDate(text: string): LegalDate | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return undefined
  const instant = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
  return exists ? (text as LegalDate) : undefined
}

/** Reads `YYYY-MM-DD`. @throws RangeError where `parseLegalDate` finds nothing. */
export function getLegalDate(text: string): LegalDate {
  const date = parseLegalDate(text)
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** The date `days` whole days later (earlier when negative). */
export function addDays(date: LegalDate, days: number): LegalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The instant of a wall-clock time in Karachi; 24:00 is the end of the day. */
export function karachiInstant(date: LegalDate, hour: number, minute = 0): Date {
  return new Date(dayNumber(date) * DAY_MS - KARACHI_OFFSET_MS + (hour * 60 + minute) * 60_000)
}

/** The calendar date in Karachi at an instant. */
export function karachiDate(instant: Date): LegalDate {
  return fromDayNumber(Math.floor((instant.getTime() + KARACHI_OFFSET_MS) / DAY_MS))
}

/** The date itself if it is a working day, otherwise the next one. Holidays are the caller's list, Sundays included. */
export function nextWorkingDay(date: LegalDate, holidays: ReadonlySet<LegalDate>): LegalDate {
  let day = date
  while (holidays.has(day)) day = addDays(day, 1)
  return day
}

function dayNumber(date: LegalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

function fromDayNumber(day: number): LegalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LegalDate
}
