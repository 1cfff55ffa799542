import { hashRecord, type JsonValue, type LedgerActor } from '@intikhab/kernel/ledger'
import type { ApprovalPreview, Place } from './weighty-act.ts'

/** `proposed` is open; `approved` is on its way to `carried-out` or `failed`; the others are the end. */
export type ProposalState = 'proposed' | 'approved' | 'carried-out' | 'failed' | 'returned' | 'withdrawn' | 'lapsed'

/** Somebody who did something to a proposal: as the ledger names them, and by name for colleagues. */
export interface Party {
  readonly actor: LedgerActor
  readonly name: string
}

/** What was decided, by whom, and on which preview. */
export interface Decision {
  /** Null where time decided. */
  readonly by: Party | null
  readonly at: Date
  /** Empty where none was given. */
  readonly reason: string
  /** The preview that the second person saw and approved. */
  readonly approved: ApprovalPreview | null
}

/** What came of carrying it out: what the act answered, or why it was refused after all. */
export type ProposalResult =
  | { readonly done: JsonValue }
  | { readonly refused: { readonly code: string; readonly en: string; readonly ur: string } }

/** A weighty act that somebody proposed. */
export interface Proposal {
  readonly id: string
  readonly kind: string
  readonly act: string
  readonly place: Place
  readonly payload: unknown
  /** As it was when it was proposed. */
  readonly preview: ApprovalPreview
  readonly reason: string
  readonly proposedBy: Party
  /** The session in which it was proposed. */
  readonly session: string
  readonly proposedAt: Date
  readonly lapsesAt: Date
  readonly state: ProposalState
  readonly decision: Decision | null
  readonly result: ProposalResult | null
  /** Keeps the fingerprints in the ledger from being guessed back to reasons and payloads. */
  readonly salt: Buffer
}

/** The fingerprint of a preview, SHA-256 in hex: what the second person saw is what is carried out. */
export function previewHash(preview: ApprovalPreview): string {
  return hashRecord(preview as unknown as Readonly<Record<string, JsonValue>>)
}

/** The fingerprint of a reason, salted; undefined for none. */
export function reasonHash(reason: string, salt: Uint8Array): string | undefined {
  return reason === '' ? undefined : hashRecord({ reason }, salt)
}

/** The fingerprint of a proposal as the ledger holds it at each of its steps. */
export function proposalHash(proposal: Proposal): string {
  const { id, kind, act, place, payload, preview, reason, proposedBy, session, state, decision, result, salt } =
    proposal
  const fields = {
    id,
    kind,
    act,
    place,
    payload,
    preview: previewHash(preview),
    reason,
    proposedBy: proposedBy.actor,
    session,
    proposedAt: proposal.proposedAt.toISOString(),
    lapsesAt: proposal.lapsesAt.toISOString(),
    state,
    decidedBy: decision?.by?.actor ?? null,
    decidedAt: decision?.at.toISOString() ?? null,
    decisionReason: decision?.reason ?? '',
    approved: decision?.approved ? previewHash(decision.approved) : null,
    result,
  }
  // Once through JSON: what the database gives back lacks the keys that were undefined.
  return hashRecord(JSON.parse(JSON.stringify(fields)) as Readonly<Record<string, JsonValue>>, salt)
}
