import type { Text } from '@intikhab/kernel/language'
import type { ActApproval, JsonValue } from '@intikhab/kernel/ledger'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { z } from 'zod'
import type { Act } from '../identity/rights/acts.ts'
import type { Scope } from '../identity/rights/person.ts'

/** Where a weighty act is done: one place, or the same place from narrow to wide. */
export type Place = Scope | readonly Scope[]

/**
 * What will happen if the act is carried out now: what the second person sees and approves. It is compared by hash, so
 * it holds nothing that changes by itself: no clock, no counter that others move.
 */
export interface ApprovalPreview {
  /** What the act is done to, as in its ledger entry, e.g. `demonstration/NA-46/17`. */
  readonly subject: string
  /** One plain sentence. */
  readonly sentence: Text
  /** Figures before and after; null where there is none. */
  readonly counts: readonly { readonly label: Text; readonly before: number | null; readonly after: number | null }[]
  /** Only what changes; a value that is read in either language is a text. */
  readonly differences: readonly {
    readonly field: Text
    readonly before: string | Text | null
    readonly after: string | Text | null
  }[]
  /** Section of law under which it is done. */
  readonly section?: string
  /** The document as it will look. */
  readonly document?: {
    readonly title: Text
    readonly mediaType: string
    readonly href: string
    readonly sha256: string
  }
}

/** How far an act has come: what is being done, and how much of it. */
export interface ActProgress {
  readonly step: Text
  readonly done: number
  readonly of: number
}

/** An act that takes two people. A system defines one for each, and leaves the rest to this room. */
export interface WeightyAct<P> {
  /** E.g. `programme.change-stages`; unique in the house. */
  readonly kind: string
  /** The act of the rights table: who may propose it and who approves it. */
  readonly act: Act
  readonly title: Text
  /** How long a second person has. */
  readonly lapsesAfterHours: number
  /** Shape of the payload, which is JSON; it is parsed again when it comes back from the database. */
  readonly payload: z.ZodType<P>
  place(payload: P): Place
  /** What would happen now. Refuses what could not be done. */
  preview(payload: P): Promise<Outcome<ApprovalPreview>>
  /**
   * Does the act; its ledger entries carry `approved`. Idempotent by `approved.id`: after a crash it is called again.
   * The value is kept and shown; a number `entryId` in it is the act's own ledger entry.
   */
  carryOut(payload: P, approved: ActApproval, onProgress?: (progress: ActProgress) => void): Promise<Outcome<JsonValue>>
  /**
   * Whether it may take minutes. Then nobody waits for an answer: it is queued with its approval, a worker carries it
   * out, and the proposal shows how far it has come.
   */
  takesLong?(payload: P): boolean
  /** Below a threshold one person does it alone; every payload takes two where nothing is said. */
  needsApproval?(payload: P): boolean
}
