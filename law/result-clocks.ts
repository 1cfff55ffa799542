import { addDays, karachiInstant } from './legal-date.ts'
import type { LegalDate } from './legal-date.ts'
import type { BilingualText, LegalDatum, LegalValue } from './legal-value.ts'
import type { RulePack } from './rule-pack.ts'

export type ResultClockCode = 'provisional' | 'complete' | 'sendForms' | 'publish'

export const resultClockLabels: Readonly<Record<ResultClockCode, BilingualText>> = {
  provisional: { en: 'Provisional results to the Commission', ur: 'کمیشن کو غیر حتمی نتائج' },
  complete: { en: 'Complete provisional results', ur: 'مکمل غیر حتمی نتائج' },
  sendForms: { en: 'Signed forms after consolidation', ur: 'نتائج یکجا کرنے کے بعد دستخط شدہ فارم' },
  publish: { en: 'Documents on the website', ur: 'ویب سائٹ پر دستاویزات' },
}

/** One deadline of the results, as an instant. */
export interface ResultClock {
  readonly code: ResultClockCode
  /** Null while what starts the clock (consolidation) has not happened. */
  readonly dueAt: Date | null
  readonly section: string | null
  readonly unconfirmed: boolean
}

/**
 * The deadlines that a poll starts (ss.13 and 95), in the order in which they fall due. A clock that this law does not
 * know is left out. Publication may be done until the end of its last day in Karachi.
 */
export function resultClocks(
  pack: RulePack,
  poll: { readonly pollOn: LegalDate; readonly consolidatedAt?: Date },
): readonly ResultClock[] {
  const { provisionalBy, completeBy, sendWithinHours, publishWithinDays } = pack.values.results
  const nextDay = addDays(poll.pollOn, 1)
  const clocks = [clock('provisional', atClock(nextDay, provisionalBy.value), provisionalBy)]
  if (completeBy.value !== null) clocks.push(clock('complete', atClock(nextDay, completeBy.value), completeBy))
  const sendAt = poll.consolidatedAt
    ? new Date(poll.consolidatedAt.getTime() + sendWithinHours.value * 3_600_000)
    : null
  clocks.push(clock('sendForms', sendAt, sendWithinHours))
  const publishAt = karachiInstant(addDays(poll.pollOn, publishWithinDays.value), 24)
  clocks.push(clock('publish', publishAt, publishWithinDays))
  return clocks
}

/** Times in milliseconds. `due` is the last hour before the deadline; `done` keeps by how much it was late. */
export type ClockStatus =
  | { readonly state: 'not-started' }
  | { readonly state: 'before' | 'due'; readonly remainingMs: number }
  | { readonly state: 'late'; readonly lateByMs: number }
  | { readonly state: 'done'; readonly lateByMs: number }

const DUE_MS = 3_600_000

/** Where a clock stands at `now`; `doneAt` is when the duty was done, if it was. The deadline itself is in time. */
export function clockStatus(clock: ResultClock, at: { readonly now: Date; readonly doneAt?: Date }): ClockStatus {
  if (clock.dueAt === null) return { state: 'not-started' }
  const due = clock.dueAt.getTime()
  if (at.doneAt) return { state: 'done', lateByMs: Math.max(0, at.doneAt.getTime() - due) }
  const remainingMs = due - at.now.getTime()
  if (remainingMs < 0) return { state: 'late', lateByMs: -remainingMs }
  return { state: remainingMs <= DUE_MS ? 'due' : 'before', remainingMs }
}

function clock(code: ResultClockCode, dueAt: Date | null, law: LegalValue<LegalDatum>): ResultClock {
  return { code, dueAt, section: law.section, unconfirmed: law.unconfirmed }
}

function atClock(date: LegalDate, time: string): Date {
  const [hour, minute] = time.split(':').map(Number)
  return karachiInstant(date, hour ?? 0, minute ?? 0)
}
