/** Longitude and latitude in degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number]
/** Closed: the last position repeats the first. */
export type Ring = readonly Position[]
/** Polygons, each an outer ring and its holes. */
export type Area = readonly (readonly Ring[])[]

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Radius of the sphere that PostGIS uses for `ST_Area(geography, false)`, in kilometres. */
const earthRadius = 6371.0088
const radian = Math.PI / 180

/** Area of a ring on the sphere in square kilometres, never negative (Chamberlain and Duquette 2007, JPL 07-03). */
export function ringArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [longitude, latitude] = ring[i] as Position
    const [nextLongitude, nextLatitude] = ring[i + 1] as Position
    sum += (nextLongitude - longitude) * radian * (2 + Math.sin(latitude * radian) + Math.sin(nextLatitude * radian))
  }
  return Math.abs((sum * earthRadius * earthRadius) / 2)
}

/** Area on the sphere in square kilometres; holes are taken off. */
export function areaOf(area: Area): number {
  let sum = 0
  for (const polygon of area)
    for (const [index, ring] of polygon.entries()) sum += index === 0 ? ringArea(ring) : -ringArea(ring)
  return sum
}

/** The smallest box that holds the area; undefined for an area of nothing. */
export function boxOf(area: Area): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [ring] of area)
    for (const [longitude, latitude] of ring ?? []) {
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  return west === Infinity ? undefined : [west, south, east, north]
}

/** True if the position lies in the box or on its edge. */
export function inBox([longitude, latitude]: Position, [west, south, east, north]: Box): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

/** True if the position lies inside the area (even-odd rule over all rings); on an edge either answer may come. */
export function contains(area: Area, [x, y]: Position): boolean {
  let inside = false
  for (const polygon of area)
    for (const ring of polygon)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i] as Position
        const [bx, by] = ring[j] as Position
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      }
  return inside
}

/** Distance between two positions along the sphere, in kilometres. */
export function distance([x1, y1]: Position, [x2, y2]: Position): number {
  const half = (angle: number) => Math.sin((angle * radian) / 2) ** 2
  const a = half(y2 - y1) + Math.cos(y1 * radian) * Math.cos(y2 * radian) * half(x2 - x1)
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(a)))
}

/** Distance from a position to the nearest edge of the area in kilometres; right to a percent up to some hundred kilometres. */
export function distanceToEdge(area: Area, at: Position): number {
  const scale = Math.cos(at[1] * radian)
  let least = Infinity
  for (const polygon of area)
    for (const ring of polygon)
      for (let i = 0; i + 1 < ring.length; i++) {
        const ax = ((ring[i] as Position)[0] - at[0]) * scale
        const ay = (ring[i] as Position)[1] - at[1]
        const dx = ((ring[i + 1] as Position)[0] - at[0]) * scale - ax
        const dy = (ring[i + 1] as Position)[1] - at[1] - ay
        const length = dx * dx + dy * dy
        const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
        least = Math.min(least, (ax + along * dx) ** 2 + (ay + along * dy) ** 2)
      }
  return Math.sqrt(least) * radian * earthRadius
}
