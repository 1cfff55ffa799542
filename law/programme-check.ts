import { daysBetween } from './legal-date.ts'
import type { LegalDate } from './legal-date.ts'
import type { RulePack } from './rule-pack.ts'
import { stageRules } from './stages.ts'
import type { ProgrammeStages, StageCode } from './stages.ts'

/** What is wrong with one stage of a programme. Days are calendar days. */
export type ProgrammeFinding =
  | {
      /** The stage has fewer days than the law gives. */
      readonly kind: 'shorter-than-law'
      readonly stage: StageCode
      readonly from: StageCode
      readonly days: number
      readonly lawDays: number
      readonly shortBy: number
      readonly section: string | null
      readonly unconfirmed: boolean
    }
  | {
      /** The stage would end before the one it follows: no order can allow that. */
      readonly kind: 'out-of-order'
      readonly stage: StageCode
      readonly from: StageCode
    }
  | {
      /** The last day is a holiday; the law moves it to the next working day. */
      readonly kind: 'on-holiday'
      readonly stage: StageCode
      readonly date: LegalDate
    }

export interface ProgrammeCheck {
  readonly findings: readonly ProgrammeFinding[]
  /** Notification to poll against the least the law allows. */
  readonly total: {
    readonly days: number
    readonly minimumDays: number
    readonly kept: boolean
    readonly section: string | null
    readonly unconfirmed: boolean
  }
}

/** Holds a programme against s.57(2): every stage, the holidays, and the total from notification to poll. */
export function checkProgramme(
  pack: RulePack,
  stages: ProgrammeStages,
  holidays: ReadonlySet<LegalDate>,
): ProgrammeCheck {
  const minimum = pack.values.programme.minimumTotalDays
  const days = daysBetween(stages.notification, stages.poll)
  return {
    findings: [...openingFindings(stages), ...ruleFindings(pack, stages), ...holidayFindings(pack, stages, holidays)],
    total: {
      days,
      minimumDays: minimum.value,
      kept: days >= minimum.value,
      section: minimum.section,
      unconfirmed: minimum.unconfirmed,
    },
  }
}

/** The law names no first day for nominations, only its place between notification and the last day. */
function openingFindings(stages: ProgrammeStages): readonly ProgrammeFinding[] {
  const findings: ProgrammeFinding[] = []
  if (stages.nominationsOpen < stages.notification)
    findings.push({ kind: 'out-of-order', stage: 'nominationsOpen', from: 'notification' })
  if (stages.nominationsClose < stages.nominationsOpen)
    findings.push({ kind: 'out-of-order', stage: 'nominationsClose', from: 'nominationsOpen' })
  return findings
}

function ruleFindings(pack: RulePack, stages: ProgrammeStages): readonly ProgrammeFinding[] {
  return stageRules(pack).flatMap(({ stage, from, days: law }): ProgrammeFinding[] => {
    const days = daysBetween(stages[from], stages[stage])
    if (days < 0) return [{ kind: 'out-of-order', stage, from }]
    if (days >= law.value) return []
    const { value: lawDays, section, unconfirmed } = law
    return [{ kind: 'shorter-than-law', stage, from, days, lawDays, shortBy: lawDays - days, section, unconfirmed }]
  })
}

function holidayFindings(
  pack: RulePack,
  stages: ProgrammeStages,
  holidays: ReadonlySet<LegalDate>,
): readonly ProgrammeFinding[] {
  return stageRules(pack)
    .filter(({ stage }) => holidays.has(stages[stage]))
    .map(({ stage }) => ({ kind: 'on-holiday', stage, date: stages[stage] }))
}
