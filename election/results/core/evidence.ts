/** Photographs of the signed papers: what the edition says of those that are in. */
import type { EvidenceType } from '@intikhab/kernel/files/evidence-type'

/** What the sender of a photograph is told; the same again where it was in before. */
export interface EvidenceReceipt {
  readonly sha256: string
  readonly size: number
  readonly mediaType: EvidenceType
  readonly status: 'accepted' | 'duplicate'
  readonly arrivedAt: string
  /** Ledger entry that records the arrival. */
  readonly entryId: number
}

/** Address under which a photograph is served. */
export function evidencePath(electionId: string, sha256: string): string {
  return `/api/results/${electionId}/evidence/${sha256}`
}
