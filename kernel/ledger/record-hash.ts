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
