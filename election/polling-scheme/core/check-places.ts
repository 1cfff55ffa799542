import type { ConstituencyCode, SeatLocator } from '@intikhab/delimitation'
import type { LinedStation, SchemeFindings } from './check-scheme.ts'
import { stationIdOf } from './station.ts'

/** Kilometres outside the polygon at which it is no longer the digitising that is at fault. */
const far = 10
const misdrawnBelow = 0.25
/** Stations with a position that a seat must have before its polygon is judged by them. */
const enoughStations = 20

interface Seat {
  tested: number
  inside: number
}

/**
 * Tests the stations with a position against the polygon of their seat, where the seat has one. Answers how many could
 * be tested and the distance that counts as far.
 */
export function checkPlaces(
  stations: readonly LinedStation[],
  locator: SeatLocator,
  findings: SchemeFindings,
): { readonly tested: number; readonly far: number } {
  const seats = new Map<ConstituencyCode, Seat>()
  for (const { station, line } of stations) {
    const { constituency, number } = station
    if (station.at === null || !locator.knows(constituency)) continue
    const at = [station.at.longitude, station.at.latitude] as const
    let seat = seats.get(constituency)
    if (seat === undefined) {
      seat = { tested: 0, inside: 0 }
      seats.set(constituency, seat)
    }
    seat.tested++
    if (locator.inside(constituency, at)) {
      seat.inside++
      continue
    }
    const kilometres = Math.round((locator.distance(constituency, at) ?? 0) * 10) / 10
    const figures = { kilometres, liesIn: locator.find(at) ?? '' }
    findings.add('outside-seat', stationIdOf(constituency, number), [line], figures)
    if (kilometres > far) findings.add('far-outside-seat', stationIdOf(constituency, number), [line], figures)
  }
  let tested = 0
  for (const [code, seat] of seats) {
    tested += seat.tested
    if (seat.tested >= enoughStations && seat.inside < seat.tested * misdrawnBelow)
      findings.add('seat-misdrawn', code, [], { tested: seat.tested, inside: seat.inside })
  }
  return { tested, far }
}
