import type { Point } from './outline.ts'

/** What the partition needs to know of a cell. */
export interface Place {
  readonly centre: Point
  readonly weight: number
  readonly neighbours: readonly number[]
}

/** The connected parts of a set of cells, largest weight first. */
export function connectedParts(members: ReadonlySet<number>, places: readonly Place[]): number[][] {
  const left = new Set(members)
  const parts: { cells: number[]; weight: number }[] = []
  for (const start of members) {
    if (!left.delete(start)) continue
    const cells = [start]
    for (const cell of cells)
      for (const next of (places[cell] as Place).neighbours) if (left.delete(next)) cells.push(next)
    parts.push({ cells, weight: weightOf(cells, places) })
  }
  return parts.sort((a, b) => b.weight - a.weight).map((part) => part.cells)
}

function weightOf(cells: Iterable<number>, places: readonly Place[]): number {
  let weight = 0
  for (const cell of cells) weight += (places[cell] as Place).weight
  return weight
}

/** Cells in the order in which a line sweeps over them along their longer side. */
function swept(cells: readonly number[], places: readonly Place[]): number[] {
  const mean = [0, 1].map(
    (axis) => cells.reduce((sum, cell) => sum + (places[cell] as Place).centre[axis as 0 | 1], 0) / cells.length,
  )
  let xx = 0
  let yy = 0
  let xy = 0
  for (const cell of cells) {
    const [x, y] = (places[cell] as Place).centre
    const dx = x - (mean[0] ?? 0)
    const dy = y - (mean[1] ?? 0)
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  // Direction of the larger eigenvector of the covariance.
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const along = (cell: number) => {
    const [x, y] = (places[cell] as Place).centre
    return x * Math.cos(angle) + y * Math.sin(angle)
  }
  return [...cells].sort((a, b) => along(a) - along(b) || a - b)
}

/** Moves stray bits across until both halves hang together. */
function join(first: Set<number>, second: Set<number>, places: readonly Place[]): void {
  for (let round = 0; round < 20; round++) {
    const strays = [first, second].map((half) => connectedParts(half, places).slice(1).flat())
    if (strays.every((stray) => stray.length === 0)) return
    // One half at a time: a stray of one is always touched by the other, since the whole hangs together.
    const [from, to, stray] = strays[0]?.length ? [first, second, strays[0]] : [second, first, strays[1] ?? []]
    for (const cell of stray) {
      from.delete(cell)
      to.add(cell)
    }
  }
  throw new Error('two halves of the map would not hang together')
}

/** Hands border cells from the heavier half to the lighter as long as that brings `first` nearer to its target. */
function balance(first: Set<number>, second: Set<number>, target: number, places: readonly Place[]): void {
  let weight = weightOf(first, places)
  for (let moves = 0; moves < 60; moves++) {
    const [from, to, sign] = weight > target ? [first, second, -1] : [second, first, 1]
    const better = [...from]
      .filter((cell) => (places[cell] as Place).neighbours.some((next) => to.has(next)))
      .map((cell) => ({ cell, off: Math.abs(weight + sign * (places[cell] as Place).weight - target) }))
      .filter(({ off }) => off < Math.abs(weight - target))
      .sort((a, b) => a.off - b.off || a.cell - b.cell)
      .find(({ cell }) => {
        const rest = new Set(from)
        rest.delete(cell)
        return rest.size > 0 && connectedParts(rest, places).length === 1
      })
    if (better === undefined) return
    from.delete(better.cell)
    to.add(better.cell)
    weight += sign * (places[better.cell] as Place).weight
  }
}

/**
 * Splits connected `cells` into `parts` connected groups of nearly equal weight, by halving again and again.
 * The groups come in sweep order. Throws if there are fewer cells than parts.
 */
export function partition(cells: readonly number[], parts: number, places: readonly Place[]): number[][] {
  if (cells.length < parts) throw new RangeError(`${cells.length} cells cannot make ${parts} parts`)
  if (parts === 1) return [[...cells].sort((a, b) => a - b)]
  const firstParts = Math.floor(parts / 2)
  const target = (weightOf(cells, places) * firstParts) / parts
  const order = swept(cells, places)
  let upTo = 0
  let weight = 0
  while (upTo < order.length) {
    const next = (places[order[upTo] as number] as Place).weight
    const roomLeft = order.length - upTo > parts - firstParts
    if (upTo >= firstParts && (weight + next / 2 > target || !roomLeft)) break
    weight += next
    upTo++
  }
  const first = new Set(order.slice(0, upTo))
  const second = new Set(order.slice(upTo))
  join(first, second, places)
  balance(first, second, target, places)
  return [...partition([...first], firstParts, places), ...partition([...second], parts - firstParts, places)]
}
