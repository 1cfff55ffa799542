import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import type { Country } from './country.ts'
import type { CountryBlock } from './geography.ts'
import type { Point } from './outline.ts'

/** What the map knows of a census block. */
export interface BlockProperties {
  readonly code: string
  readonly circle: string
  readonly charge: string
  readonly seat: string
  readonly population: number
  readonly households: number
}

const closed = (ring: readonly Point[]): Position[] => [...ring, ring[0] as Point].map(([x, y]) => [x, y])

/** Every census block as a GeoJSON polygon (RFC 7946: counter-clockwise, WGS 84); neighbours share their corners exactly. */
export function blockMap(country: Country): FeatureCollection<Polygon, BlockProperties> {
  return {
    type: 'FeatureCollection',
    features: country.blocks.map((block) => ({
      type: 'Feature',
      properties: {
        code: block.code,
        circle: country.circles[block.circle]?.code ?? '',
        charge: country.charges[block.charge]?.code ?? '',
        seat: country.seats[block.seat]?.code ?? '',
        population: block.population,
        households: block.households,
      },
      geometry: { type: 'Polygon', coordinates: [closed(block.ring)] },
    })),
  }
}

/** The outer rings of a union of blocks: the edges that only one of them has, strung together. */
function unionRings(blocks: readonly CountryBlock[]): Point[][] {
  const next = new Map<string, { from: Point; to: Point }>()
  const inner = new Set<string>()
  for (const { ring } of blocks)
    for (let i = 0; i < ring.length; i++) inner.add(`${ring[i]?.join()} ${ring[(i + 1) % ring.length]?.join()}`)
  for (const { ring } of blocks)
    for (let i = 0; i < ring.length; i++) {
      const from = ring[i] as Point
      const to = ring[(i + 1) % ring.length] as Point
      if (!inner.has(`${to.join()} ${from.join()}`)) next.set(from.join(), { from, to })
    }
  const rings: Point[][] = []
  while (next.size > 0) {
    const ring: Point[] = []
    let edge = next.values().next().value
    while (edge !== undefined) {
      next.delete(edge.from.join())
      ring.push(edge.from)
      edge = next.get(edge.to.join())
    }
    rings.push(ring)
  }
  return rings
}

/** The seats as unions of their blocks. */
export function seatMap(
  country: Country,
): FeatureCollection<MultiPolygon, { code: string; nameEn: string; nameUr: string }> {
  const features = country.seats.map(
    (seat): Feature<MultiPolygon, { code: string; nameEn: string; nameUr: string }> => ({
      type: 'Feature',
      properties: { code: seat.code, nameEn: seat.name.en, nameUr: seat.name.ur },
      geometry: {
        type: 'MultiPolygon',
        coordinates: unionRings(seat.blocks.map((block) => country.blocks[block] as CountryBlock)).map((ring) => [
          closed(ring),
        ]),
      },
    }),
  )
  return { type: 'FeatureCollection', features }
}
