/** A point in degrees, longitude first, as GeoJSON has it. */
export type Point = readonly [longitude: number, latitude: number]

/**
 * The outline of the demonstration country: drawn by hand for this project after the general shape of Islamabad
 * Capital Territory (hills along the north-west, a long lobe to the south-east). It follows no surveyed boundary.
 * Counter-clockwise, not closed.
 */
export const outline: readonly Point[] = [
  [72.815, 33.628],
  [72.862, 33.596],
  [72.905, 33.6],
  [72.948, 33.578],
  [72.992, 33.582],
  [73.04, 33.556],
  [73.078, 33.548],
  [73.112, 33.52],
  [73.158, 33.506],
  [73.206, 33.502],
  [73.252, 33.514],
  [73.3, 33.53],
  [73.348, 33.552],
  [73.378, 33.582],
  [73.37, 33.616],
  [73.338, 33.642],
  [73.3, 33.662],
  [73.268, 33.694],
  [73.232, 33.726],
  [73.196, 33.756],
  [73.152, 33.782],
  [73.104, 33.794],
  [73.052, 33.786],
  [73.0, 33.772],
  [72.954, 33.75],
  [72.912, 33.73],
  [72.872, 33.706],
  [72.838, 33.676],
]

/** Where the generated city lies, and how far it reaches (degrees). */
export const city: { readonly centre: Point; readonly reach: Point } = { centre: [73.05, 33.69], reach: [0.1, 0.05] }

/** Twice the signed area of a ring; positive where it runs counter-clockwise. */
export function doubleArea(ring: readonly Point[]): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i] as Point
    const [x2, y2] = ring[(i + 1) % ring.length] as Point
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

/** Centre of gravity of a ring. */
export function centroid(ring: readonly Point[]): Point {
  let x = 0
  let y = 0
  const area = doubleArea(ring)
  // Relative to a corner: the products of whole coordinates would lose the digits that matter.
  const [x0, y0] = ring[0] as Point
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Point
    const [bx, by] = ring[(i + 1) % ring.length] as Point
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    x += (ax - x0 + bx - x0) * cross
    y += (ay - y0 + by - y0) * cross
  }
  return [x0 + x / (3 * area), y0 + y / (3 * area)]
}

/** True if the point lies inside the ring (even-odd rule). */
export function inside([x, y]: Point, ring: readonly Point[]): boolean {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point
    const [xj, yj] = ring[j] as Point
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within
  }
  return within
}
