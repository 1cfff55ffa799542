import type { Gender, Relation, RollList } from '../register/voter.ts'

/**
 * What stands on the printed roll: one list, for one electoral area and one gender. Knows nothing of the database:
 * whoever has the voters fills it in, and the same list gives the same bytes on every machine.
 */

/** What a copy for a polling station says of voters who do not vote at its table. */
export type VoterMark = 'postal' | 'overseas'

/** A line of the list. Text is NFC and printed as it stands. */
export interface PrintedVoter {
  /** Silsila: running number in the list; rises from voter to voter, with holes where numbers are no longer in use. */
  readonly serial: number
  /** Gharana: number of the household in the area. */
  readonly household: number
  /** 13 digits. */
  readonly cnic: string
  readonly nameUr: string
  readonly relation: Relation
  /** The father's or the husband's name. */
  readonly relationNameUr: string
  /** `YYYY-MM-DD`; the list prints the age on the qualifying date. */
  readonly dateOfBirth: string
  readonly addressUr: string
  /** SHA-256 of the photograph, in hexadecimal; null leaves the frame empty. */
  readonly photo: string | null
  /** Only in a marked copy. */
  readonly mark: VoterMark | null
}

/** A seat in which the area's voters vote. */
export interface PrintedSeat {
  /** `NA-46` */
  readonly code: string
  readonly nameUr: string
}

/** The electoral area and where it lies, as the page's head names it. */
export interface PrintedArea {
  /** Census block code, nine digits. */
  readonly block: string
  readonly nameUr: string
  readonly tehsilUr: string
  readonly districtUr: string
  readonly provinceUr: string
  readonly seats: readonly PrintedSeat[]
}

/** Serials of a list, both ends included. */
export interface PrintedSerials {
  readonly from: number
  readonly to: number
}

/** A polling station that is served by a part of the list, or by all of it. */
export interface PrintedStation {
  /** As the polling scheme numbers it. */
  readonly number: string
  readonly nameUr: string
  /** What of this list it serves. */
  readonly serials: readonly PrintedSerials[]
}

/** The edition from which the list is printed; it stands at the foot of every page. */
export interface PrintedEdition {
  /** `list-2026-11` */
  readonly id: string
  /** SHA-256 of the edition's manifest, in hexadecimal. */
  readonly hash: string
  /** The instant at which the edition was made, ISO 8601: the document's date. */
  readonly madeAt: string
}

/** The list of one electoral area and one gender. */
export interface PrintedList {
  readonly stage: 'preliminary' | 'final'
  /** `supplementary` prints by itself, with no more said of it than ضمنی فہرست. */
  readonly roll: RollList
  readonly gender: Gender
  readonly area: PrintedArea
  /** `YYYY-MM-DD` */
  readonly qualifyingDate: string
  readonly edition: PrintedEdition
  /** Last serial that was ever given in this list: what the totals of the whole list start from. */
  readonly lastSerial: number
  /** For a station's copy (see `stationCopy`); null for the whole area. */
  readonly station: PrintedStation | null
  /** True for the copy that marks who votes by post or from abroad. */
  readonly marked: boolean
  /** For whom the copy is made, printed on every page (s.41); null where it is nobody's in particular. */
  readonly recipient: string | null
  /** By rising serial. */
  readonly voters: readonly PrintedVoter[]
}

/** What a voter's slip (parchi) says besides what the list does. */
export interface PrintedPoll {
  /** `عام انتخابات 2024` */
  readonly electionUr: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** From and to, `08:00` and `17:00`. */
  readonly hours: readonly [string, string]
}
