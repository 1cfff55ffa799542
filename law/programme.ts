import { addDays, nextWorkingDay } from './legal-date.ts'
import type { LegalDate } from './legal-date.ts'
import type { RulePack } from './rule-pack.ts'
import { stageRules } from './stages.ts'
import type { ProgrammeStages, StageCode } from './stages.ts'

/**
 * The programme that follows from a date of notification (s.57(2)).
 *
 * A last day that falls on a holiday moves to the next working day, and what is counted from it moves along. Without
 * `pollOn` the poll is the earliest day the law allows; a given `pollOn` is taken as it is, and `checkProgramme` tells
 * whether it is too early.
 */
export function deriveProgramme(
  pack: RulePack,
  basis: { readonly notifiedOn: LegalDate; readonly pollOn?: LegalDate; readonly holidays: ReadonlySet<LegalDate> },
): ProgrammeStages {
  const { notifiedOn, holidays } = basis
  const dates: Partial<Record<StageCode, LegalDate>> = {
    notification: notifiedOn,
    nominationsOpen: nextWorkingDay(addDays(notifiedOn, 1), holidays),
  }
  for (const rule of stageRules(pack)) {
    const from = dates[rule.from] ?? notifiedOn
    dates[rule.stage] = nextWorkingDay(addDays(from, rule.days.value), holidays)
  }
  const stages = dates as ProgrammeStages
  const afterTotal = nextWorkingDay(addDays(notifiedOn, pack.values.programme.minimumTotalDays.value), holidays)
  return { ...stages, poll: basis.pollOn ?? later(stages.poll, afterTotal) }
}

/** The last day on which a programme can be notified for a poll on `pollOn` without cutting any stage. */
export function latestNotification(pack: RulePack, pollOn: LegalDate, holidays: ReadonlySet<LegalDate>): LegalDate {
  let day = addDays(pollOn, -pack.values.programme.minimumTotalDays.value)
  while (deriveProgramme(pack, { notifiedOn: day, holidays }).poll > pollOn) day = addDays(day, -1)
  return day
}

function later(one: LegalDate, other: LegalDate): LegalDate {
  return one > other ? one : other
}
