/**
 * A value of the law, and how sure we are of it.
 *
 * - `statute`: the words of the Act were read, in a source that quotes them.
 * - `two-sources`: two independent sources agree.
 * - `one-source`: one source says so.
 * - `verify`: one source says so, and it is on the list to be checked against the Act.
 * - `disputed`: sources disagree.
 * - `background`: general knowledge, no source read.
 */
export type Mark = 'statute' | 'two-sources' | 'one-source' | 'verify' | 'disputed' | 'background'

/** A text in both languages of the house. */
export interface BilingualText {
  readonly en: string
  readonly ur: string
}

export type LegalDatum = number | boolean | string | null | readonly string[]

export interface LegalValue<T extends LegalDatum> {
  readonly value: T
  /** Section of the pack's Act, e.g. `s.57(2)(c)`, or another instrument in full; null where no source names one. */
  readonly section: string | null
  /** Where it was read: newspaper and date, statute, or `background`. */
  readonly source: string
  readonly mark: Mark
  /** True where the value must be shown as not yet confirmed against the text of the law. */
  readonly unconfirmed: boolean
  /** What a reader has to know before relying on the value. */
  readonly note?: BilingualText
}

const unconfirmedMarks: ReadonlySet<Mark> = new Set(['verify', 'disputed', 'background'])

/** Makes a legal value; whether it is unconfirmed follows from its mark. */
export function legalValue<T extends LegalDatum>(
  value: T,
  mark: Mark,
  section: string | null,
  source: string,
  note?: BilingualText,
): LegalValue<T> {
  const made = { value, section, source, mark, unconfirmed: unconfirmedMarks.has(mark) }
  return note ? { ...made, note } : made
}
