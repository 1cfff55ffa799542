import { daysBetween, stageCodes, stageLabels, stageRules } from '@intikhab/law'
import type { BilingualText, LegalDate, ProgrammeStages, RulePack, StageCode, StageRule } from '@intikhab/law'

/** One stage of a programme beside what the law gives it. Days are calendar days. */
export interface StageRow {
  readonly stage: StageCode
  readonly name: BilingualText
  readonly date: LegalDate
  /** The law's count for the stage; null where the law counts none. */
  readonly count: {
    /** The stage whose date the days are counted from. */
    readonly from: StageCode
    readonly days: number
    readonly lawDays: number
    readonly section: string | null
    readonly unconfirmed: boolean
  } | null
}

/** The stages of a programme in their order, each with its days and the least days of the law (s.57(2)). */
export function describeStages(pack: RulePack, stages: ProgrammeStages): readonly StageRow[] {
  const rules = new Map(stageRules(pack).map((rule) => [rule.stage, rule]))
  return stageCodes.map((stage) => {
    const rule = rules.get(stage)
    const count = rule ? countOf(rule, stages) : null
    return { stage, name: stageLabels[stage], date: stages[stage], count }
  })
}

function countOf({ stage, from, days }: StageRule, stages: ProgrammeStages): StageRow['count'] {
  const { value: lawDays, section, unconfirmed } = days
  return { from, days: daysBetween(stages[from], stages[stage]), lawDays, section, unconfirmed }
}
