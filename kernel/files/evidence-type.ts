/** What a sent file is by its own bytes. Runs in a browser too. */

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
