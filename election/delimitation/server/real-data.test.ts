import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { geoArea } from 'd3-geo'
import { fileSource, type Finding } from '@intikhab/kernel/tables'
import { pakistan, rulesOut } from '../core/boundary-check.ts'
import { constituencyCode } from '../core/identifiers.ts'
import { drawMap } from '../core/map.ts'
import { asGeometry } from '../core/topology.ts'
import { readBoundaries } from './read-boundaries.ts'
import { readCensus } from './read-census.ts'

const data = process.env['INTIKHAB_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const present = existsSync(resolve(data, 'census-2017'))
if (!present) process.stdout.write('census of 2017 and boundaries: skipped, INTIKHAB_SHARED_DATA is not there\n')

const counts = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ code, count }) => [code.split('.')[1], count]))
const figures = (findings: readonly Finding[], code: string, name: string) =>
  findings
    .find((finding) => finding.code === `delimitation.${code}`)
    ?.cases.map((one) => [one.subject, one.figures[name]])

test.skipIf(!present)('the census of 2017: every printed total adds up, and six tehsil columns do not', async () => {
  const reading = await readCensus({
    blocks: fileSource(resolve(data, 'census-2017/census2017_blocks.csv.gz')),
    lines: fileSource(resolve(data, 'census-2017/census2017_all_lines.csv.gz')),
  })
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused))
  const { totals, findings } = reading.report
  expect(totals).toEqual({
    population: 207_776_954,
    households: 32_205_973,
    blocks: 163_302,
    district: 136,
    tehsil: 510,
    unit: 60_386,
    charge: 1571,
    circle: 8294,
    uninhabitedHeadings: 1358,
  })
  // No `does-not-add-up`: all 70,897 printed headings equal the sum of their blocks, people and households.
  expect(counts(findings)).toEqual({
    'tehsil-column-differs': 6,
    'tehsil-not-in-column': 9,
    'blocks-without-tehsil': 14,
    'not-called-a-tehsil': 45,
    'not-called-a-district': 1,
    'without-blocks': 11,
    'empty-block': 1623,
    'crowded-block': 732,
    'people-without-household': 2,
  })
  expect(figures(findings, 'tehsil-column-differs', 'difference')).toEqual([
    ['CHITRAL / CHITRAL SUB-DIVISION', -228_328],
    ['KHARAN / SAR KHARAN TEHSIL', 32_690],
    ['KHUZDAR / NAL SUB-TEHSIL', 37_732],
    ['LOWER DIR / TEMERGARA TEHSIL', 40_373],
    ['MALAKAND PROTECTED AREA / SWAT RANI ZAI SUB-DIVISION', -347_983],
    ['MALIR / GADAP SUB-DIVISION', 1_596_825],
  ])
  expect(reading.census.places.filter(({ level }) => level === 'patwar-circle')).toHaveLength(9135)
})

const seats = (count: number) => Array.from({ length: count }, (_, index) => constituencyCode('NA', index + 1))

describe.skipIf(!present)('the boundaries of the National Assembly', () => {
  const read = async (file: string, count: number) => {
    const reading = await readBoundaries(fileSource(resolve(data, 'boundaries', file)), {
      country: pakistan,
      expected: seats(count),
      peoplePerSeat: Math.round(207_776_954 / count),
    })
    if (!reading.ok) throw new Error(JSON.stringify(reading.refused))
    return reading
  }
  const ruledOut = ({ boundaries }: Awaited<ReturnType<typeof read>>) =>
    boundaries.filter(({ doubts }) => doubts.some(rulesOut)).map(({ code }) => code)

  test('2018: nine of 272 polygons cannot be the seat, and two are collections with stray lines', async () => {
    const reading = await read('na_2018delim_v2.geojson', 272)
    expect(ruledOut(reading)).toEqual([
      'NA-4',
      'NA-20',
      'NA-26',
      'NA-30',
      'NA-31',
      'NA-123',
      'NA-126',
      'NA-240',
      'NA-246',
    ])
    expect(figures(reading.report.findings, 'collapsed', 'squareKilometres')).toEqual([
      ['NA-4', 0.0075],
      ['NA-20', 0],
    ])
    expect(figures(reading.report.findings, 'stray-lines', 'strays')).toEqual([
      ['NA-122', 1],
      ['NA-201', 1],
    ])
    expect(reading.report.totals).toEqual({ seats: 272, squareKilometres: 798_093, impossible: 9 })
  })

  test('2023: four of 266 polygons are too small and ten cross themselves', async () => {
    const reading = await read('na_2023delim_simplified.geojson', 266)
    expect(counts(reading.report.findings)).toEqual({
      'too-small': 4,
      'crosses-itself': 10,
      shattered: 1,
      approximate: 81,
    })
    expect(ruledOut(reading)).toHaveLength(14)
  })

  test('a second opinion on the areas: d3-geo, whose edges are great circles, differs by less than a thousandth', async () => {
    const { boundaries } = await read('na_2018delim_v2.geojson', 272)
    for (const { area, squareKilometres } of boundaries.filter((one) => one.squareKilometres > 1)) {
      // To d3-geo a ring of no area may be the whole sphere: what is left of it is meant.
      const pieces = asGeometry(area).coordinates.map((coordinates) => geoArea({ type: 'Polygon', coordinates }))
      const steradians = pieces.reduce((sum, piece) => sum + Math.min(piece, 4 * Math.PI - piece), 0)
      expect(Math.abs((steradians * 6371.0088 ** 2) / squareKilometres - 1)).toBeLessThan(0.001)
    }
  })

  test('the map of 2018 draws all 272 seats in at most 130 kB and enlarges Faisalabad, Lahore and Karachi', async () => {
    const { boundaries } = await read('na_2018delim_v2.geojson', 272)
    const map = drawMap(
      '2018',
      boundaries.map((one) => ({
        code: one.code,
        area: one.area,
        squareKilometres: one.squareKilometres,
        name: { en: one.label, ur: one.label },
        province: '',
        doubts: one.doubts.map(({ code }) => code),
      })),
      'hibasameen/aiwan-e-jamhoor, CC-BY-4.0',
    )
    expect(map.seats.every(({ d }) => d !== '')).toBe(true)
    expect(JSON.stringify(map).length).toBeLessThan(130_000)
    expect(map.insets.map(({ name, seats: codes }) => [name.en, codes.length])).toEqual([
      ['Faisalabad', 4],
      ['Lahore', 11],
      ['Karachi', 19],
    ])
  })
})
