import type { Position, Ring } from './geometry.ts'

const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** The first place where a ring crosses itself; undefined for a simple ring. A ring that only touches itself is simple. */
export function selfCrossing(ring: Ring): Position | undefined {
  const last = ring.length - 1
  for (let i = 0; i < last; i++) {
    const a = ring[i] as Position
    const b = ring[i + 1] as Position
    for (let j = i + 2; j < last; j++) {
      if (i === 0 && j === last - 1) continue
      if (cross(a, b, ring[j] as Position, ring[j + 1] as Position)) return ring[j]
    }
  }
  return undefined
}
