import canonicalize from 'canonicalize'

/** A value that JSON can carry. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/** One official act, as the ledger keeps it for everybody to read. It carries no personal data. */
export interface LedgerAct {
  /** The system that did it, e.g. `results`. */
  readonly system: string
  /** What was done, e.g. `form-accepted`. */
  readonly act: string
  /** What it was done to, e.g. `general-election-2018/NA-21/17`. */
  readonly subject: string
  readonly actor: { readonly kind: 'device' | 'account' | 'system'; readonly id: string }
  /** ISO 8601 in UTC: when the act was made, and when it reached us. */
  readonly madeAt: string
  readonly arrivedAt: string
  readonly detail: Readonly<Record<string, JsonValue>>
}

/** The longest entry that an entry bundle can carry: its length is a uint16 (C2SP tlog-tiles). */
export const longestEntry = 65_535

/** The bytes of an entry as text: canonical JSON (RFC 8785), without a line break. Throws `RangeError` if too long. */
export function encodeAct(act: LedgerAct): string {
  const text = canonicalize(act)
  if (text === undefined) throw new RangeError('a ledger act is a JSON object')
  if (Buffer.byteLength(text) > longestEntry)
    throw new RangeError(`the act ${act.system}/${act.act} on ${act.subject} is longer than ${longestEntry} bytes`)
  return text
}

/** Reads an entry back. The bytes are our own: they were made by `encodeAct`. */
export function parseAct(entry: Buffer | string): LedgerAct {
  return JSON.parse(entry.toString()) as LedgerAct
}
