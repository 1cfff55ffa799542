import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf, contains, type Area, type Position, type Ring } from './geometry.ts'
import { drawMap, pathOf } from './map.ts'
import { constituencyCode } from './identifiers.ts'
import { asGeometry, dissolve, simplify } from './topology.ts'

const cell = (x: number, y: number): Area => [
  [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
]
const length = (area: Area) => area.flat().reduce((sum, ring) => sum + ring.length, 0)

test('nine cells around a tenth dissolve into a ring with a hole', () => {
  const cells = [0, 1, 2].flatMap((x) =>
    [0, 1, 2].map((y) => ({ group: x === 1 && y === 1 ? 'B' : 'A', area: cell(x, y) })),
  )
  const unions = dissolve(cells)
  expect(unions.get('A')?.map((polygon) => polygon.length)).toEqual([2])
  expect(contains(unions.get('A') ?? [], [1.5, 1.5])).toBe(false)
  expect(contains(unions.get('B') ?? [], [1.5, 1.5])).toBe(true)
})

test('however cells are shared out, the unions have the area of their cells', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 16, maxLength: 16 }), (groups) => {
      const cells = groups.map((group, i) => ({ group, area: cell(i % 4, Math.floor(i / 4)) }))
      for (const [group, area] of dissolve(cells)) {
        const parts = cells.filter((one) => one.group === group)
        expect(areaOf(area)).toBeCloseTo(
          parts.reduce((sum, one) => sum + areaOf(one.area), 0),
          4,
        )
      }
    }),
    { numRuns: 50 },
  )
})

/** Two seats with a wavy border between them. */
const wave: Position[] = Array.from({ length: 101 }, (_, i) => [10 + Math.sin(i / 3), i / 10])
const close = (ring: Position[]): Ring => [...ring, ring[0] as Position]
const neighbours = [
  { key: 'left', area: [[close([[0, 10], [0, 0], ...wave])]] },
  { key: 'right', area: [[close([[20, 0], [20, 10], ...[...wave].reverse()])]] },
]

test('simplified neighbours keep one border: no gap opens and nothing overlaps', () => {
  const simple = simplify(neighbours, { share: 0.01, most: 1 })
  const [left, right] = simple.map(({ area }) => area)
  expect(length(left ?? [])).toBeLessThan(length(neighbours[0]?.area ?? []) / 2)
  for (let x = 0.05; x < 20; x += 0.37)
    for (let y = 0.05; y < 10; y += 0.31)
      expect(Number(contains(left ?? [], [x, y])) + Number(contains(right ?? [], [x, y]))).toBe(1)
})

test('a seat is never simplified away', () => {
  const [only] = simplify([{ key: 'tiny', area: cell(0, 0) }], { share: 1, most: 1000 })
  expect(only?.area).toHaveLength(1)
})

test('outer rings are written counter-clockwise and holes clockwise, as RFC 7946 asks', () => {
  const clockwise: Ring = [
    [0, 0],
    [0, 3],
    [3, 3],
    [3, 0],
    [0, 0],
  ]
  const hole: Ring = [
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 2],
    [1, 1],
  ]
  expect(asGeometry([[clockwise, hole]]).coordinates).toEqual([
    [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 1],
        [1, 1],
      ],
    ],
  ])
})

test('a path is one absolute move a ring and relative steps', () => {
  expect(
    pathOf([
      [
        [
          [0, 0],
          [10, 0],
          [10, 5],
          [0, 5],
          [0, 0],
        ],
      ],
    ]),
  ).toBe('M0 0l10 0 0 5-10 0z')
})

test('a map fits its view box, and four small neighbours become an inset named after their city', () => {
  const seat = (number: number, name: string, area: Area) => ({
    code: constituencyCode('NA', number),
    name: { en: name, ur: name },
    province: 'punjab',
    area,
    squareKilometres: areaOf(area),
    doubts: [],
  })
  const small = (x: number, y: number): Area =>
    cell(x, y).map((rings) =>
      rings.map((ring) =>
        ring.map(([a, b]): Position => [70 + (a - x) * 0.05 + x * 0.05, 30 + (b - y) * 0.05 + y * 0.05]),
      ),
    )
  const map = drawMap(
    'test',
    [
      seat(1, 'Desert', [
        [
          [
            [60, 24],
            [70, 24],
            [70, 37],
            [60, 37],
            [60, 24],
          ],
        ],
      ]),
      ...[0, 1, 2, 3].map((i) => seat(i + 2, `Lahore-${i}`, small(i % 2, Math.floor(i / 2)))),
    ],
    'drawn for a test',
  )
  expect(map.insets.map(({ name, seats }) => [name.en, seats])).toEqual([['Lahore', ['NA-2', 'NA-3', 'NA-4', 'NA-5']]])
  expect(map.seats.map(({ inset }) => inset)).toEqual([undefined, 'inset-1', 'inset-1', 'inset-1', 'inset-1'])
  const [, , width, height] = map.viewBox
  for (const { centre } of map.seats)
    expect(centre[0] <= width && centre[1] <= height && centre[0] >= 0 && centre[1] >= 0).toBe(true)
})
