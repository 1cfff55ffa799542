import type { Text } from '@intikhab/kernel/language'
import { boxOf, type Area, type Box, type Position } from './geometry.ts'
import type { ConstituencyCode } from './identifiers.ts'
import { simplify } from './topology.ts'

/** `map.json` of a map edition: every seat as an SVG path in one coordinate system, y downwards. */
export interface SeatMap {
  readonly format: 'intikhab-map/1'
  readonly delimitationId: string
  /** `viewBox` of the whole country. One unit is the same distance everywhere along a meridian. */
  readonly viewBox: ViewBox
  /** Of the makers of the boundaries; shown wherever the map is shown. */
  readonly attribution: string
  readonly seats: readonly MapSeat[]
  /** Cities whose seats are too small to be seen: parts of the same coordinate system to be shown larger. */
  readonly insets: readonly MapInset[]
}

export type ViewBox = readonly [x: number, y: number, width: number, height: number]

export interface MapSeat {
  readonly code: ConstituencyCode
  readonly nameEn: string
  readonly nameUr: string
  readonly province: string
  /** SVG path data. */
  readonly d: string
  /** Where a label may stand. */
  readonly centre: readonly [x: number, y: number]
  readonly squareKilometres: number
  /** Codes of the reasons for which the polygon is not to be trusted; empty for a sound one. */
  readonly doubts: readonly string[]
  /** The inset that shows the seat larger. */
  readonly inset?: string
}

export interface MapInset {
  readonly id: string
  readonly name: Text
  readonly viewBox: ViewBox
  readonly seats: readonly ConstituencyCode[]
}

/** What the map knows of a seat before it is drawn. */
export interface SeatToDraw {
  readonly code: ConstituencyCode
  readonly name: Text
  readonly province: string
  readonly area: Area
  readonly squareKilometres: number
  readonly doubts: readonly string[]
}

/** Units across the map: a step is 160 m for a country sixteen degrees wide, and coordinates stay whole numbers. */
const width = 10_000

/** Draws the seats of a delimitation: projects, simplifies together, writes paths, and finds the cities to enlarge. */
export function drawMap(
  delimitationId: string,
  seats: readonly SeatToDraw[],
  attribution: string,
  { share = 0.003, most = 150 } = {},
): SeatMap {
  const box = boxOf(seats.flatMap((seat) => seat.area)) ?? [0, 0, 1, 1]
  const { project, height } = projection(box)
  const shapes = seats.map(({ code, area }) => ({
    key: code,
    area: area.map((polygon) => polygon.map((ring) => ring.map(project))),
  }))
  const drawn = simplify(shapes, { share, most })
  const insets = findInsets(
    drawn.map(({ key, area }) => ({ code: key, box: boxOf(area) ?? ([0, 0, 0, 0] as const) })),
    new Map(seats.map((seat) => [seat.code, seat.name])),
  )
  const insetOf = new Map(insets.flatMap((inset) => inset.seats.map((code) => [code, inset.id])))
  return {
    format: 'intikhab-map/1',
    delimitationId,
    viewBox: [0, 0, width, height],
    attribution,
    seats: seats.map((seat, index): MapSeat => {
      const area = drawn[index]?.area ?? []
      const inset = insetOf.get(seat.code)
      return {
        code: seat.code,
        nameEn: seat.name.en,
        nameUr: seat.name.ur,
        province: seat.province,
        d: pathOf(area),
        centre: centreOf(area),
        squareKilometres: Number(seat.squareKilometres.toFixed(1)),
        doubts: seat.doubts,
        ...(inset === undefined ? {} : { inset }),
      }
    }),
    insets,
  }
}

/** Equirectangular about the middle latitude, to whole units; true to shape within two percent at Pakistan's extent. */
function projection([west, south, east, north]: Box): { project(at: Position): Position; height: number } {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * narrowing || 1)
  return {
    project: ([longitude, latitude]) => [
      Math.round((longitude - west) * narrowing * scale),
      Math.round((north - latitude) * scale),
    ],
    height: Math.ceil((north - south) * scale),
  }
}

/** SVG path data of an area in whole units: one absolute move a ring, then relative steps. */
export function pathOf(area: Area): string {
  let path = ''
  for (const polygon of area)
    for (const ring of polygon) {
      let [x, y] = [NaN, NaN]
      let steps = ''
      for (const [nextX, nextY] of ring.slice(0, -1)) {
        if (Number.isNaN(x)) path += `M${nextX} ${nextY}`
        else if (nextX !== x || nextY !== y) steps += `${signed(nextX - x, steps !== '')}${signed(nextY - y, true)}`
        ;[x, y] = [nextX, nextY]
      }
      path += steps === '' ? 'h1v1z' : `l${steps}z`
    }
  return path
}

const signed = (step: number, separated: boolean) => (separated && step >= 0 ? ` ${step}` : String(step))

/** Centre of the box of the largest piece. */
function centreOf(area: Area): readonly [number, number] {
  let largest: Box = [0, 0, 0, 0]
  const size = ([west, south, east, north]: Box) => (east - west) * (north - south)
  for (const polygon of area) {
    const box = boxOf([polygon])
    if (box !== undefined && size(box) >= size(largest)) largest = box
  }
  return [Math.round((largest[0] + largest[2]) / 2), Math.round((largest[1] + largest[3]) / 2)]
}

/** A seat whose box is narrower than this many units can hardly be seen or clicked. */
const hardToSee = 160
/** Seats of one city lie closer together than this. */
const together = 130
const fewest = 4

interface Boxed {
  readonly code: ConstituencyCode
  readonly box: Box
}

function findInsets(seats: readonly Boxed[], names: ReadonlyMap<ConstituencyCode, Text>): MapInset[] {
  const small = seats.filter(({ box }) => Math.max(box[2] - box[0], box[3] - box[1]) < hardToSee)
  const waiting = new Set(small)
  const insets: MapInset[] = []
  for (const first of small) {
    if (!waiting.delete(first)) continue
    const group = [first]
    for (const member of group)
      for (const other of waiting)
        if (gap(member.box, other.box) < together) {
          waiting.delete(other)
          group.push(other)
        }
    if (group.length < fewest) continue
    const [west, south, east, north] = joined(group.map(({ box }) => box))
    const margin = Math.round((east - west) * 0.06) + 4
    insets.push({
      id: `inset-${insets.length + 1}`,
      name: commonName(group.flatMap(({ code }) => names.get(code) ?? [])),
      viewBox: [west - margin, south - margin, east - west + 2 * margin, north - south + 2 * margin],
      seats: group.map(({ code }) => code),
    })
  }
  return insets
}

const gap = (a: Box, b: Box) => Math.max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3])

function joined(boxes: readonly Box[]): Box {
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ])
}

/** The first word that most of the names begin with: `Lahore-I`, `Lahore-II` are Lahore. */
function commonName(names: readonly Text[]): Text {
  const most = (words: string[]) => {
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  }
  const firstWord = (name: string) => name.split(/[\s\-–]/)[0] ?? ''
  return { en: most(names.map(({ en }) => firstWord(en))), ur: most(names.map(({ ur }) => firstWord(ur))) }
}
