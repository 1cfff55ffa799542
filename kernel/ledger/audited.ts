/** A record of a register as it stands there now. */
export interface AuditedRecord {
  /** `kind:key`, the same as in `RecordChange.record`. */
  readonly record: string
  /** `hashRecord` of what the register holds. */
  readonly hash: string
}

/** The records of one kind that a system keeps and whose every change it enters in the ledger. */
export interface AuditedRecords {
  /** E.g. `results.form`; the part of `record` before the colon. */
  readonly kind: string
  /** Every record of this kind, streamed: there may be millions. */
  read(): AsyncIterable<AuditedRecord>
}
