import { daysBetween } from './legal-date.ts'
import type { LegalDate } from './legal-date.ts'
import { checkProgramme } from './programme-check.ts'
import type { ProgrammeCheck } from './programme-check.ts'
import type { RulePack } from './rule-pack.ts'
import { stageCodes, stageRules } from './stages.ts'
import type { ProgrammeStages, StageCode } from './stages.ts'

/** A stage whose date or length differs between two programmes. A length is null where the law counts none. */
export interface StageChange {
  readonly stage: StageCode
  readonly from: LegalDate
  readonly to: LegalDate
  /** Days by which the date moved; negative is earlier, 0 means only the length changed. */
  readonly movedBy: number
  readonly daysBefore: number | null
  readonly daysAfter: number | null
  readonly lawDays: number | null
}

export interface ProgrammeChange {
  readonly changes: readonly StageChange[]
  /** The new programme against the law. */
  readonly check: ProgrammeCheck
  /** True where the new programme gives less than s.57(2): s.58 then needs an order of the Commission. */
  readonly orderRequired: boolean
  readonly orderReference: string | null
  /** False where an order is required and none is named, or where stages are out of order. */
  readonly allowed: boolean
}

/**
 * What a change of the programme does, stage by stage, and whether it may be made (ss.57–58).
 *
 * Nothing is shifted silently: a stage that shrinks because another date moved is listed, even if its own date stayed.
 */
export function changeProgramme(
  pack: RulePack,
  before: ProgrammeStages,
  after: ProgrammeStages,
  by: { readonly orderReference: string | null; readonly holidays: ReadonlySet<LegalDate> },
): ProgrammeChange {
  const check = checkProgramme(pack, after, by.holidays)
  const outOfOrder = check.findings.some(({ kind }) => kind === 'out-of-order')
  const orderRequired = !check.total.kept || check.findings.some(({ kind }) => kind === 'shorter-than-law')
  const orderReference = by.orderReference?.trim() || null
  return {
    changes: compareProgrammes(pack, before, after),
    check,
    orderRequired,
    orderReference,
    allowed: !outOfOrder && (!orderRequired || orderReference !== null),
  }
}

/** Stages that differ between two programmes, in the order of the programme. */
export function compareProgrammes(
  pack: RulePack,
  before: ProgrammeStages,
  after: ProgrammeStages,
): readonly StageChange[] {
  const rules = new Map(stageRules(pack).map((rule) => [rule.stage, rule]))
  return stageCodes.flatMap((stage) => {
    const rule = rules.get(stage)
    const daysBefore = rule ? daysBetween(before[rule.from], before[stage]) : null
    const daysAfter = rule ? daysBetween(after[rule.from], after[stage]) : null
    const movedBy = daysBetween(before[stage], after[stage])
    if (movedBy === 0 && daysBefore === daysAfter) return []
    const lawDays = rule?.days.value ?? null
    return [{ stage, from: before[stage], to: after[stage], movedBy, daysBefore, daysAfter, lawDays }]
  })
}
