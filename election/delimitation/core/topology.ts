import { feature, merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { ringArea, type Area, type Position, type Ring } from './geometry.ts'

/** Something with a shape and a key: a seat, a census block, a cell of a tessellation. */
export interface Shape<K extends string = string> {
  readonly key: K
  readonly area: Area
}

type Shapes = Topology<{ shapes: GeometryCollection<{ key: string }> }>

function asTopology(shapes: readonly Shape[]): Shapes {
  const collection: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: shapes.map(({ key, area }) => ({
      type: 'Feature',
      properties: { key },
      geometry: {
        type: 'MultiPolygon',
        coordinates: area.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
      },
    })),
  }
  return topology({ shapes: collection }) as unknown as Shapes
}

function areaFrom(geometry: GeoJSON.Geometry): Area {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return polygons.map((polygon) => polygon.map((ring) => ring.map(([x = 0, y = 0]): Position => [x, y])))
}

/**
 * Unions of cells: blocks into seats, seats into provinces. Cells of one group that share whole edges (the same
 * positions, to the last digit) lose them; what is left is the outline of the group, holes included.
 */
export function dissolve<G extends string>(cells: Iterable<{ readonly group: G; readonly area: Area }>): Map<G, Area> {
  const groups = new Map<G, number[]>()
  const shapes: Shape[] = []
  for (const { group, area } of cells) {
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [shapes.length])
    else members.push(shapes.length)
    shapes.push({ key: String(shapes.length), area })
  }
  const shared = asTopology(shapes)
  const geometries = shared.objects.shapes.geometries as (Polygon | MultiPolygon)[]
  const unions = new Map<G, Area>()
  for (const [group, members] of groups) {
    const chosen = members.flatMap((index) => geometries[index] ?? [])
    unions.set(group, areaFrom(merge(shared, chosen)))
  }
  return unions
}

/** A position with the area of the triangle that it makes with its neighbours: what is lost when it is dropped. */
type Weighed = readonly [x: number, y: number, weight: number]

/**
 * Simplifies shapes together (Visvalingam), so that neighbours keep one common border. A position is dropped when less
 * than `share` of the smallest adjoining shape is lost by it, and never more than `most` (in the squared unit of the
 * coordinates): a city's seats keep their form where a desert's lose the same detail. Every ring keeps four positions.
 */
export function simplify<K extends string>(
  shapes: readonly Shape<K>[],
  { share, most }: { share: number; most: number },
): Shape<K>[] {
  const weighed = presimplify(asTopology(shapes))
  const smallest = smallestAdjoining(weighed, shapes)
  const arcs = weighed.arcs.map((arc, index) => {
    const least = Math.min(most, share * (smallest[index] ?? Infinity))
    return thinned(arc as unknown as Weighed[], least).map(([x, y]) => [x, y])
  })
  const simple = { ...weighed, arcs }
  return simple.objects.shapes.geometries.map((geometry, index) => {
    const area = areaFrom(feature(simple, geometry as MultiPolygon).geometry)
    return { key: shapes[index]?.key as K, area: area.filter(([outer]) => outer !== undefined && outer.length >= 4) }
  })
}

function thinned(arc: readonly Weighed[], least: number): readonly Weighed[] {
  const kept = arc.filter(([, , weight]) => weight >= least)
  const first = arc[0]
  const last = arc.at(-1)
  const isRing = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  if (!isRing || kept.length >= 4) return kept
  const heaviest = arc.map((position) => position[2]).sort((a, b) => b - a)[Math.min(4, arc.length) - 1] ?? 0
  return arc.filter(([, , weight]) => weight >= heaviest)
}

function smallestAdjoining(shared: Shapes, shapes: readonly Shape[]): number[] {
  const smallest: number[] = []
  for (const [index, geometry] of shared.objects.shapes.geometries.entries()) {
    const size = planarArea(shapes[index]?.area ?? [])
    for (const arc of arcsOf(geometry)) smallest[arc] = Math.min(smallest[arc] ?? Infinity, size)
  }
  return smallest
}

function arcsOf(geometry: object): number[] {
  const flat = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value < 0 ? ~value : value]
      : Array.isArray(value)
        ? (value as unknown[]).flatMap(flat)
        : []
  return 'arcs' in geometry ? flat(geometry.arcs) : []
}

function planarArea(area: Area): number {
  let sum = 0
  for (const [ring] of area) sum += planarRingArea(ring ?? [])
  return sum
}

/** Area of a ring in the squared unit of its coordinates. */
function planarRingArea(ring: Ring): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as Position
    const [bx, by] = ring[i + 1] as Position
    twice += ax * by - bx * ay
  }
  return Math.abs(twice) / 2
}

/** An area as a GeoJSON geometry (RFC 7946: outer rings counter-clockwise, holes clockwise). */
export function asGeometry(area: Area): GeoJSON.MultiPolygon {
  const wound = area.map((polygon) =>
    polygon.map((ring, index) => {
      const isClockwise = signedArea(ring) < 0
      const positions = ring.map(([x, y]) => [x, y])
      return isClockwise === (index === 0) ? positions.reverse() : positions
    }),
  )
  return { type: 'MultiPolygon', coordinates: wound }
}

function signedArea(ring: Ring): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as Position
    const [bx, by] = ring[i + 1] as Position
    twice += ax * by - bx * ay
  }
  return ringArea(ring) === 0 ? 0 : twice
}
