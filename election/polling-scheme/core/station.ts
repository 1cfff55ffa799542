import type { BlockCode, ConstituencyCode } from '@intikhab/delimitation'

/** A polling station of a scheme, `<constituency>/<number>`, e.g. `NA-21/17`; made only by `stationIdOf`. */
export type StationId = string & { readonly kind: 'polling-station' }

/** Whom a station serves. */
export type StationKind = 'male' | 'female' | 'combined'

/** Counts by the gender on the roll. */
export interface ByGender {
  readonly male: number
  readonly female: number
}

/** Degrees on WGS 84. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/** Part of the roll that a station serves: one gender of a census block, or a range of its serials where it is divided. */
export interface ServedPart {
  readonly block: BlockCode
  readonly gender: 'male' | 'female'
  /** Silsila numbers, both included. */
  readonly fromSerial: number
  readonly toSerial: number
}

/**
 * A polling station in the list of one seat (Elections Act 2017, s.59). National and provincial seats have lists of their
 * own, as the commission publishes them; the same building may stand in both.
 */
export interface PollingStation {
  readonly constituency: ConstituencyCode
  /** Number within the seat's list, from 1. */
  readonly number: number
  readonly nameEn: string
  /** Empty where the source gives none. */
  readonly nameUr: string
  readonly kind: StationKind
  readonly booths: ByGender
  readonly voters: ByGender
  readonly at: Coordinates | null
  /** Empty where the scheme tells only how many voters a station serves. */
  readonly parts: readonly ServedPart[]
}

/** The identifier of a station. Throws `RangeError` for a number below 1. */
export function stationIdOf(constituency: ConstituencyCode, number: number): StationId {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${number} is no number of a polling station`)
  return `${constituency}/${number}` as StationId
}

/** Whom a station serves, by its voters where the source does not say: one gender alone, or both. */
export function kindByVoters({ male, female }: ByGender): StationKind {
  if (female === 0 && male > 0) return 'male'
  return male === 0 && female > 0 ? 'female' : 'combined'
}

/** Males and females together. */
export function totalOf({ male, female }: ByGender): number {
  return male + female
}
