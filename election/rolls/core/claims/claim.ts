import type { JsonValue } from '@intikhab/kernel/ledger'
import type { Cnic } from '../identifiers.ts'
import {
  completed,
  type Claimant,
  type ClaimCompletion,
  type ClaimContent,
  type CorrectableField,
} from './claim-content.ts'
import type { Docket } from './docket.ts'
import type { ClaimPeriod } from './forms.ts'

/** Where a claim stands. The last three end it; only an appeal may still be noted on a decided one. */
export const claimStates = ['lodged', 'hearing-set', 'heard', 'decided', 'withdrawn', 'lapsed'] as const
type ClaimState = (typeof claimStates)[number]

export const claimOutcomes = ['allowed', 'partly', 'rejected'] as const
export type ClaimOutcome = (typeof claimOutcomes)[number]

/** How a notice reached the person concerned. */
export const noticeWays = ['in-person', 'family', 'post', 'affixed'] as const
type NoticeWay = (typeof noticeWays)[number]

/** Who came to a hearing. */
interface Presence {
  readonly claimant: boolean
  /** The person objected to; always true where nobody is. */
  readonly concerned: boolean
}

export interface Hearing {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly room: string
}

/** A paper that came with a claim: what it is by its bytes, and the SHA-256 under which it is kept. */
export interface ClaimEvidence {
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
}

/** What happens to a claim; each is an act of somebody, entered in the ledger. */
export type ClaimEvent =
  | { readonly kind: 'lodged' }
  | { readonly kind: 'evidence-added'; readonly evidence: ClaimEvidence }
  | { readonly kind: 'completed'; readonly completion: ClaimCompletion }
  | {
      readonly kind: 'hearing-set'
      readonly hearing: Hearing
      /** The person concerned has come and wants no time to prepare. */
      readonly waived: boolean
    }
  | { readonly kind: 'notice-served'; readonly way: NoticeWay; readonly on: string }
  | { readonly kind: 'adjourned'; readonly present: Presence; readonly reason: string; readonly hearing: Hearing }
  | { readonly kind: 'heard'; readonly present: Presence; readonly record: string }
  | {
      readonly kind: 'decided'
      readonly outcome: ClaimOutcome
      readonly reasons: string
      /** Of the order, e.g. `ISL-2026-O-000017`. */
      readonly order: string
      /** What is granted of a correction that is allowed in part. */
      readonly granted: readonly CorrectableField[] | null
      /** Number of the Commission's order under which it was decided although the roll is frozen. */
      readonly under: string | null
      /** The action that carried it into the roll; null where nothing changed. */
      readonly actionId: number | null
    }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'lapsed'; readonly reason: string }
  | { readonly kind: 'appeal-noted'; readonly court: string; readonly reference: string }
export type ClaimEventKind = ClaimEvent['kind']

/** An event with who brought it about, and when. */
export interface PastEvent {
  readonly event: ClaimEvent
  readonly at: Date
  /** Account id, or `public` for what came over the web. */
  readonly by: string
}

/** How a claim came in. */
export type ClaimSource = 'web' | 'counter' | 'door' | 'quality'

/** What a claim is from the moment it is lodged. */
export interface LodgedClaim {
  readonly docket: Docket
  readonly district: string
  readonly period: ClaimPeriod
  /** Number of the form. */
  readonly form: string
  readonly source: ClaimSource
  readonly lodgedAt: Date
  /** Null where the office itself opens an objection: after a visit at the door, or upon a suspicion. */
  readonly claimant: Claimant | null
  /** Whom an objection is about, or else the claimant; null where nobody stands at that line of the roll. */
  readonly concerned: Cnic | null
  readonly content: ClaimContent
  /** Day by which it has to be decided, where no freeze comes between (`dueNow`). */
  readonly dueOn: string
}

/** A claim as it stands. */
export interface Claim extends LodgedClaim {
  readonly state: ClaimState
  readonly evidence: readonly ClaimEvidence[]
  readonly hearing: Hearing | null
  /** The notice of the hearing that is set was served. */
  readonly isNoticed: boolean
  /** Who came to the last hearing that was held. */
  readonly present: Presence | null
  readonly decision: Extract<ClaimEvent, { kind: 'decided' }> | null
  readonly appeal: Extract<ClaimEvent, { kind: 'appeal-noted' }> | null
}

const next: Readonly<Partial<Record<ClaimEventKind, ClaimState>>> = {
  'hearing-set': 'hearing-set',
  adjourned: 'hearing-set',
  heard: 'heard',
  decided: 'decided',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
}

/** What a claim is after one more event; whether the event may happen `mayHappen` says. */
export function after(claim: Claim, event: ClaimEvent): Claim {
  const then = { ...claim, state: next[event.kind] ?? claim.state }
  switch (event.kind) {
    case 'evidence-added':
      return { ...then, evidence: [...claim.evidence, event.evidence] }
    case 'completed':
      return { ...then, content: completed(claim.content, event.completion) }
    case 'hearing-set':
      return { ...then, hearing: event.hearing, isNoticed: event.waived }
    case 'notice-served':
      return { ...then, isNoticed: true }
    case 'adjourned':
      // Whoever was there has heard the new day; anybody else has to be told of it.
      return { ...then, present: event.present, hearing: event.hearing, isNoticed: event.present.concerned }
    case 'heard':
      return { ...then, present: event.present }
    case 'decided':
      return { ...then, decision: event }
    case 'appeal-noted':
      return { ...then, appeal: event }
    case 'lodged':
    case 'withdrawn':
    case 'lapsed':
      return then
  }
  return event satisfies never
}

/** A claim out of how it was lodged and everything that happened since, the first first. */
export function claimOf(lodged: LodgedClaim, past: readonly PastEvent[]): Claim {
  const first: Claim = {
    ...lodged,
    state: 'lodged',
    evidence: [],
    hearing: null,
    isNoticed: false,
    present: null,
    decision: null,
    appeal: null,
  }
  return past.reduce((claim, { event }) => after(claim, event), first)
}

/** Whether something is still to be done. */
export function isOpen({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'lodged' || state === 'hearing-set' || state === 'heard'
}

/** An event as JSON, for its row and its fingerprint. */
export function eventJson({ kind: _kind, ...detail }: ClaimEvent): Readonly<Record<string, JsonValue>> {
  return detail as unknown as Readonly<Record<string, JsonValue>>
}
