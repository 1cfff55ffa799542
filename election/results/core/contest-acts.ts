/** What is done in a seat besides the stations' forms, as its file of the edition shows it. */
import type { Text } from '@intikhab/kernel/language'

/** A test of the law with the figures it was made of; `applies` is null while the figures are not there. */
export interface LegalTest {
  readonly name: 'recount-margin' | 'recount-excluded' | 'women-turnout'
  readonly applies: boolean | null
  readonly section: string | null
  readonly unconfirmed: boolean
  readonly figures: Readonly<Record<string, number>>
}

export interface PostalRow {
  readonly votes: readonly number[]
  readonly valid: number
  readonly excluded: number
  readonly issued: number
  readonly receivedInTime: number
  readonly recordedAt: string
  readonly entryId: number
}

/** A consolidation document as it was made; superseded ones stay in the list. */
export interface ContestDocument {
  readonly form: '47' | '48' | '49'
  readonly version: number
  readonly madeAt: string
  readonly entryId: number
  /** The document in full, a file of this edition, and its SHA-256 as the ledger has it. */
  readonly path: string
  readonly sha256: string
  /** Why a later version was made; null for the first. */
  readonly reason: string | null
  readonly candidates: readonly { readonly serial: number; readonly votes: number }[]
  readonly valid: number
  readonly excluded: number
  readonly stationsIncluded: number
  /** Numbers of the stations that were awaited (Form-47). */
  readonly stationsAwaited: readonly number[]
  /** Form-49 only. */
  readonly returned: {
    readonly serial: number
    readonly name: Text
    readonly partyId: string
    readonly byLot: boolean
  } | null
}

/** A recount that was ordered by two officers (s.95(5) and (6)). */
export interface RecountOrder {
  /** 1 first, within the seat. */
  readonly number: number
  /** `request`: the returning officer's, on a candidate's request; `commission`: the Commission's own. */
  readonly basis: 'request' | 'commission'
  /** The candidate who asked, and when the request was received; null in an order of the Commission. */
  readonly requestedBy: number | null
  readonly requestedAt: string | null
  /** The tests as they stood when it was ordered. */
  readonly tests: readonly LegalTest[]
  readonly section: string | null
  readonly reason: string
  readonly orderedAt: string
  /** Until when the returning officer finishes it, where the law sets a time. */
  readonly dueAt: string | null
  readonly entryId: number
}

/** What two officers decided on a form that was set aside. */
export interface SetAsideDecision {
  readonly decision: 'count' | 'leave'
  /** The version of the station's form as which it counts; null where it stays uncounted. */
  readonly version: number | null
  readonly reason: string
  readonly decidedAt: string
  readonly entryId: number
}

/** A signed form that is kept and shown, and counts only if two officers decide so. */
export interface SetAside {
  readonly stationNumber: number
  readonly form: '45' | '46'
  readonly bundleId: string
  readonly deviceKeyId: string
  readonly code: string
  readonly arrivedAt: string
  readonly entryId: number
  /** Null while nobody has decided. */
  readonly decision: SetAsideDecision | null
}
