import type { boundaryFindings } from './boundary-findings.ts'
import type { ConstituencyCode } from './identifiers.ts'
import { boxOf, contains, distanceToEdge, inBox, type Area, type Box, type Position } from './geometry.ts'

/** Reasons for which a polygon cannot be, or may not be, the seat's. The first four mean that it cannot. */
type DoubtCode = keyof typeof boundaryFindings

export interface Doubt {
  readonly code: DoubtCode
  readonly figures: Readonly<Record<string, string | number>>
}

/** The polygon of one seat with what is known and doubted of it. */
export interface Boundary {
  readonly code: ConstituencyCode
  readonly area: Area
  readonly squareKilometres: number
  readonly box: Box
  /** How the source says it was made. */
  readonly source: string
  /** True where the source itself calls it approximate. */
  readonly approximate: boolean
  /** Root mean square error in kilometres by the source's own account; null where it gives none. */
  readonly errorKilometres: number | null
  /** District or name that the source prints. */
  readonly label: string
  readonly doubts: readonly Doubt[]
}

/** Answers which seat a position lies in. */
export interface SeatLocator {
  /** True if there is a polygon for the seat. */
  knows(code: ConstituencyCode): boolean
  /** True if the position lies in the polygon of the seat; false also for a seat without one. */
  inside(code: ConstituencyCode, at: Position): boolean
  /** The first seat whose polygon holds the position. */
  find(at: Position): ConstituencyCode | undefined
  /** Kilometres from the position to the edge of the seat's polygon; undefined for a seat without one. */
  distance(code: ConstituencyCode, at: Position): number | undefined
}

/** Makes a locator over the polygons of one delimitation. */
export function seatLocator(boundaries: readonly { code: ConstituencyCode; area: Area }[]): SeatLocator {
  const known = new Map<ConstituencyCode, { code: ConstituencyCode; area: Area; box: Box }>()
  for (const { code, area } of boundaries) {
    const box = boxOf(area)
    if (box !== undefined) known.set(code, { code, area, box })
  }
  const holds = (seat: { area: Area; box: Box }, at: Position) => inBox(at, seat.box) && contains(seat.area, at)
  return {
    knows: (code) => known.has(code),
    inside(code, at) {
      const seat = known.get(code)
      return seat !== undefined && holds(seat, at)
    },
    find(at) {
      for (const seat of known.values()) if (holds(seat, at)) return seat.code
      return undefined
    },
    distance(code, at) {
      const seat = known.get(code)
      return seat === undefined ? undefined : distanceToEdge(seat.area, at)
    },
  }
}
