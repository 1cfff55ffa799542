import {
  FindingList,
  problemKinds,
  ProblemList,
  type Finding,
  type ProblemReport,
} from '@intikhab/kernel/tables/findings'
import type { Boundary, Doubt } from './boundary.ts'
import { boundaryFindings } from './boundary-findings.ts'
import { areaOf, boxOf, contains, inBox, ringArea, type Area, type Box } from './geometry.ts'
import { compareConstituencies, findConstituencyCode, type ConstituencyCode } from './identifiers.ts'
import { readPolygons } from './read-geometry.ts'
import { selfCrossing } from './self-intersection.ts'

/** One feature of a boundary file, not yet trusted. */
export interface BoundaryFeature {
  readonly place: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

/** What the polygons are judged by. */
export interface BoundaryYardstick {
  /** Census population divided by the seats of the assembly. */
  readonly peoplePerSeat: number
  /** Nothing of the country may lie outside it. */
  readonly country: Box
  /** The seats that ought to have a polygon. */
  readonly expected: readonly ConstituencyCode[]
}

/** Pakistan with its coast, a little wider than its extreme points. */
export const pakistan: Box = [60.8, 23.5, 77.9, 37.2]

/** Above it nobody can live: Karachi Central, the densest district, had 43,000 people a square kilometre in 2017. */
const mostPeoplePerSquareKilometre = 60_000

const collapsedBelow = 0.01
const shatteredBelow = 2 / 3
const overlapAbove = 0.1
const dwarfedBelow = 0.02

/** What makes a file of boundaries unusable. */
export const boundaryProblems = problemKinds('delimitation', {
  'feature-without-seat': {
    en: 'Feature {place, number} does not say which seat it is: {field} is {found}.',
    ur: 'خصوصیت {place, number} نہیں بتاتی کہ کون سی نشست ہے: {field} {found} ہے۔',
  },
  'seat-twice': {
    en: 'Feature {place, number} is {found}, which feature {first, number} is already.',
    ur: 'خصوصیت {place, number} نشست {found} ہے جو خصوصیت {first, number} پہلے سے ہے۔',
  },
  'bad-geometry': {
    en: 'The geometry of {seat} is no polygon that can be drawn ({reason}): {found}',
    ur: '{seat} کی شکل ایسا کثیر الاضلاع نہیں جو کھینچا جا سکے ({reason}): {found}',
  },
})

type Checked =
  | {
      ok: true
      boundaries: readonly Boundary[]
      findings: readonly Finding[]
      totals: Readonly<Record<string, number>>
    }
  | { ok: false; refused: ProblemReport }

/**
 * Checks the polygons of a delimitation. A feature that names no seat, names one twice or has no drawable polygon makes
 * the file unusable. A polygon that can be drawn but cannot be the seat's is kept with its doubts: the map shows it so.
 */
export function checkBoundaries(
  file: string,
  features: readonly BoundaryFeature[],
  yardstick: BoundaryYardstick,
): Checked {
  const list = new ProblemList()
  const seen = new Map<ConstituencyCode, number>()
  const drawn: Omit<Boundary, 'doubts'>[] = []
  const strays = new Map<ConstituencyCode, number>()
  for (const { place, properties, geometry } of features) {
    const named = typeof properties['na'] === 'string' ? properties['na'] : ''
    const code = findConstituencyCode(named)
    if (code === undefined) {
      list.add(boundaryProblems['feature-without-seat'], { file, field: 'na', found: named, values: { place } })
      continue
    }
    const first = seen.get(code)
    if (first !== undefined)
      list.add(boundaryProblems['seat-twice'], { file, field: 'na', found: code, values: { place, first } })
    seen.set(code, place)
    const read = readPolygons(geometry)
    const box = read.ok ? boxOf(read.area) : undefined
    if (!read.ok || box === undefined) {
      const { reason, found } = read.ok ? { reason: 'short-ring', found: '' } : read
      list.add(boundaryProblems['bad-geometry'], { file, field: 'geometry', found, values: { seat: code, reason } })
      continue
    }
    if (read.strays > 0) strays.set(code, read.strays)
    drawn.push({ code, area: read.area, squareKilometres: areaOf(read.area), box, ...aboutSource(properties) })
  }
  if (list.count > 0) return { ok: false, refused: list.report() }
  drawn.sort((a, b) => compareConstituencies(a.code, b.code))

  const findings = new FindingList('delimitation', boundaryFindings)
  const boundaries = drawn.map((one): Boundary => {
    const doubts = doubtsOf(one, strays.get(one.code) ?? 0, drawn, yardstick)
    for (const { code, figures } of doubts) findings.add(code, one.code, [], figures)
    return { ...one, doubts }
  })
  for (const code of yardstick.expected) if (!seen.has(code)) findings.add('without-polygon', code, [])
  return {
    ok: true,
    boundaries,
    findings: findings.list({ most: mostPeoplePerSquareKilometre }),
    totals: {
      seats: drawn.length,
      squareKilometres: Math.round(drawn.reduce((sum, one) => sum + one.squareKilometres, 0)),
      impossible: boundaries.filter((one) => one.doubts.some(rulesOut)).length,
    },
  }
}

/** True if the doubt means that the polygon cannot be the seat's, whatever it was meant to be. */
export function rulesOut({ code }: Doubt): boolean {
  return code === 'collapsed' || code === 'too-small' || code === 'crosses-itself' || code === 'outside-country'
}

/** True if so little is left of the polygon that it says nothing about what lies in the seat. */
export function isUseless({ code }: Doubt): boolean {
  return code === 'collapsed' || code === 'too-small'
}

function aboutSource(properties: BoundaryFeature['properties']) {
  const said = (key: string) => (typeof properties[key] === 'string' ? properties[key] : '')
  const source = said('src')
  const inSource = /rms ([\d.]+) ?km/.exec(source)?.[1]
  const error = typeof properties['rms_km'] === 'number' ? properties['rms_km'] : Number(inSource ?? Number.NaN)
  return {
    source: source.slice(0, 300),
    approximate: properties['approx'] === true,
    errorKilometres: Number.isFinite(error) ? error : null,
    label: (said('name') || said('dist') || said('districts')).slice(0, 120),
  }
}

type Drawn = Omit<Boundary, 'doubts'>

function doubtsOf(one: Drawn, strays: number, all: readonly Drawn[], yardstick: BoundaryYardstick): Doubt[] {
  const doubts: Doubt[] = []
  const doubt = (code: Doubt['code'], figures: Doubt['figures'] = {}) => doubts.push({ code, figures })
  const area = one.squareKilometres
  const squareKilometres = Number(area.toFixed(4))
  if (area < collapsedBelow) doubt('collapsed', { squareKilometres })
  else if (yardstick.peoplePerSeat / area > mostPeoplePerSquareKilometre)
    doubt('too-small', { squareKilometres, peoplePerSquareKilometre: Math.round(yardstick.peoplePerSeat / area) })
  for (const [ring] of one.area) {
    const at = ring === undefined ? undefined : selfCrossing(ring)
    if (at === undefined) continue
    doubt('crosses-itself', { longitude: at[0], latitude: at[1] })
    break
  }
  const [west, south, east, north] = one.box
  if (!inBox([west, south], yardstick.country) || !inBox([east, north], yardstick.country)) doubt('outside-country')
  if (strays > 0) doubt('stray-lines', { strays })
  const largest = Math.max(...one.area.map(([outer]) => (outer === undefined ? 0 : ringArea(outer))))
  if (one.area.length > 1 && largest < area * shatteredBelow)
    doubt('shattered', { pieces: one.area.length, largestShare: Number((largest / area).toFixed(3)) })
  const dwarfing = all.find(
    (other) => other.label !== '' && other.label === one.label && area < other.squareKilometres * dwarfedBelow,
  )
  if (dwarfing !== undefined)
    doubt('dwarfed', {
      squareKilometres,
      by: dwarfing.code,
      itsSquareKilometres: Math.round(dwarfing.squareKilometres),
    })
  for (const [other, share] of overlapsOf(one, all))
    if (share > overlapAbove) doubt('overlaps', { with: other, share: Number(share.toFixed(2)) })
  if (one.approximate) doubt('approximate')
  return doubts
}

const grid = 16

/** The share of a polygon that lies inside others, by a grid of up to 256 points over its box. */
function overlapsOf(one: Drawn, all: readonly Drawn[]): Map<ConstituencyCode, number> {
  const [west, south, east, north] = one.box
  const near = all.filter(
    ({ code, box }) => code !== one.code && box[0] < east && box[2] > west && box[1] < north && box[3] > south,
  )
  const hits = new Map<ConstituencyCode, number>()
  let inside = 0
  for (let i = 0; i < grid; i++)
    for (let j = 0; j < grid; j++) {
      const at = [west + ((i + 0.5) / grid) * (east - west), south + ((j + 0.5) / grid) * (north - south)] as const
      if (!contains(one.area, at)) continue
      inside++
      for (const other of near)
        if (inBox(at, other.box) && contains(other.area satisfies Area, at))
          hits.set(other.code, (hits.get(other.code) ?? 0) + 1)
    }
  for (const [code, count] of hits) hits.set(code, count / inside)
  return hits
}
