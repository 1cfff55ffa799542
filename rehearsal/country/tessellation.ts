import { Delaunay } from 'd3-delaunay'
import { centroid, city, doubleArea, inside, outline, type Point } from './outline.ts'
import type { Random } from './random.ts'

/** One cell of the map: the ring of a census block and the cells it shares an edge with. */
export interface Cell {
  /** Counter-clockwise, not closed, six decimals (about 10 cm); neighbours share these points exactly. */
  readonly ring: readonly Point[]
  readonly neighbours: readonly number[]
}

const bounds = {
  west: Math.min(...outline.map(([x]) => x)),
  east: Math.max(...outline.map(([x]) => x)),
  south: Math.min(...outline.map(([, y]) => y)),
  north: Math.max(...outline.map(([, y]) => y)),
}

/** How close a place is to the city: 1 in its middle, towards 0 in the countryside. */
export function urbanity([x, y]: Point): number {
  const dx = (x - city.centre[0]) / city.reach[0]
  const dy = (y - city.centre[1]) / city.reach[1]
  return Math.exp(-(dx * dx + dy * dy))
}

function scatter(count: number, random: Random): Point[] {
  const points: Point[] = []
  while (points.length < count) {
    const point: Point = [
      bounds.west + random.unit() * (bounds.east - bounds.west),
      bounds.south + random.unit() * (bounds.north - bounds.south),
    ]
    // Blocks hold about as many people everywhere, so there are many small ones in the city.
    if (random.unit() < 0.07 + 0.93 * urbanity(point) && inside(point, outline)) points.push(point)
  }
  return points
}

/** Cuts the outline down to a convex counter-clockwise cell (Sutherland–Hodgman with the cell as the window). */
function outlineWithin(cell: readonly Point[]): Point[] {
  let ring: Point[] = [...outline]
  for (let i = 0; i < cell.length; i++) {
    const [ax, ay] = cell[i] as Point
    const [bx, by] = cell[(i + 1) % cell.length] as Point
    const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const kept: Point[] = []
    for (let j = 0; j < ring.length; j++) {
      const from = ring[j] as Point
      const to = ring[(j + 1) % ring.length] as Point
      const before = side(from)
      const after = side(to)
      if (before >= 0) kept.push(from)
      if (before >= 0 !== after >= 0) {
        const t = before / (before - after)
        kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])])
      }
    }
    ring = kept
  }
  return ring
}

function cellRings(points: readonly Point[]): Point[][] {
  const voronoi = Delaunay.from(points as [number, number][]).voronoi([
    bounds.west - 1,
    bounds.south - 1,
    bounds.east + 1,
    bounds.north + 1,
  ])
  return points.map((_, index) => {
    // d3 repeats the first point at the end, and turns by the screen's y axis.
    const turned = voronoi.cellPolygon(index).slice(1) as Point[]
    const cell = doubleArea(turned) > 0 ? turned : turned.reverse()
    return cell.every((corner) => inside(corner, outline)) ? cell : outlineWithin(cell)
  })
}

const rounded = (ring: readonly Point[]): Point[] =>
  ring
    .map(([x, y]): Point => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6])
    .filter(([x, y], i, all) => {
      const [px, py] = all[(i + all.length - 1) % all.length] as Point
      return x !== px || y !== py
    })

/** Draws `count` cells that fill the outline without gap or overlap, smaller in the city. */
export function tessellate(count: number, random: Random): Cell[] {
  let points = scatter(count, random)
  // Lloyd: moving each point to the middle of its cell rounds the cells off. Off the outline it stays where it was.
  for (let round = 0; round < 3; round++)
    points = cellRings(points).map((ring, i) => {
      const middle = centroid(ring)
      return inside(middle, outline) ? middle : (points[i] as Point)
    })
  const rings = cellRings(points).map(rounded)

  const edges = new Map<string, number>()
  const neighbours = rings.map(() => new Set<number>())
  for (const [index, ring] of rings.entries())
    for (let i = 0; i < ring.length; i++) {
      const from = (ring[i] as Point).join()
      const to = (ring[(i + 1) % ring.length] as Point).join()
      const across = edges.get(`${to} ${from}`)
      edges.set(`${from} ${to}`, index)
      if (across === undefined) continue
      neighbours[index]?.add(across)
      neighbours[across]?.add(index)
    }
  return rings.map((ring, index) => ({ ring, neighbours: [...(neighbours[index] ?? [])].sort((a, b) => a - b) }))
}
