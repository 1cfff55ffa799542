import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { rollsRefusals } from '../refusals.ts'
import type { Gender, RollPart } from '../register/voter.ts'
import type { ByGender } from './list-format.ts'

/** A seat's electoral areas, and which serials of their lists each of its polling stations serves. */
export interface DividedSeat {
  readonly seat: string
  readonly blocks: readonly string[]
  readonly stations: readonly { readonly number: number; readonly parts: readonly RollPart[] }[]
}

/** What is wrong with the division of a list between the stations of a seat. */
export interface RangeFault {
  readonly fault: 'serials-overlap' | 'serials-uncovered' | 'serials-beyond-list'
  readonly seat: string
  readonly block: string
  readonly gender: Gender
  /** The serials at fault, both ends included. */
  readonly from: number
  readonly to: number
  /** The stations that serve them; the second only where two do. */
  readonly stations: readonly number[]
}

/** The scheme serves men's and women's lists; a third list has no station of its own in it. */
const divided = ['male', 'female'] as const

/**
 * Every serial of every list is served by exactly one station of the seat: `last` gives the last serial of each list of an
 * area (zeros for one without voters). Whoever was enrolled after the ranges were drawn stands outside them: the scheme
 * then needs its next version, and nobody is sent to a station by a guess.
 */
export function* rangeFaults(seats: Iterable<DividedSeat>, last: (block: string) => ByGender): Generator<RangeFault> {
  for (const { seat, blocks, stations } of seats) {
    const ranges = new Map<string, { from: number; to: number; station: number }[]>()
    for (const { number: station, parts } of stations)
      for (const { block, gender, fromSerial: from, toSerial: to } of parts) {
        const key = `${block}/${gender}`
        ranges.set(key, [...(ranges.get(key) ?? []), { from, to, station }])
      }
    const all = new Set([...blocks, ...[...ranges.keys()].map((key) => key.slice(0, 9))])
    for (const block of all)
      for (const gender of divided) {
        const end = last(block)[gender]
        const list = { seat, block, gender }
        let next = 1
        let before = 0
        for (const { from, to, station } of (ranges.get(`${block}/${gender}`) ?? []).sort((a, b) => a.from - b.from)) {
          if (from > next && next <= end)
            yield { fault: 'serials-uncovered', ...list, from: next, to: Math.min(from - 1, end), stations: [] }
          if (from < next)
            yield { fault: 'serials-overlap', ...list, from, to: Math.min(to, next - 1), stations: [before, station] }
          if (to > end)
            yield { fault: 'serials-beyond-list', ...list, from: Math.max(from, end + 1), to, stations: [station] }
          next = Math.max(next, to + 1)
          before = station
        }
        if (next <= end) yield { fault: 'serials-uncovered', ...list, from: next, to: end, stations: [] }
      }
  }
}

/** Refuses with the first fault: `serials-overlap`, `serials-uncovered`, `serials-beyond-list`, naming block and serials. */
export function refuseFaults(faults: Iterable<RangeFault>): Outcome<void> {
  const [first, ...others] = faults
  if (first === undefined) return accept(undefined)
  const { fault, stations, ...where } = first
  return refuse(rollsRefusals[fault], {
    field: '/stations',
    detail: {
      ...where,
      ...(stations.length === 0 ? {} : { stations: stations.join(', ') }),
      faults: others.length + 1,
    },
  })
}
