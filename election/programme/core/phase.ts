import { addDays, karachiDate } from '@intikhab/law'
import type { BilingualText, LegalDate, ProgrammeStages } from '@intikhab/law'

/** Where an election stands on a day, in the order in which the phases follow each other. */
export const phaseCodes = [
  'not-notified',
  'notified',
  'nominations',
  'scrutiny',
  'appeals-filing',
  'appeals-decision',
  'final-lists',
  'campaign',
  'polling-day',
  'after-poll',
] as const

export type PhaseCode = (typeof phaseCodes)[number]

export const phaseLabels: Readonly<Record<PhaseCode, BilingualText>> = {
  'not-notified': { en: 'Not yet notified', ur: 'نوٹیفکیشن ابھی جاری نہیں ہوا' },
  notified: { en: 'Programme notified', ur: 'انتخابی پروگرام جاری ہو چکا' },
  nominations: { en: 'Nominations', ur: 'کاغذاتِ نامزدگی کی وصولی' },
  scrutiny: { en: 'Scrutiny of nominations', ur: 'کاغذاتِ نامزدگی کی جانچ پڑتال' },
  'appeals-filing': { en: 'Appeals may be filed', ur: 'اپیلیں دائر کی جا سکتی ہیں' },
  'appeals-decision': { en: 'Tribunals decide appeals', ur: 'ٹربیونل اپیلوں کا فیصلہ کر رہے ہیں' },
  'final-lists': { en: 'Revised list, withdrawal, symbols', ur: 'نظرثانی شدہ فہرست، دستبرداری اور انتخابی نشانات' },
  campaign: { en: 'Campaign', ur: 'انتخابی مہم' },
  'polling-day': { en: 'Polling day', ur: 'پولنگ کا دن' },
  'after-poll': { en: 'After the poll', ur: 'پولنگ کے بعد' },
}

export interface Phase {
  readonly code: PhaseCode
  /** The last day of the phase; null for the one that has no end. */
  readonly lastDay: LegalDate | null
}

/** A phase with the days on which it holds, both included; null where it has no beginning or no end. */
export interface PhaseSpan extends Phase {
  readonly firstDay: LegalDate | null
}

/** Every phase that lasts at least a day, in the order in which they happen; together they cover all of time once. */
export function phaseTable(stages: ProgrammeStages): readonly PhaseSpan[] {
  const ends: readonly (readonly [PhaseCode, LegalDate])[] = [
    ['not-notified', addDays(stages.notification, -1)],
    ['notified', addDays(stages.nominationsOpen, -1)],
    ['nominations', stages.nominationsClose],
    ['scrutiny', stages.scrutinyEnd],
    ['appeals-filing', stages.appealsFiledBy],
    ['appeals-decision', stages.appealsDecidedBy],
    ['final-lists', stages.symbols],
    ['campaign', addDays(stages.poll, -1)],
    ['polling-day', stages.poll],
  ]
  const spans: PhaseSpan[] = []
  let firstDay: LegalDate | null = null
  for (const [code, lastDay] of ends) {
    if (firstDay !== null && lastDay < firstDay) continue
    spans.push({ code, firstDay, lastDay })
    firstDay = addDays(lastDay, 1)
  }
  return [...spans, { code: 'after-poll', firstDay, lastDay: null }]
}

/** The phase in which an instant falls, by the calendar day in Karachi. A last day belongs to its phase until midnight. */
export function phaseAt(stages: ProgrammeStages, at: Date): Phase {
  const today = karachiDate(at)
  const table = phaseTable(stages)
  const span = table.find(({ lastDay }) => lastDay === null || today <= lastDay)
  if (!span) throw new Error('the last phase has no end')
  return { code: span.code, lastDay: span.lastDay }
}
