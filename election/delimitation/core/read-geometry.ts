import type { Area, Position, Ring } from './geometry.ts'

/** A geometry as polygons, or the reason why it is none. `strays` counts lines and points that stood among them. */
export type PolygonReading =
  | { readonly ok: true; readonly area: Area; readonly strays: number }
  | {
      readonly ok: false
      readonly reason: 'not-a-polygon' | 'bad-position' | 'open-ring' | 'short-ring'
      readonly found: string
    }

type Fault = Extract<PolygonReading, { ok: false }>
const fault = (reason: Fault['reason'], found: unknown): Fault => ({
  ok: false,
  reason,
  found: JSON.stringify(found) ?? '',
})

/** Reads an untrusted GeoJSON geometry (RFC 7946 §3.1): Polygon, MultiPolygon, or a collection that holds some. */
export function readPolygons(geometry: unknown): PolygonReading {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry))
    return fault('not-a-polygon', geometry)
  const { type } = geometry
  if (type === 'GeometryCollection') return readCollection(geometry)
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : undefined
  if (type !== 'Polygon' && type !== 'MultiPolygon') return fault('not-a-polygon', type)
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : listOf(coordinates)
  const area: Ring[][] = []
  for (const polygon of polygons) {
    const rings: Ring[] = []
    for (const ring of listOf(polygon)) {
      const read = readRing(ring)
      if ('reason' in read) return read
      rings.push(read.ring)
    }
    if (rings.length > 0) area.push(rings)
  }
  return area.length === 0 ? fault('not-a-polygon', coordinates) : { ok: true, area, strays: 0 }
}

function readCollection(collection: object): PolygonReading {
  const members = 'geometries' in collection ? listOf(collection.geometries) : []
  const area: (readonly Ring[])[] = []
  let strays = 0
  for (const member of members) {
    const read = readPolygons(member)
    if (read.ok) {
      area.push(...read.area)
      strays += read.strays
    } else if (read.reason === 'not-a-polygon') strays++
    else return read
  }
  return area.length === 0 ? fault('not-a-polygon', 'GeometryCollection') : { ok: true, area, strays }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

function readRing(ring: unknown): { ring: Ring } | Fault {
  const positions: Position[] = []
  for (const position of listOf(ring)) {
    const [longitude, latitude] = listOf(position)
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return fault('bad-position', position)
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return fault('bad-position', position)
    positions.push([longitude, latitude])
  }
  const first = positions[0]
  const last = positions.at(-1)
  if (first === undefined || last === undefined || positions.length < 4) return fault('short-ring', ring)
  if (first[0] !== last[0] || first[1] !== last[1]) return fault('open-ring', [first, last])
  return { ring: positions }
}
