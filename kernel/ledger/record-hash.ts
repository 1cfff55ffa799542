import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { JsonValue } from './act.ts'

/**
 * The fingerprint of a record as the ledger holds it: SHA-256 (hex) over the salt and the record's canonical JSON
 * (RFC 8785). A record that anybody may see needs no salt. One of a person has 16 random bytes beside it in the
 * register: when both are erased, the fingerprint says nothing of anybody any more, and the proof stays whole.
 */
export function hashRecord(fields: Readonly<Record<string, JsonValue>>, salt?: Uint8Array): string {
  const hash = createHash('sha256')
  if (salt !== undefined) hash.update(salt)
  return hash.update(canonicalize(fields) ?? '').digest('hex')
}

/** The fingerprint of a reason, whose words and 16 bytes of salt stay in the register: `hashRecord({reason}, salt)`. */
export function hashReason(reason: string, salt: Uint8Array): string {
  return hashRecord({ reason }, salt)
}

/** A reason as the register keeps it, to be read by those who may. */
export interface KeptReason {
  readonly words: string
  readonly salt: Uint8Array
}

/** One row of a table, its values in the order of the columns. */
export type DigestRow = readonly (string | number | boolean | null)[]

/** Rows hashed at once: fewer calls into OpenSSL, and never the whole table in memory. */
const linesAtOnce = 1000

/**
 * The fingerprint of a table that was loaded as a whole: SHA-256 (hex) over its rows in the order given, each as a JSON
 * array (RFC 8785) and a line feed. Loading and auditing must give the rows in the order of their key.
 */
export function digestRows(rows: Iterable<DigestRow>): string {
  const digest = growDigest()
  for (const row of rows) digest.add(row)
  return digest.end()
}

/**
 * The same of many tables whose rows come out of one query: which table a row belongs to, and the row. Within a table
 * they come in the order of their key. The fingerprints by table; one without rows has none.
 */
export async function digestTables(
  rows: AsyncIterable<readonly [table: string, row: DigestRow]>,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, ReturnType<typeof growDigest>>()
  for await (const [table, row] of rows) {
    const digest = digests.get(table) ?? growDigest()
    digests.set(table, digest)
    digest.add(row)
  }
  return new Map([...digests].map(([table, digest]) => [table, digest.end()]))
}

function growDigest() {
  const hash = createHash('sha256')
  let lines: string[] = []
  const flush = () => {
    hash.update(lines.join(''))
    lines = []
  }
  return {
    add(row: DigestRow): void {
      lines.push(`${JSON.stringify(row)}\n`)
      if (lines.length === linesAtOnce) flush()
    },
    end(): string {
      flush()
      return hash.digest('hex')
    },
  }
}
