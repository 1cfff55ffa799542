import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf, contains, distance, distanceToEdge, ringArea, type Position, type Ring } from './geometry.ts'
import { readPolygons } from './read-geometry.ts'
import { selfCrossing } from './self-intersection.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

test('one degree square at the equator and at 33° north have the areas of the sphere', () => {
  // R² · Δλ · (sin φ₂ − sin φ₁) with R = 6371.0088 km
  expect(ringArea(box(0, 0, 1, 1))).toBeCloseTo(12363.7, 0)
  expect(ringArea(box(72, 33, 73, 34)) / 10310.32).toBeCloseTo(1, 4)
})

test('the direction of a ring does not matter and a hole is taken off', () => {
  const outer = box(70, 30, 71, 31)
  const hole = box(70.25, 30.25, 70.75, 30.75)
  expect(ringArea([...outer].reverse())).toBeCloseTo(ringArea(outer), 9)
  expect(areaOf([[outer, hole]])).toBeCloseTo(ringArea(outer) - ringArea(hole), 9)
})

test('a position in a hole is outside', () => {
  const area = [[box(70, 30, 71, 31), box(70.25, 30.25, 70.75, 30.75)]]
  expect([contains(area, [70.1, 30.1]), contains(area, [70.5, 30.5]), contains(area, [72, 30.5])]).toEqual([
    true,
    false,
    false,
  ])
})

test('Karachi and Islamabad lie 1,140 km apart, and the edge of a box is as far as its nearest side', () => {
  expect(distance([67.0011, 24.8607], [73.0479, 33.6844])).toBeCloseTo(1141, -1)
  expect(distanceToEdge([[box(70, 30, 71, 31)]], [71.1, 30.5])).toBeCloseTo(distance([71, 30.5], [71.1, 30.5]), 1)
})

test('a bow tie crosses itself; a ring that touches itself does not', () => {
  const bowTie: Ring = [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ]
  const touching: Ring = [
    [0, 0],
    [2, 0],
    [1, 1],
    [2, 2],
    [0, 2],
    [1, 1],
    [0, 0],
  ]
  expect(selfCrossing(bowTie)).toBeDefined()
  expect(selfCrossing(touching)).toBeUndefined()
})

test('the lines of a collection are counted and its polygons kept', () => {
  const polygon = { type: 'Polygon', coordinates: [box(0, 0, 1, 1)] }
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  }
  expect(readPolygons({ type: 'GeometryCollection', geometries: [polygon, line, polygon] })).toMatchObject({
    ok: true,
    strays: 1,
    area: { length: 2 },
  })
})

test('cutting a box in two neither gains nor loses area, and each position lies in exactly one half', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      (cut, [x, y]) => {
        const [left, right] = [box(70, 30, 70 + cut, 31), box(70 + cut, 30, 71, 31)]
        expect(ringArea(left) + ringArea(right)).toBeCloseTo(ringArea(box(70, 30, 71, 31)), 6)
        const at: Position = [70 + 0.001 + x * 0.998, 30 + 0.001 + y * 0.998]
        fc.pre(Math.abs(at[0] - 70 - cut) > 1e-9)
        expect(Number(contains([[left]], at)) + Number(contains([[right]], at))).toBe(1)
      },
    ),
  )
})
