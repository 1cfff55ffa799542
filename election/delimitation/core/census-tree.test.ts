import { expect, test } from 'vitest'
import { censusTree, type CensusLine, type CensusLineKind } from './census-tree.ts'

let at = 0
const line = (
  kind: CensusLineKind,
  name: string,
  population: number,
  households = Math.ceil(population / 6),
): CensusLine => ({
  line: ++at,
  kind,
  name,
  population,
  households,
  district: 'KHARAN',
})
const drawn = (lines: CensusLine[]) => {
  const { places, blocks } = censusTree(lines)
  const nameOf = (index: number | null) => (index === null ? '-' : (places[index]?.printed.name ?? '?'))
  return [
    ...places.map((place) => `${place.printed.name} in ${nameOf(place.parent)}`),
    ...blocks.map((block) => `${block.printed.name} in ${nameOf(block.place)}`),
  ]
}

test('a tehsil printed without the word is a neighbour of the tehsil before it, because that one is full', () => {
  expect(
    drawn([
      line('district', 'KHARAN DISTRICT', 180),
      line('tehsil', 'SAR KHARAN TEHSIL', 60),
      line('unit', 'JAMAK UC', 60),
      line('block', '478010101', 60),
      line('unit', 'SUB TEHSIL TOHMULK', 120),
      line('unit', 'TOHMULK UC', 120),
      line('block', '478020101', 120),
    ]),
  ).toEqual([
    'KHARAN DISTRICT in -',
    'SAR KHARAN TEHSIL in KHARAN DISTRICT',
    'JAMAK UC in SAR KHARAN TEHSIL',
    'SUB TEHSIL TOHMULK in KHARAN DISTRICT',
    'TOHMULK UC in SUB TEHSIL TOHMULK',
    '478010101 in JAMAK UC',
    '478020101 in TOHMULK UC',
  ])
})

test('blocks printed straight under a circle do not end it: its villages follow', () => {
  expect(
    drawn([
      line('district', 'D', 36),
      line('unit', 'JAFFARABAD PC', 36),
      line('block', '1', 12),
      line('block', '2', 12),
      line('unit', 'MAHTEKE BOKEN', 12),
      line('block', '3', 12),
    ]).slice(2),
  ).toEqual(['MAHTEKE BOKEN in JAFFARABAD PC', '1 in JAFFARABAD PC', '2 in JAFFARABAD PC', '3 in MAHTEKE BOKEN'])
})

test('an uninhabited village at the end of a full circle stays in it', () => {
  expect(
    drawn([
      line('district', 'D', 24),
      line('unit', 'KACHKINA PC', 12),
      line('unit', 'KACHKINA', 12),
      line('block', '1', 12),
      line('unit', 'SHAMIR KILA', 0),
      line('block', '2', 0),
      line('unit', 'NEXT PC', 12),
      line('block', '3', 12),
    ]).slice(3, 5),
  ).toEqual(['SHAMIR KILA in KACHKINA PC', 'NEXT PC in D'])
})

test('a total that its blocks do not reach stays short, and the next heading is not swallowed by it', () => {
  const { places } = censusTree([
    line('district', 'D', 60),
    line('unit', 'A PC', 30, 5),
    line('block', '1', 24, 4),
    line('unit', 'B PC', 30, 5),
    line('block', '2', 30, 5),
  ])
  expect(
    places.map((place) => [place.printed.name, place.printed.population - place.population, place.parent]),
  ).toEqual([
    ['D', 6, null],
    ['A PC', 6, 0],
    ['B PC', 0, 0],
  ])
})
