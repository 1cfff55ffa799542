/**
 * By what a copy of the roll tells to whom it was given (s.41): its number, the recipient and the edition, in plain sight
 * on every page, and once more in the data of every electoral area. Whoever takes all of these out has not been stopped by
 * software: the mark deters and traces, it does not protect.
 */
export interface CopyMark {
  /** Number of the copy in the log of copies. */
  readonly copy: number
  readonly recipient: string
  /** `list-2026/3` */
  readonly edition: string
  /** SHA-256 of the edition's manifest, in hex. */
  readonly editionSha256: string
}

/** The first line of the data of each electoral area. */
export function markLine({ copy, recipient, edition, editionSha256 }: CopyMark): string {
  return `#${JSON.stringify([copy, recipient, edition, editionSha256])}`
}

/** Reads such a line; undefined if it is none. */
export function readMarkLine(line: string): CopyMark | undefined {
  if (!line.startsWith('#[')) return undefined
  const [copy, recipient, edition, editionSha256] = JSON.parse(line.slice(1)) as [number, string, string, string]
  return { copy, recipient, edition, editionSha256 }
}

/** How the mark stands on a printed page. */
export const printedMark = ({ copy, recipient }: Pick<CopyMark, 'copy' | 'recipient'>): string =>
  `نقل نمبر ${copy}: ${recipient}`
