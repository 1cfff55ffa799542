import { accept } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { z } from 'zod'
import { parseElectionId, parsePackId } from '../core/election.ts'
import type { Election, ElectionId } from '../core/election.ts'
import { parseHolidays, parseStages } from '../core/programme-version.ts'
import type { ChangeProposal, ProgrammeProposal } from '../core/propose-change.ts'
import type { WithHolidays } from './programme.ts'
import type { announceBody, changeBody } from './wire.ts'

/** Reads a whole announcement: the election and version 1 of its programme. */
export function parseAnnouncement(body: z.infer<typeof announceBody>): Outcome<{
  readonly draft: Omit<Election, 'pollDate'>
  readonly proposal: ProgrammeProposal & WithHolidays
}> {
  const id = parseElectionId(body.id)
  if (!id.ok) return id
  const packId = parsePackId(body.packId)
  if (!packId.ok) return packId
  const proposal = parseProposal(body)
  if (!proposal.ok) return proposal
  const { nameEn, nameUr, kind, assemblies } = body
  const draft = { id: id.value, packId: packId.value, nameEn, nameUr, kind, assemblies }
  return accept({ draft, proposal: proposal.value })
}

/** Reads a change of the programme of the election that is named. */
export function parseChange(
  electionId: string,
  body: z.infer<typeof changeBody>,
): Outcome<{ readonly id: ElectionId; readonly proposal: ChangeProposal & WithHolidays }> {
  const id = parseElectionId(electionId)
  if (!id.ok) return id
  const proposal = parseProposal(body)
  if (!proposal.ok) return proposal
  return accept({ id: id.value, proposal: { ...proposal.value, basedOn: body.basedOn } })
}

function parseProposal(
  body: Pick<z.infer<typeof changeBody>, 'stages' | 'holidays' | 'reason' | 'orderReference'>,
): Outcome<ProgrammeProposal & WithHolidays> {
  const stages = parseStages(body.stages)
  if (!stages.ok) return stages
  const { reason, orderReference = null } = body
  const proposal = { stages: stages.value, reason, orderReference }
  if (body.holidays === undefined) return accept(proposal)
  const holidays = parseHolidays(body.holidays)
  return holidays.ok ? accept({ ...proposal, holidays: holidays.value }) : holidays
}
