import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate, karachiInstant, parseLegalDate, type LegalDate } from '@intikhab/law'
import { z } from 'zod'
import { rollsRefusals } from '../../core/refusals.ts'

/** A day of the calendar, `2024-02-08`. */
export const legalDay = z
  .string()
  .refine((text) => parseLegalDate(text) !== undefined, 'no day of the calendar') as unknown as z.ZodType<LegalDate>

/** Days, both included. */
export const daysField = z.object({ from: legalDay, until: legalDay })

/** The instant at which a day is over in Karachi. Refuses `day-to-come`. */
export function endOf(day: LegalDate, now: Date, field: string): Outcome<Date> {
  return day > karachiDate(now)
    ? refuse(rollsRefusals['day-to-come'], { field: `/${field}` })
    : accept(karachiInstant(day, 24))
}

/** The instants at which the first day begins and the last one is over. Refuses `day-to-come`, `period-reversed`. */
export function periodOf(
  { from, until }: z.infer<typeof daysField>,
  now: Date,
): Outcome<{ readonly from: Date; readonly until: Date }> {
  const end = endOf(until, now, 'until')
  if (!end.ok) return end
  if (from > until) return refuse(rollsRefusals['period-reversed'], { field: '/from' })
  return accept({ from: karachiInstant(from, 0), until: end.value })
}
