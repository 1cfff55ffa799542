import { say, type Language } from '@intikhab/kernel/language'
import { daysBetween, getLegalDate, karachiDate } from '@intikhab/law'
import { clockWords } from './words.ts'

/** How far a day (`YYYY-MM-DD`) is from another: `in 3 days`, `tomorrow`, `5 days ago`. */
export function dayInWords(day: string, today: string, language: Language): string {
  const days = daysBetween(getLegalDate(today), getLegalDate(day))
  if (days === 0) return say(language, clockWords.today)
  if (Math.abs(days) === 1) return say(language, days > 0 ? clockWords.tomorrow : clockWords.yesterday)
  return say(language, days > 0 ? clockWords.inDays : clockWords.daysAgo, { days: Math.abs(days) })
}

/** How long ago an instant was: minutes and hours within the day, then days of the calendar in Karachi. */
export function agoInWords(at: Date, now: Date, language: Language): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return say(language, clockWords.justNow)
  if (minutes < 60) return say(language, clockWords.minutesAgo, { minutes })
  if (minutes < 24 * 60) return say(language, clockWords.hoursAgo, { hours: Math.floor(minutes / 60) })
  return dayInWords(karachiDate(at), karachiDate(now), language)
}

/** Days by which a day is over; 0 where it is not. */
export function daysOver(day: string, today: string): number {
  return Math.max(0, daysBetween(getLegalDate(day), getLegalDate(today)))
}
