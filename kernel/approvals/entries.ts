import type { LedgerAct } from '@intikhab/kernel/ledger'
import { previewHash, proposalHash, reasonHash, type Party, type Proposal } from './proposal.ts'

/** A change of a proposal that is to be entered: before (null for a new one), after, by whom, when. */
export interface Change {
  readonly before: Proposal | null
  readonly after: Proposal
  /** Null where the system did it by itself: time, or carrying out. */
  readonly by: Party | null
  readonly at: Date
  /** The words of this step; empty where there are none. */
  readonly reason: string
}

/** The ledger entry of a step of a proposal: what was decided, on which preview, by whom; words only by fingerprint. */
export function entryOf({ before, after, by, at, reason }: Change): LedgerAct {
  const { id, kind, preview, decision, result, lapsesAt, salt } = after
  const words = reasonHash(reason, salt)
  const seen = decision?.approved ?? preview
  const instant = at.toISOString()
  return {
    system: 'approvals',
    act: after.state,
    subject: seen.subject,
    actor: by?.actor ?? { kind: 'system', id: 'approvals' },
    madeAt: instant,
    arrivedAt: instant,
    ...(words === undefined ? {} : { reasonHash: words }),
    ...(seen.section === undefined ? {} : { section: seen.section }),
    changes: [
      {
        record: `approvals.proposal:${id}`,
        before: before === null ? null : proposalHash(before),
        after: proposalHash(after),
      },
    ],
    detail: {
      approvalId: id,
      kind,
      previewSha256: previewHash(seen),
      ...(before === null ? { lapsesAt: lapsesAt.toISOString() } : {}),
      ...(result !== null && 'refused' in result ? { refused: result.refused.code } : {}),
    },
  }
}
