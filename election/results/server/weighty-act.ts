import type { Database } from '@intikhab/kernel/database'
import type { ActApproval, JsonValue, Ledger } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { ElectionFacts } from '../core/facts.ts'
import { withSeat, type LockedSeat } from './seat-store.ts'

/** What the acts of two people in results stand on. */
export interface WeightyParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'appendOn'>
  findElection(electionId: string): ElectionFacts | undefined
  readonly now: () => Date
}

/** Every proposal names its seat. */
export const seatFields = { electionId: z.string().max(60), contestId: z.string().max(12) }

export const reasonField = z.string().trim().min(10).max(500)

/** How long a second officer has, in hours: consolidation waits for it. */
export const lapsesAfterHours = 72

interface Seat {
  readonly electionId: string
  readonly contestId: string
}

/** Where the act is done: in the seat, in its election. */
export function placeOf({ electionId, contestId }: Seat) {
  return { kind: 'constituency', code: contestId, electionId } as const
}

/** What came of an approved act: its ledger entry, and the version or the number that it made. */
interface Done {
  readonly entryId: number
  readonly number: number | null
}

/**
 * Carries an approved act out under the seat's lock, as the act of whoever proposed it. Called again after a crash it
 * finds what it did before and does nothing.
 */
export async function carryOutOnce(
  parts: WeightyParts,
  { electionId, contestId }: Seat,
  approval: ActApproval,
  act: (seat: LockedSeat, at: Date) => Promise<Outcome<Done>>,
): Promise<Outcome<JsonValue>> {
  const at = parts.now()
  const { proposedBy: actor } = approval
  const done = await withSeat(
    parts,
    { electionId, contestId, actor, at: at.toISOString(), approval },
    async (seat): Promise<Outcome<Done>> => {
      const before = await seat.findDone(approval.id)
      return before === undefined ? act(seat, at) : accept(before)
    },
  )
  return done.ok ? accept({ entryId: done.value.entryId, number: done.value.number }) : done
}
