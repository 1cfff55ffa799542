/** Photographs of the signed papers: what may be sent, and what the edition says of those that are in. */

/** Media types of evidence; a browser shows none of them as a page of ours. */
export const evidenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

export type EvidenceType = (typeof evidenceTypes)[number]

/** The first bytes of each type, by position; `undefined` stands for any byte. */
const marks: readonly (readonly [EvidenceType, readonly (number | undefined)[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // RIFF, four bytes of length, WEBP.
  ['image/webp', [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** What the bytes are by their own first bytes, whatever their sender calls them; undefined for anything else. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => byte === undefined || bytes[at] === byte))?.[0]
}

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
