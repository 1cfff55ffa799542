import { seeded, type Random } from '../country/random.ts'
import type { SchemeRow } from './scheme-source.ts'
import type { SourceSeat } from './source.ts'
import { planStations, type PlannedStation } from './stations.ts'

/** A seat to be played, with what the scheme has of it. Passes between threads. */
export interface SeatToPlay {
  readonly seat: SourceSeat
  readonly scheme: readonly SchemeRow[]
}

/** The seat's own source of chance: the same whichever thread plays it and in whatever order. */
export function randomOf(seed: string, code: string): Random {
  return seeded(seed).fork(code)
}

/** The seat's stations of this seed. */
export function stationsOf({ seat, scheme }: SeatToPlay, seed: string): PlannedStation[] {
  return planStations(seat, scheme, randomOf(seed, seat.code).fork('stations'))
}
