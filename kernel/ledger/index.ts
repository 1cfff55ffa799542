/**
 * The ledger room: every official act leaves an entry in an append-only Merkle log whose files anybody may copy and
 * check. RFC 6962/9162 hashing; C2SP tlog-tiles, tlog-checkpoint and signed-note formats.
 */
export {
  encodeAct,
  parseAct,
  type ActApproval,
  type ActBy,
  type JsonValue,
  type LedgerAct,
  type LedgerActor,
  type RecordChange,
} from './act.ts'
export type { ActSentence, ActSentences } from './act-sentence.ts'
export type { AuditedRecord, AuditedRecords } from './audited.ts'
export { audit, NothingToAudit, type AuditOptions, type AuditStage } from './audit/audit.ts'
export { auditReportShape, type AuditReport, type ReportedFinding } from './audit/report.ts'
export { findingKinds } from './audit/findings.ts'
export type { WitnessMemoryGiven } from './audit/checkpoints.ts'
export { parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
export { cosign, cosignaturesOn, parseWitnessKey, witnessKey, type Cosignature } from './cosignature.ts'
export { joinNotes, splitNotes } from './note-list.ts'
export { BadPolicy, isQuorum, parsePolicy, unwitnessed, type WitnessPolicy } from './policy.ts'
export { createWitnesses, type Witnesses, type WitnessState } from './witnesses.ts'
export { lookAt, type Look } from './witness/follow.ts'
export { openMemory, UnusableMemory, type WitnessMemory } from './witness/memory.ts'
export { witnessServer } from './witness/server.ts'
export { createWitness, type Alarm, type Witness } from './witness/witness.ts'
export {
  encodeKeys,
  firstKey,
  fingerprintOf,
  isInTime,
  keysOf,
  parseKeys,
  succeedKey,
  trustFrom,
  type KeyEndFacts,
  type KeyHistory,
  type Mark,
  type WhyEnded,
} from './key-history.ts'
export { createLedger, type Ledger, type LedgerOptions } from './ledger.ts'
export { ledgerMigrations } from './migrations.ts'
export { parseVerifierKey, verifierKey, type VerifierKey } from './note.ts'
export { digestRows, digestTables, hashReason, hashRecord, type DigestRow, type KeptReason } from './record-hash.ts'
export { LedgerForked } from './recovery.ts'
export {
  keyIdOf,
  openSigner,
  publicKeyOf,
  rawPublicKey,
  readSigner,
  KeyAway,
  withoutSecret,
  UnsafeKeyFile,
  type FileSigner,
  type Signer,
} from './signer.ts'
export { growLog } from './growth.ts'
export { tilePath } from './tile.ts'
export { leafHash } from './tree-hash.ts'
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './verify-proof.ts'
export {
  flushFolder,
  inParallel,
  replaceDurably,
  writeAllDurably,
  writeNewDurably,
  type FileToWrite,
} from './durable.ts'
export { ledgerRefusals } from './refusals.ts'
export { ledgerRoutes } from './routes.ts'
export { witnessesNow } from './routes-witnesses.ts'
export { verifyLedger, type LedgerCheck } from './verify-folder.ts'
