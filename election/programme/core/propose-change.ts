import { changeProgramme, getRulePack } from '@intikhab/law'
import type { LegalDate, ProgrammeChange, ProgrammeCheck, ProgrammeStages } from '@intikhab/law'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { Election } from './election.ts'
import type { ProgrammeVersion } from './programme-version.ts'
import { programmeRefusals } from './refusals.ts'

/** What somebody asks the Commission to put in force. */
export interface ProgrammeProposal {
  readonly stages: ProgrammeStages
  readonly reason: string
  readonly orderReference: string | null
}

/** When the proposal was made, and which days count as holidays. */
export interface ProposalContext {
  readonly madeAt: Date
  readonly holidays: ReadonlySet<LegalDate>
}

/**
 * Announces an election with version 1 of its programme. The findings of the check are for the page that shows it.
 *
 * Refuses: no reason; stages out of order; less time than the law without an order of the Commission.
 */
export function announceElection(
  draft: Omit<Election, 'pollDate'>,
  proposal: ProgrammeProposal,
  context: ProposalContext,
): Outcome<{ readonly election: Election; readonly version: ProgrammeVersion; readonly check: ProgrammeCheck }> {
  const election = { ...draft, pollDate: proposal.stages.poll }
  const judged = judge(election, proposal.stages, proposal, context)
  if (!judged.ok) return judged
  return accept({ election, version: versionOf(election, 1, proposal, context), check: judged.value.check })
}

/**
 * Proposes the next version of a programme (s.58), with what it changes stage by stage.
 *
 * Refuses: no reason; nothing changed; stages out of order; less time than the law without an order of the Commission.
 */
export function proposeChange(
  election: Election,
  current: ProgrammeVersion,
  proposal: ProgrammeProposal,
  context: ProposalContext,
): Outcome<{ readonly version: ProgrammeVersion; readonly change: ProgrammeChange }> {
  const judged = judge(election, current.stages, proposal, context)
  if (!judged.ok) return judged
  if (judged.value.changes.length === 0) return refuse(programmeRefusals['nothing-changed'], { field: '/stages' })
  const version = versionOf(election, current.version + 1, proposal, context)
  return accept({ version, change: judged.value })
}

function judge(
  election: Election,
  before: ProgrammeStages,
  proposal: ProgrammeProposal,
  { holidays }: ProposalContext,
): Outcome<ProgrammeChange> {
  if (proposal.reason.trim() === '') return refuse(programmeRefusals['reason-missing'], { field: '/reason' })
  const { orderReference } = proposal
  const change = changeProgramme(getRulePack(election.packId), before, proposal.stages, { orderReference, holidays })
  if (change.allowed) return accept(change)
  return refuseForLaw(change)
}

/** Names the first stage at fault; where every stage is long enough it is the total that is too short. */
function refuseForLaw({ check }: ProgrammeChange): Outcome<never> {
  const misplaced = check.findings.find((found) => found.kind === 'out-of-order')
  if (misplaced)
    return refuse(programmeRefusals['stage-out-of-order'], {
      field: `/stages/${misplaced.stage}`,
      detail: { stage: misplaced.stage, follows: misplaced.from },
    })
  const short = check.findings.find((found) => found.kind === 'shorter-than-law')
  const { days, lawDays } = short ?? { days: check.total.days, lawDays: check.total.minimumDays }
  return refuse(programmeRefusals['order-needed'], {
    field: '/orderReference',
    detail: { stage: short?.stage ?? 'total', days, lawDays },
  })
}

function versionOf(
  election: Election,
  version: number,
  { stages, reason, orderReference }: ProgrammeProposal,
  { madeAt }: ProposalContext,
): ProgrammeVersion {
  return {
    electionId: election.id,
    version,
    stages,
    madeAt,
    reason: reason.trim(),
    orderReference: orderReference?.trim() || null,
  }
}
