import type { Box, Constituency, ConstituencyCode, SeatLocator } from '@intikhab/delimitation'
import {
  FindingList,
  problemKinds,
  ProblemList,
  type Finding,
  type ProblemReport,
} from '@intikhab/kernel/tables/findings'
import { findGaps } from './gaps.ts'
import { readPosition } from './position.ts'
import { schemeFindings } from './scheme-findings.ts'
import { checkPlaces } from './check-places.ts'
import { totalsOf } from './scheme.ts'
import { kindByVoters, stationIdOf, type PollingStation } from './station.ts'

/** One line of a scheme as the commission publishes it, its seat already read. */
export interface SchemeRow {
  readonly line: number
  /** Name of the page it was taken from, e.g. `11_101_NA`. */
  readonly file: string
  readonly constituency: ConstituencyCode
  readonly constituencyName: string
  readonly serial: number
  readonly number: number
  readonly name: string
  readonly maleBooths: number
  readonly femaleBooths: number
  readonly totalBooths: number
  readonly maleVoters: number
  readonly femaleVoters: number
  readonly totalVoters: number
  readonly latitude: string
  readonly longitude: string
}

/** What a scheme is held against. */
export interface SchemeYardstick {
  /** The seats of the delimitation. */
  readonly constituencies: readonly Constituency[]
  readonly locator: SeatLocator
  readonly country: Box
  /** Ordinary most of voters by s.59, from the election's rule pack. */
  readonly votersPerStation: number
  readonly votersPerBooth: number
}

/** A station and the line from which it was taken. */
export interface LinedStation {
  readonly station: PollingStation
  readonly line: number
}

export interface CheckedScheme {
  readonly stations: readonly PollingStation[]
  readonly totals: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

export type SchemeFindings = FindingList<keyof typeof schemeFindings>

export const schemeProblems = problemKinds('polling-scheme', {
  'unknown-constituency': {
    en: 'The delimitation has no seat {found}.',
    ur: 'حلقہ بندی میں {found} نام کا کوئی حلقہ نہیں۔',
  },
  'number-taken': {
    en: 'Station {found} is already another one on line {first, number}: {differs} differs.',
    ur: 'پولنگ اسٹیشن {found} سطر {first, number} پر پہلے سے کوئی اور ہے: {differs} مختلف ہے۔',
  },
  'not-a-constituency': {
    en: '“{found}” does not name a seat as `NA- 40 - Tribal Area - I` does.',
    ur: '”{found}“ میں حلقے کا نام `NA- 40 - Tribal Area - I` کی طرح درج نہیں۔',
  },
})

/**
 * Checks the lines of a scheme. Two different stations under one number make the file unusable, for no form could say
 * which of the two it comes from; so does a seat that the delimitation lacks. The same station listed again (equal
 * number, name, booths and voters) is imported once, from its first line, and both lines are reported.
 */
export function checkScheme(
  file: string,
  rows: readonly SchemeRow[],
  yardstick: SchemeYardstick,
): { ok: true; scheme: CheckedScheme } | { ok: false; refused: ProblemReport } {
  const problems = new ProblemList()
  const findings: SchemeFindings = new FindingList('polling-scheme', schemeFindings)
  const known = new Map(yardstick.constituencies.map((one) => [one.code, one]))
  const first = new Map<string, SchemeRow>()
  const kept: SchemeRow[] = []
  for (const row of rows) {
    const id = stationIdOf(row.constituency, row.number)
    const before = first.get(id)
    if (!known.has(row.constituency))
      problems.add(schemeProblems['unknown-constituency'], {
        file,
        line: row.line,
        field: 'constituency',
        found: row.constituency,
      })
    if (before === undefined) {
      first.set(id, row)
      kept.push(row)
      continue
    }
    const differs = figuresOf.find((field) => row[field] !== before[field])
    if (differs !== undefined)
      problems.add(schemeProblems['number-taken'], {
        file,
        line: row.line,
        field: 'ps_no',
        found: id,
        values: { first: before.line, differs },
      })
    else reportRepeat(id, before, row, findings)
  }
  if (problems.count > 0) return { ok: false, refused: problems.report() }

  const lined = kept.map((row): LinedStation => ({ station: stationOf(row, yardstick, findings), line: row.line }))
  const stations = lined.map(({ station }) => station)
  checkLists(rows, known, findings)
  for (const row of kept) checkFigures(row, findings)
  const { tested, far } = checkPlaces(lined, yardstick.locator, findings)
  const present = new Set(stations.map((station) => station.constituency))
  for (const { code, name } of yardstick.constituencies)
    if (!present.has(code)) findings.add('missing-seat', code, [], { name: name.en })
  const { votersPerStation, votersPerBooth } = yardstick
  return {
    ok: true,
    scheme: {
      stations,
      totals: figuresOfAll(rows.length, stations, tested),
      findings: findings.list({ votersPerStation, votersPerBooth, tested, far }),
    },
  }
}

const figuresOf = [
  'name',
  'maleBooths',
  'femaleBooths',
  'totalBooths',
  'maleVoters',
  'femaleVoters',
  'totalVoters',
] as const

function reportRepeat(id: string, before: SchemeRow, again: SchemeRow, findings: SchemeFindings): void {
  const lines = [before.line, again.line]
  findings.add('repeated', id, lines)
  if (before.latitude !== again.latitude || before.longitude !== again.longitude)
    findings.add('repeat-elsewhere', id, lines, {
      first: `${before.latitude} ${before.longitude}`.trim(),
      second: `${again.latitude} ${again.longitude}`.trim(),
    })
}

const positionFindings = {
  none: 'without-position',
  half: 'half-a-position',
  unreadable: 'unreadable-position',
  zero: 'zero-position',
  swapped: 'swapped-position',
  'outside-country': 'outside-country',
} as const

function stationOf(row: SchemeRow, yardstick: SchemeYardstick, findings: SchemeFindings): PollingStation {
  const { line, latitude, longitude } = row
  const id = stationIdOf(row.constituency, row.number)
  const read = readPosition(latitude, longitude, yardstick.country)
  if (read.state !== 'good')
    findings.add(positionFindings[read.state], id, [line], read.state === 'none' ? {} : { latitude, longitude })
  const booths = row.maleBooths + row.femaleBooths
  const voters = row.maleVoters + row.femaleVoters
  if (voters > yardstick.votersPerStation) findings.add('above-station-norm', id, [line], { voters })
  if (voters > yardstick.votersPerBooth * booths) findings.add('above-booth-norm', id, [line], { voters, booths })
  const ofVoters = { male: row.maleVoters, female: row.femaleVoters }
  const ofBooths = { male: row.maleBooths, female: row.femaleBooths }
  return {
    constituency: row.constituency,
    number: row.number,
    nameEn: row.name,
    nameUr: '',
    kind: kindByVoters(voters > 0 ? ofVoters : ofBooths),
    booths: ofBooths,
    voters: ofVoters,
    at: read.state === 'good' ? read.position : null,
    parts: [],
  }
}

function checkFigures(row: SchemeRow, findings: SchemeFindings): void {
  const id = stationIdOf(row.constituency, row.number)
  const { maleBooths, femaleBooths, totalBooths, maleVoters, femaleVoters, totalVoters } = row
  const lines = [row.line]
  if (maleVoters + femaleVoters !== totalVoters)
    findings.add('voters-do-not-add-up', id, lines, { maleVoters, femaleVoters, totalVoters })
  if (maleBooths + femaleBooths !== totalBooths)
    findings.add('booths-do-not-add-up', id, lines, { maleBooths, femaleBooths, totalBooths })
  if (totalVoters === 0) findings.add('without-voters', id, lines)
  if ((maleVoters > 0 && maleBooths === 0) || (femaleVoters > 0 && femaleBooths === 0))
    findings.add('voters-without-booth', id, lines, { maleVoters, maleBooths, femaleVoters, femaleBooths })
  if ((maleVoters === 0 && maleBooths > 0) || (femaleVoters === 0 && femaleBooths > 0))
    findings.add('booth-without-voters', id, lines, { maleVoters, maleBooths, femaleVoters, femaleBooths })
}

/** Gaps and names by seat. `_101_` of `11_101_NA` is the number of the seat whose page the line was taken from. */
function checkLists(
  rows: readonly SchemeRow[],
  known: ReadonlyMap<ConstituencyCode, Constituency>,
  findings: SchemeFindings,
): void {
  for (const [code, members] of Map.groupBy(rows, (row) => row.constituency)) {
    const [head] = members
    if (head === undefined) continue
    const serials = findGaps(members.map((row) => row.serial))
    if (serials !== undefined) findings.add('serial-gap', code, [head.line], { ...serials })
    const numbers = findGaps(members.map((row) => row.number))
    if (numbers !== undefined) findings.add('number-gap', code, [head.line], { ...numbers })
    const named = known.get(code)?.name.en ?? ''
    if (named !== head.constituencyName)
      findings.add('seat-named-otherwise', code, [head.line], { scheme: head.constituencyName, delimitation: named })
    for (const row of members) {
      const [, number, assembly] = /^\d+_(\d+)_(NA|PA)$/.exec(row.file) ?? []
      const fits = number === code.split('-')[1] && (assembly === 'NA') === code.startsWith('NA-')
      if (!fits) findings.add('file-says-otherwise', code, [row.line], { file: row.file })
    }
  }
}

function figuresOfAll(rows: number, stations: readonly PollingStation[], tested: number): Record<string, number> {
  const isNational = ({ constituency }: PollingStation) => constituency.startsWith('NA-')
  const national = stations.filter(isNational)
  const provincial = stations.filter((station) => !isNational(station))
  const all = totalsOf(stations)
  const seats = (list: readonly PollingStation[]) => new Set(list.map(({ constituency }) => constituency)).size
  return {
    rows,
    stations: stations.length,
    seats: seats(stations),
    nationalSeats: seats(national),
    nationalStations: national.length,
    nationalVoters: totalsOf(national).voters.total,
    provincialSeats: seats(provincial),
    provincialStations: provincial.length,
    provincialVoters: totalsOf(provincial).voters.total,
    maleStations: all.stations.male,
    femaleStations: all.stations.female,
    combinedStations: all.stations.combined,
    positioned: stations.filter(({ at }) => at !== null).length,
    testedAgainstPolygon: tested,
  }
}
