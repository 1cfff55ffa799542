import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmallCells } from './small-cells.ts'

const tables = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(1000)), { minLength: columns, maxLength: columns }),
    {
      minLength: rows,
      maxLength: rows,
    },
  ),
)

test('no small cell is published, what is published is true, and no line gives its one hidden cell away', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const shown = hideSmallCells(rows, 10)
      const cells = shown.flatMap((row, r) => row.map((count, c) => ({ count, truth: rows[r]?.[c] ?? 0 })))
      expect(cells.filter(({ count, truth }) => count !== null && truth > 0 && truth < 10)).toEqual([])
      expect(cells.filter(({ count, truth }) => count !== null && count !== truth)).toEqual([])
      const columns = (shown[0] ?? []).map((_, c) => shown.map((row) => row[c]))
      for (const line of [...shown, ...columns]) expect(line.filter((count) => count === null).length).not.toBe(1)
    }),
  )
})

test('a table without small cells is left as it is', () => {
  expect(
    hideSmallCells(
      [
        [10, 0],
        [500, 11],
      ],
      10,
    ),
  ).toEqual([
    [10, 0],
    [500, 11],
  ])
})
