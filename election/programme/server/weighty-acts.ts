import type { Approvals, WeightyAct } from '@intikhab/kernel/approvals'
import type { ActApproval } from '@intikhab/kernel/ledger'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { announcementPreview, changePreview } from './approval-preview.ts'
import { parseAnnouncement, parseChange } from './parse-proposal.ts'
import type { Programme } from './programme.ts'
import { announceBody, changeBody } from './wire.ts'

/** The names of the programme's weighty acts. */
export const weighty = { announce: 'programme.announce', change: 'programme.change' } as const

const lapsesAfterHours = 48
const national = () => ({ kind: 'national' }) as const

/** An approved act is the proposer's, made when it was approved. */
const made = (approval: ActApproval) => ({
  actor: approval.proposedBy,
  approval,
  madeAt: new Date(approval.approvedAt),
})

/** Says how an election is announced and its programme changed by two people. */
export function defineProgrammeActs(approvals: Pick<Approvals, 'define'>, programme: Programme): void {
  approvals.define(announcement(programme))
  approvals.define(change(programme))
}

function announcement(programme: Programme): WeightyAct<z.infer<typeof announceBody>> {
  return {
    kind: weighty.announce,
    act: 'programme.change',
    title: { en: 'Announce an election', ur: 'انتخاب کا اعلان' },
    lapsesAfterHours,
    payload: announceBody,
    place: national,
    async preview(body) {
      const read = parseAnnouncement(body)
      if (!read.ok) return read
      const { draft, proposal } = read.value
      const seen = await programme.previewAnnouncement(draft, proposal)
      return seen.ok ? accept(announcementPreview(draft, seen.value.version, seen.value.check)) : seen
    },
    async carryOut(body, approved) {
      const before = await programme.store.findApproved(approved.id)
      if (before !== undefined) return accept({ electionId: before.electionId, version: before.version })
      const read = parseAnnouncement(body)
      if (!read.ok) return read
      const done = await programme.announce(read.value.draft, read.value.proposal, made(approved))
      if (!done.ok) return done
      const { version, entryId } = done.value
      return accept({ electionId: version.electionId, version: version.version, entryId })
    },
  }
}

const changePayload = changeBody.extend({ electionId: z.string() })

function change(programme: Programme): WeightyAct<z.infer<typeof changePayload>> {
  return {
    kind: weighty.change,
    act: 'programme.change',
    title: { en: 'Change the programme of an election', ur: 'انتخابی پروگرام میں تبدیلی' },
    lapsesAfterHours,
    payload: changePayload,
    place: national,
    async preview(body) {
      const read = parseChange(body.electionId, body)
      if (!read.ok) return read
      const { id, proposal } = read.value
      const seen = await programme.preview(id, proposal)
      if (!seen.ok) return seen
      const { refusal } = seen.value
      return refusal === null ? accept(changePreview(seen.value, proposal)) : { ok: false, refusal }
    },
    async carryOut(body, approved) {
      const before = await programme.store.findApproved(approved.id)
      if (before !== undefined) return accept({ electionId: before.electionId, version: before.version })
      const read = parseChange(body.electionId, body)
      if (!read.ok) return read
      const done = await programme.change(read.value.id, read.value.proposal, made(approved))
      if (!done.ok) return done
      const { version, entryId } = done.value
      return accept({ electionId: version.electionId, version: version.version, entryId })
    },
  }
}
