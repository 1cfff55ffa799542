import { z } from 'zod'
import { findingKinds, type FindingCode } from './findings.ts'

/**
 * The auditor's report as JSON, format `intikhab-audit/1`; docs/audit.md explains every field. Instants are ISO 8601 in
 * UTC, hashes 64 hex characters, sizes and leaves count entries from 0.
 */

const text = z.object({ en: z.string(), ur: z.string() })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
const count = z.int().min(0)

const actAt = z.object({
  leaf: count,
  system: z.string(),
  act: z.string(),
  subject: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), role: z.string().optional(), office: z.string().optional() }),
  madeAt: z.string(),
  arrivedAt: z.string(),
  approvalId: z.string().optional(),
  /** The act in one sentence. */
  words: text,
})

const finding = z.object({
  /** Counts from 1 in the order of the report. */
  number: z.int().min(1),
  code: z.enum(Object.keys(findingKinds) as [FindingCode, ...FindingCode[]]),
  grade: z.enum(['tampering', 'procedure', 'note']),
  title: text,
  sentence: text,
  /** What it was found at: an entry, a file, a record. */
  at: z.string(),
  leaf: count.nullable(),
  /** What must be there, and what is; null where there must be, or is, nothing. */
  expected: hash.nullable(),
  found: hash.nullable(),
  /** The act concerned; for a record, the last lawful one. */
  act: actAt.nullable(),
})

export const auditReportShape = z.object({
  format: z.literal('intikhab-audit/1'),
  /** When the audit began and ended, by the clock of the machine it ran on. */
  beganAt: instant,
  endedAt: instant,
  /** Empty findings are the only good end. */
  isSound: z.boolean(),
  ledger: z.object({
    origin: z.string(),
    size: count,
    root: hash,
    firstArrivedAt: z.string().nullable(),
    lastArrivedAt: z.string().nullable(),
  }),
  /** The newest signed checkpoint, as it lies in the folder. */
  checkpoint: z.string(),
  published: z.object({ checkpoints: count, smallest: count.nullable(), largest: count.nullable() }),
  keys: z.array(
    z.object({
      key: z.string(),
      fingerprint: hash,
      /** The last size that it may have signed; null for the key of now. */
      lastSize: count.nullable(),
      whyEnded: z.enum(['rotated', 'lost', 'stolen']).nullable(),
    }),
  ),
  witnesses: z.array(
    z.object({
      name: z.string(),
      key: z.string(),
      cosigned: count,
      lastSize: count.nullable(),
      lastAt: instant.nullable(),
      /** Checkpoints out of the witness's own memory that were compared; null where it was not given. */
      compared: count.nullable(),
    }),
  ),
  database: z.object({ compared: z.boolean(), entries: count }),
  registers: z.array(z.object({ kind: z.string(), records: count })),
  clock: z.object({ toleranceMinutes: z.number(), skewMinutes: z.number() }),
  findings: z.array(finding),
  /** How many there are of each kind, those not told one by one included. */
  counts: z.array(z.object({ code: z.string(), title: text, count: z.int().min(1), told: count })),
  /** What could not be examined, and why. */
  notExamined: z.array(text),
  figures: z.object({
    entries: count,
    bySystemAndAct: z.array(z.object({ system: z.string(), act: z.string(), count: z.int().min(1) })),
    corrections: count,
    approvals: count,
    records: count,
  }),
})

/** The auditor's report. */
export type AuditReport = z.infer<typeof auditReportShape>
export type ReportedFinding = AuditReport['findings'][number]
