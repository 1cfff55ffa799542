import type { BlockCode } from '@intikhab/delimitation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RollPart } from '../register/voter.ts'
import { rangeFaults, refuseFaults, type DividedSeat } from './bifurcation.ts'

const block = '901010101' as BlockCode
const part = (fromSerial: number, toSerial: number): RollPart => ({ block, gender: 'male', fromSerial, toSerial })
const seatOf = (...parts: readonly RollPart[]): DividedSeat => ({
  seat: 'NA-1',
  blocks: [block],
  stations: parts.map((one, index) => ({ number: index + 1, parts: [one] })),
})
const lists = (male: number) => () => ({ male, female: 0, other: 0 })
const faultsOf = (last: number, ...parts: readonly RollPart[]) => [...rangeFaults([seatOf(...parts)], lists(last))]

test('ranges that cover a list exactly are in order, in whatever order they come', () => {
  expect(faultsOf(900, part(401, 900), part(1, 400))).toEqual([])
})

test('a hole, an overlap, an end beyond the list and a list without a station are named by block and serials', () => {
  expect(faultsOf(900, part(1, 400), part(411, 900))).toEqual([
    { fault: 'serials-uncovered', seat: 'NA-1', block, gender: 'male', from: 401, to: 410, stations: [] },
  ])
  expect(faultsOf(900, part(1, 405), part(401, 900))).toMatchObject([
    { fault: 'serials-overlap', from: 401, to: 405, stations: [1, 2] },
  ])
  expect(faultsOf(900, part(1, 950))).toMatchObject([{ fault: 'serials-beyond-list', from: 901, to: 950 }])
  expect(faultsOf(900, part(1, 800))).toMatchObject([{ fault: 'serials-uncovered', from: 801, to: 900 }])
  expect(faultsOf(900)).toMatchObject([{ fault: 'serials-uncovered', from: 1, to: 900 }])
})

test('the refusal names the first fault and how many there are', () => {
  expect(refuseFaults(rangeFaults([seatOf(part(1, 400), part(411, 950))], lists(900)))).toMatchObject({
    refusal: {
      kind: { code: 'rolls.serials-uncovered' },
      detail: { seat: 'NA-1', block, gender: 'male', from: 401, to: 410, faults: 2 },
    },
  })
  expect(refuseFaults([])).toEqual({ ok: true, value: undefined })
})

test('there is no fault exactly if each serial of the list is served once and no other is served', () => {
  const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 15 })), { maxLength: 4 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), ranges, (last, given) => {
      const parts = given.map(([from, more]) => part(from, from + more))
      const served = Array.from(
        { length: 60 },
        (_, i) => parts.filter((one) => i + 1 >= one.fromSerial && i + 1 <= one.toSerial).length,
      )
      const isExact = served.every((times, i) => times === (i + 1 <= last ? 1 : 0))
      expect(faultsOf(last, ...parts).length === 0).toBe(isExact)
    }),
  )
})
