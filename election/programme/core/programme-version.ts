import { parseLegalDate, stageCodes } from '@intikhab/law'
import type { LegalDate, ProgrammeStages, StageCode } from '@intikhab/law'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { ElectionId } from './election.ts'
import { programmeRefusals } from './refusals.ts'

/** One version of an election's programme. Versions count from 1, are never changed, and the last one is in force. */
export interface ProgrammeVersion {
  readonly electionId: ElectionId
  readonly version: number
  readonly stages: ProgrammeStages
  readonly madeAt: Date
  readonly reason: string
  /** The order of the Commission under s.58, where the programme needs one or names one. */
  readonly orderReference: string | null
  /** The days that counted as holidays when the version was made, in order: with them anybody can repeat its check. */
  readonly holidays: readonly LegalDate[]
  /** The approval of the second person, as the ledger names it; null where the system itself made the version. */
  readonly approvalId: string | null
}

/** Reads the eleven dates of a programme; refuses the first that is missing or does not exist. */
export function parseStages(dates: Readonly<Record<string, string>>): Outcome<ProgrammeStages> {
  const stages: Partial<Record<StageCode, LegalDate>> = {}
  for (const stage of stageCodes) {
    const date = parseLegalDate(dates[stage] ?? '')
    if (!date) return refuse(programmeRefusals['bad-stage-date'], { field: `/stages/${stage}` })
    stages[stage] = date
  }
  return accept(stages as ProgrammeStages)
}

/** Reads days that count as holidays, in any order and with repetitions; refuses the first that does not exist. */
export function parseHolidays(dates: readonly string[]): Outcome<ReadonlySet<LegalDate>> {
  const holidays = new Set<LegalDate>()
  for (const [index, text] of dates.entries()) {
    const date = parseLegalDate(text)
    if (!date) return refuse(programmeRefusals['bad-holiday'], { field: `/holidays/${index}` })
    holidays.add(date)
  }
  return accept(holidays)
}
