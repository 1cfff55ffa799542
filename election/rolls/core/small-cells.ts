/**
 * Published tables must not tell of single people. A cell that counts somebody, but fewer than `least`, is hidden;
 * and where a hidden cell could be worked out from a total, a second one beside it is hidden with it.
 */

/** Hides the small cells of a table whose row and column totals are published. Rows of equal length; null is hidden. */
export function hideSmallCells(rows: readonly (readonly number[])[], least: number): (number | null)[][] {
  const width = rows[0]?.length ?? 0
  const hidden = rows.map((row) => row.map((count) => count > 0 && count < least))
  // Each pass hides at least one more cell, so it ends; a line with one hidden cell gives it away by its total.
  for (let changed = true; changed;) {
    changed = false
    for (let r = 0; r < rows.length; r++)
      changed =
        hideSecond(
          Array.from({ length: width }, (_, c) => [r, c] as const),
          rows,
          hidden,
        ) || changed
    for (let c = 0; c < width; c++)
      changed =
        hideSecond(
          rows.map((_, r) => [r, c] as const),
          rows,
          hidden,
        ) || changed
  }
  return rows.map((row, r) => row.map((count, c) => (hidden[r]?.[c] === true ? null : count)))
}

/** Hides the smallest open, counted cell of a line in which exactly one cell is hidden. */
function hideSecond(
  line: readonly (readonly [number, number])[],
  rows: readonly (readonly number[])[],
  hidden: boolean[][],
): boolean {
  const open = line.filter(([r, c]) => hidden[r]?.[c] === false)
  if (line.length - open.length !== 1) return false
  const at = ([r, c]: readonly [number, number]) => rows[r]?.[c] ?? 0
  // A cell that counts nobody hides nothing; only if there is no other is it taken.
  const next = open.sort((a, b) => Number(at(a) === 0) - Number(at(b) === 0) || at(a) - at(b))[0]
  if (next === undefined) return false
  const row = hidden[next[0]]
  if (row !== undefined) row[next[1]] = true
  return true
}
