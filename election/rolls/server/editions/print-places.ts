import type { DividedSeat } from '../../core/editions/bifurcation.ts'
import type { PrintedPoll, PrintedSeat } from '../../core/print/printed-list.ts'

/** A seat as a delimitation drew it. */
interface DrawnSeat {
  readonly nameEn: string
  readonly nameUr: string
  readonly province: string
  readonly blocks: readonly string[]
}

/** A seat of an election's scheme with all its stations: the ranges of all of them cover the lists. */
interface SchemeSeat {
  readonly seat: DividedSeat
  /** Names of the stations by their numbers. */
  readonly namesUr: ReadonlyMap<number, string>
}

/** What prints take from the other systems. */
export interface PrintPlaces {
  /** The seats in which the voters of an area vote; none where no delimitation is named. */
  seatsOf(delimitationId: string | null, block: string): Promise<readonly PrintedSeat[]>
  /** The seats of an area in the delimitation of an election. */
  seatsOfElection(electionId: string, block: string): Promise<readonly PrintedSeat[]>
  /** Undefined for a seat that the delimitation does not have. */
  findSeat(delimitationId: string, seat: string): Promise<DrawnSeat | undefined>
  /** Undefined for a seat that the scheme does not have. */
  findSchemeSeat(electionId: string, seat: string): Promise<SchemeSeat | undefined>
  /** The seats of a scheme as its ranges divide them, and its version; undefined where there is none. */
  dividedSeats(
    electionId: string,
  ): Promise<{ readonly version: number; readonly seats: readonly DividedSeat[] } | undefined>
  /** What slips say of the poll; undefined for an election that is not there. */
  findPoll(electionId: string): Promise<PrintedPoll | undefined>
  /** The name of a province in Urdu. */
  provinceUr(province: string): string
}
