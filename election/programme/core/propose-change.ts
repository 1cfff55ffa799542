import { changeProgramme, checkProgramme, getRulePack } from '@intikhab/law'
import type { LegalDate, ProgrammeChange, ProgrammeCheck, ProgrammeStages } from '@intikhab/law'
import { accept } from '@intikhab/kernel/refusal'
import type { Outcome, Refusal } from '@intikhab/kernel/refusal'
import type { Election } from './election.ts'
import type { ProgrammeVersion } from './programme-version.ts'
import { programmeRefusals } from './refusals.ts'

/** What somebody asks the Commission to put in force. */
export interface ProgrammeProposal {
  readonly stages: ProgrammeStages
  readonly reason: string
  readonly orderReference: string | null
}

/** A proposal to change a programme: it names the version that its author looked at. */
export interface ChangeProposal extends ProgrammeProposal {
  readonly basedOn: number
}

/** When the version is made and under which approval, and which days count as holidays. */
export interface ProposalContext {
  readonly madeAt: Date
  readonly approvalId?: string
  readonly holidays: ReadonlySet<LegalDate>
}

/** What a change would do, whether or not it may be made. */
export interface ChangePreview {
  readonly change: ProgrammeChange
  /** Why it would be refused as it stands; null where it may be made. */
  readonly refusal: Refusal | null
}

/**
 * Announces an election with version 1 of its programme. The findings of the check are for the page that shows it.
 *
 * Refuses: stages out of order; less time than the law without an order of the Commission; no reason.
 */
export function announceElection(
  draft: Omit<Election, 'pollDate'>,
  proposal: ProgrammeProposal,
  context: ProposalContext,
): Outcome<{ readonly election: Election; readonly version: ProgrammeVersion; readonly check: ProgrammeCheck }> {
  const election = { ...draft, pollDate: proposal.stages.poll }
  const change = weigh(election, proposal.stages, proposal, context)
  const refusal = refusalOf(change, proposal)
  if (refusal) return { ok: false, refusal }
  return accept({ election, version: versionOf(election, 1, proposal, context), check: change.check })
}

/** What a proposal would change and what would stand in its way, for its author to see before it is made (s.58). */
export function previewChange(
  election: Election,
  current: ProgrammeVersion,
  proposal: ChangeProposal,
  context: Pick<ProposalContext, 'holidays'>,
): ChangePreview {
  const change = weigh(election, current.stages, proposal, context)
  if (proposal.basedOn !== current.version) return { change, refusal: { kind: programmeRefusals['version-conflict'] } }
  if (change.changes.length === 0)
    return { change, refusal: { kind: programmeRefusals['nothing-changed'], field: '/stages' } }
  return { change, refusal: refusalOf(change, proposal) }
}

/**
 * Proposes the next version of a programme (s.58), with what it changes stage by stage.
 *
 * Refuses: a version that is no longer in force; nothing changed; stages out of order; less time than the law without
 * an order of the Commission; no reason.
 */
export function proposeChange(
  election: Election,
  current: ProgrammeVersion,
  proposal: ChangeProposal,
  context: ProposalContext,
): Outcome<{ readonly version: ProgrammeVersion; readonly change: ProgrammeChange }> {
  const { change, refusal } = previewChange(election, current, proposal, context)
  if (refusal) return { ok: false, refusal }
  return accept({ version: versionOf(election, current.version + 1, proposal, context), change })
}

/** A version held again against the law that its election is judged by. */
export function checkVersion(election: Election, version: ProgrammeVersion): ProgrammeCheck {
  return checkProgramme(getRulePack(election.packId), version.stages, new Set(version.holidays))
}

function weigh(
  election: Election,
  before: ProgrammeStages,
  { stages, orderReference }: ProgrammeProposal,
  { holidays }: Pick<ProposalContext, 'holidays'>,
): ProgrammeChange {
  return changeProgramme(getRulePack(election.packId), before, stages, { orderReference, holidays })
}

/** What is wrong with the dates comes before what is missing beside them: no reason and no order mends the former. */
function refusalOf(change: ProgrammeChange, { reason }: ProgrammeProposal): Refusal | null {
  if (!change.allowed) return refusalForLaw(change)
  return reason.trim() === '' ? { kind: programmeRefusals['reason-missing'], field: '/reason' } : null
}

/** Names the first stage at fault; where every stage is long enough it is the total that is too short. */
function refusalForLaw({ check }: ProgrammeChange): Refusal {
  const misplaced = check.findings.find((found) => found.kind === 'out-of-order')
  if (misplaced)
    return {
      kind: programmeRefusals['stage-out-of-order'],
      field: `/stages/${misplaced.stage}`,
      detail: { stage: misplaced.stage, follows: misplaced.from },
    }
  const short = check.findings.find((found) => found.kind === 'shorter-than-law')
  const { days, lawDays } = short ?? { days: check.total.days, lawDays: check.total.minimumDays }
  return {
    kind: programmeRefusals['order-needed'],
    field: '/orderReference',
    detail: { stage: short?.stage ?? 'total', days, lawDays },
  }
}

function versionOf(
  election: Election,
  version: number,
  { stages, reason, orderReference }: ProgrammeProposal,
  { madeAt, approvalId, holidays }: ProposalContext,
): ProgrammeVersion {
  return {
    electionId: election.id,
    version,
    stages,
    madeAt,
    reason: reason.trim(),
    orderReference: orderReference?.trim() || null,
    holidays: [...holidays].sort(),
    approvalId: approvalId ?? null,
  }
}
