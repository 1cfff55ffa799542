import { setTimeout } from 'node:timers/promises'
import type { Staff } from './staff.ts'

/** Two members of staff for the acts that one alone may not do. */
export interface TwoPeople {
  readonly proposer: Staff
  readonly approver: Staff
}

interface Shown {
  readonly previewSha256: string
}

interface Decided<T> {
  readonly state: string
  readonly failure: { readonly code: string; readonly en: string } | null
  readonly done: T
}

/**
 * Has a weighty act done: one proposes it at its own address, the other looks at what would happen and approves exactly
 * that; an act of minutes is waited for. Gives what the act answered. @throws Refused when the server refuses, Error when
 * the approved act failed.
 */
export async function byTwo<T>({ proposer, approver }: TwoPeople, path: string, body: unknown): Promise<T> {
  const { approvalId } = await proposer.post<{ approvalId: string }>(path, body)
  const proposal = `/api/approvals/${approvalId}`
  const { previewSha256 } = await approver.get<Shown>(proposal)
  let decided = await approver.post<Decided<T>>(`${proposal}/approval`, { previewSha256 })
  for (; decided.state === 'approved'; await setTimeout(250)) decided = await approver.get<Decided<T>>(proposal)
  if (decided.state !== 'carried-out')
    throw new Error(`${path} was approved and is ${decided.state}: ${decided.failure?.en ?? ''}`)
  return decided.done
}
