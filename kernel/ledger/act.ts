import canonicalize from 'canonicalize'

/** A value that JSON can carry. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/** Who did an act: an account by its office, a device by its key, or the system by itself. Never a name. */
export interface LedgerActor {
  readonly kind: 'device' | 'account' | 'system'
  readonly id: string
  /** The role by which an account was allowed to, and over what: `returning-officer`, `constituency/NA-21`. */
  readonly role?: string
  readonly office?: string
  /** At which device: the key id of an enrolled one, else the mark of a browser. */
  readonly device?: string
}

/**
 * What an act did to a record of a register. The hashes are `hashRecord` of the record before and after: null where it
 * did not exist, or does no longer.
 */
export interface RecordChange {
  /** `kind:key`, e.g. `results.form:general-election-2018/NA-21/17/45/2`. */
  readonly record: string
  readonly before: string | null
  readonly after: string | null
}

/** The second person behind a weighty act. */
export interface ActApproval {
  readonly id: string
  readonly proposedBy: LedgerActor
  readonly approvedBy: LedgerActor
  /** ISO 8601 in UTC. */
  readonly approvedAt: string
}

/** By whose hand an act is done: who did it, and the second person behind it where it took two. */
export interface ActBy {
  readonly actor: LedgerActor
  readonly approval?: ActApproval
}

/** One official act, as the ledger keeps it for everybody to read. It carries no personal data. */
export interface LedgerAct {
  /** The system that did it, e.g. `results`. */
  readonly system: string
  /** What was done, e.g. `form-accepted`. */
  readonly act: string
  /** What it was done to, e.g. `general-election-2018/NA-21/17`. */
  readonly subject: string
  readonly actor: LedgerActor
  /** ISO 8601 in UTC: when the act was made, and when it reached us. */
  readonly madeAt: string
  readonly arrivedAt: string
  /** Salted fingerprint of the reason's words, which stay in the register. */
  readonly reasonHash?: string
  /** Section of law under which it was done, e.g. `s.95(6)`. */
  readonly section?: string
  readonly approval?: ActApproval
  readonly changes?: readonly RecordChange[]
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
