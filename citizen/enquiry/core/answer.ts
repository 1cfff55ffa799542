import type { LookedUp, PackDescription, PackFreeze } from '@intikhab/rolls'

/** What an enquiry finds out. What cannot be answered (no CNIC, too many questions) is a refusal instead. */
export const enquiryStates = [
  'found-assigned',
  'found-unassigned',
  'overseas',
  'blocked',
  'deceased-flagged',
  'not-registered',
] as const
export type EnquiryState = (typeof enquiryStates)[number]

/** A polling station as a voter needs it. */
export interface AnswerStation {
  readonly id: string
  readonly number: number
  readonly nameEn: string
  readonly nameUr: string
  readonly kind: 'male' | 'female' | 'combined'
  readonly longitude: number | null
  readonly latitude: number | null
}

export interface AnswerSeat {
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  /** Null while the seat's stations are not announced. */
  readonly station: AnswerStation | null
}

/** Where the entry stands in the roll. Never a name or an address. */
export interface AnswerRegistration {
  readonly block: string
  readonly areaEn: string
  readonly areaUr: string
  /** The list in which the serial runs. */
  readonly list: 'male' | 'female' | 'other'
  /** Silsila number. */
  readonly serial: number
  /** Gharana number. */
  readonly household: number
}

export interface AnswerDistrict {
  readonly nameEn: string
  readonly nameUr: string
  /** The District Election Commissioner's office. */
  readonly officePhone: string
}

/** The answer to one enquiry. */
export interface EnquiryAnswer {
  readonly state: EnquiryState
  /** Masked: `99001-*****00-1`. */
  readonly cnic: string
  readonly rollId: string
  /** Null where the voter has to go to the District Election Commissioner first, or is not registered. */
  readonly registration: AnswerRegistration | null
  readonly seats: readonly AnswerSeat[]
  readonly district: AnswerDistrict | null
  /** The section under which the voter's roll is frozen at this moment, or all are; null while it is open. */
  readonly frozenUnder: string | null
  readonly helpline: string
  /** Number of the roll's look-up edition and when it was made: what the answer is as of. */
  readonly edition: { readonly number: number; readonly madeAt: string }
}

/** What the answer is made of beside the voter's entry. */
export interface AnswerSource {
  readonly description: Pick<PackDescription, 'rollId' | 'freezes' | 'helpline'>
  readonly edition: { readonly number: number; readonly madeAt: string }
}

function stateOf(found: LookedUp): EnquiryState {
  if (found.state === 'blocked') return 'blocked'
  if (found.state === 'deceased') return 'deceased-flagged'
  if (found.state === 'overseas') return 'overseas'
  return found.seats.some(({ station }) => station !== undefined) ? 'found-assigned' : 'found-unassigned'
}

/** The section of the first freeze in force. */
function frozenUnder(freezes: readonly PackFreeze[], at: Date): string | null {
  const inForce = freezes.find(({ from, until }) => at >= new Date(from) && (until === null || at < new Date(until)))
  return inForce?.section ?? null
}

/**
 * Composes the answer for whoever gave this CNIC. An entry that is blocked or flagged as dead is told only where to
 * go: somebody else may hold the card.
 */
export function composeAnswer(
  maskedCnic: string,
  found: LookedUp | undefined,
  { description, edition }: AnswerSource,
  now: Date,
): EnquiryAnswer {
  const { rollId, freezes, helpline } = description
  // A by-election freezes the rolls of its own seat alone: who is on no roll lives in no seat that we know.
  const own = found?.freezes ?? freezes.filter(({ everywhere }) => everywhere)
  const shared = {
    cnic: maskedCnic,
    rollId,
    frozenUnder: frozenUnder(own, now),
    helpline,
    edition: { number: edition.number, madeAt: edition.madeAt },
  }
  if (found === undefined) return { state: 'not-registered', ...shared, registration: null, seats: [], district: null }
  const state = stateOf(found)
  const { nameEn, nameUr, officePhone } = found.district
  const district = { nameEn, nameUr, officePhone }
  if (state === 'blocked' || state === 'deceased-flagged')
    return { state, ...shared, registration: null, seats: [], district }
  return {
    state,
    ...shared,
    registration: {
      block: found.block.code,
      areaEn: found.block.nameEn,
      areaUr: found.block.nameUr,
      list: found.gender,
      serial: found.serial,
      household: found.household,
    },
    seats: found.seats.map(({ seat, station }) => ({
      code: seat.code,
      nameEn: seat.nameEn,
      nameUr: seat.nameUr,
      // Who opted to vote from abroad is struck off the station's list.
      station: station === undefined || state === 'overseas' ? null : station,
    })),
    district,
  }
}
