import { expect, test } from 'vitest'
import { countAt } from './block-counts.ts'
import { openSums } from './closes.ts'
import { changesTable, registryTable } from './district-tables.ts'
import { genderGap } from './gender-gap.ts'
import { facts, madeUpCountry, type MadeUpBlock } from './made-up-country.testkit.ts'
import { levels } from './published-table.ts'
import { rollStatistics, type RollStatistics } from './statistics.ts'

const none = { changes: null, registry: null }

function statisticsOf(blocks: readonly MadeUpBlock[], provinces: Readonly<Record<string, string>>) {
  const { count, places } = madeUpCountry(blocks, provinces)
  return rollStatistics(facts, count, places, none)
}

/** Final roll of 2018 as the Commission gave it out: men and women of six regions. */
const roll2018: readonly (readonly [region: string, men: number, women: number, total: number])[] = [
  ['punjab', 33_679_992, 26_992_876, 60_672_868],
  ['sindh', 12_436_844, 9_954_400, 22_391_244],
  ['khyber-pakhtunkhwa', 8_705_831, 6_610_468, 15_316_299],
  ['balochistan', 2_486_230, 1_813_264, 4_299_494],
  ['fata', 1_507_902, 1_002_252, 2_510_154],
  ['islamabad', 407_463, 357_885, 765_348],
]
const asBlocks = (lines: readonly (readonly [string, number, number, number?])[]) =>
  lines.map(([district, men, women]) => ({
    district,
    seats: [],
    counts: { [countAt.men + 1]: men, [countAt.women + 2]: women },
  }))
const itself = (lines: readonly (readonly [string, ...unknown[]])[]) =>
  Object.fromEntries(lines.map(([region]) => [region, region]))

test('the roll of 2018 closes to 105,955,407 in every table, region by region to the voter', () => {
  const { statistics } = statisticsOf(asBlocks(roll2018), itself(roll2018))
  expect(statistics.total).toBe(105_955_407)
  expect(statistics.tables.gender?.country).toEqual([105_955_407, 46_731_145, 59_224_262])
  for (const [region, men, women, total] of roll2018)
    for (const level of ['provinces', 'districts'] as const)
      expect(statistics.tables.gender?.[level].find(({ areas }) => areas.join() === region)?.counts).toEqual([
        total,
        women,
        men,
      ])
  expect(openSums(statistics)).toEqual([])
  const gap = genderGap(statistics.tables.gender?.country ?? [], 10)
  expect(gap).toEqual({ difference: 12_493_117, voters: 105_955_407, isAbove: true })
})

test('the roll of 2024 closes to 128,585,760', () => {
  const roll2024 = [
    ['punjab', 73_207_896],
    ['sindh', 26_994_769],
    ['khyber-pakhtunkhwa', 21_928_119],
    ['balochistan', 5_371_947],
    ['islamabad', 1_083_029],
  ] as const
  // The Commission gave voters by region and one share of women for the country: 46 of 100 here.
  const lines = roll2024.map(([region, all]) => [region, all - Math.round(all * 0.46), Math.round(all * 0.46)] as const)
  const { statistics } = statisticsOf(asBlocks(lines), itself(roll2024))
  expect(statistics.total).toBe(128_585_760)
  for (const [region, all] of roll2024)
    expect(statistics.tables.gender?.provinces.find(({ areas }) => areas.join() === region)?.counts[0]).toBe(all)
  expect(openSums(statistics)).toEqual([])
})

test('a release as that of 2023, whose men and women make 111.4 of 125 million, cannot be made and would be found', () => {
  const { statistics } = statisticsOf(
    [
      { district: 'sindh', seats: [], counts: { [countAt.men]: 12_400_000, [countAt.women]: 8_200_000 } },
      { district: 'punjab', seats: [], counts: { [countAt.men]: 48_300_000, [countAt.women]: 42_500_000 } },
    ],
    { sindh: 'sindh', punjab: 'punjab' },
  )
  expect(statistics.total).toBe(111_400_000)
  const released: RollStatistics = { ...statistics, total: 125_000_000 }
  expect(openSums(released).map(({ parts, whole }) => [parts, whole])).toContainEqual([111_400_000, 125_000_000])
  const gender = statistics.tables.gender
  if (gender === null) throw new Error('there is a table')
  const provinces = gender.provinces.map((line) =>
    line.areas.join() === 'sindh' ? { ...line, counts: [26_500_000, 8_200_000, 12_400_000] } : line,
  )
  const bent = { ...statistics, tables: { ...statistics.tables, gender: { ...gender, provinces } } }
  expect(openSums(bent)).toEqual([
    { table: 'gender', level: 'provinces', column: 'voters', parts: 117_300_000, whole: 111_400_000 },
  ])
})

test('three others in a district are not told apart, and the men and women of every district still are', () => {
  const people = (others: number) => ({ [countAt.men]: 500, [countAt.women]: 400, [countAt.others]: others })
  const { statistics, blocks } = statisticsOf(
    [
      { district: 'attock', seats: ['NA-49', 'PP-1'], counts: people(3) },
      { district: 'jhelum', seats: ['NA-60', 'PP-24'], counts: people(40) },
      { district: 'chakwal', seats: ['NA-58', 'PP-20'], counts: people(11) },
      { district: 'quetta', seats: ['NA-262', 'PB-38'], counts: people(0) },
    ],
    { attock: 'punjab', jhelum: 'punjab', chakwal: 'punjab', quetta: 'balochistan' },
  )
  const { gender, others } = statistics.tables
  expect(gender?.districts).toEqual([
    { areas: ['attock'], counts: [903, 400, 503] },
    { areas: ['jhelum'], counts: [940, 400, 540] },
    { areas: ['chakwal'], counts: [911, 400, 511] },
    { areas: ['quetta'], counts: [900, 400, 500] },
  ])
  expect(others?.districts).toEqual([
    { areas: ['attock', 'chakwal'], counts: [1000, 14] },
    { areas: ['jhelum'], counts: [500, 40] },
    { areas: ['quetta'], counts: [500, 0] },
  ])
  expect(others?.provinces).toEqual([
    { areas: ['balochistan'], counts: [500, 0] },
    { areas: ['punjab'], counts: [1500, 54] },
  ])
  expect(blocks.every(({ block, countedWith }) => block === countedWith)).toBe(true)
})

test('a block of four women is counted with the next one of its seats; one without anybody is not drawn in', () => {
  const block = (seat: string, men: number, women: number): MadeUpBlock => ({
    district: 'attock',
    seats: [seat],
    counts: { [countAt.men]: men, [countAt.women]: women },
  })
  const { blocks, statistics } = statisticsOf(
    [
      block('NA-49', 60, 4),
      block('NA-50', 90, 80),
      block('NA-49', 0, 0),
      block('NA-49', 70, 60),
      block('NA-49', 20, 3),
    ],
    { attock: 'punjab' },
  )
  expect(blocks.map(({ countedWith, counts }) => [countedWith.at(-1), counts])).toEqual([
    ['1', [217, 67, 150]],
    ['2', [170, 80, 90]],
    ['3', [0, 0, 0]],
    ['1', null],
    ['1', null],
  ])
  expect(statistics.tables.gender?.nationalSeats).toEqual([
    { areas: ['NA-49'], counts: [217, 67, 150] },
    { areas: ['NA-50'], counts: [170, 80, 90] },
  ])
})

test('a seat that reaches into a district with three voters is counted together with the seat beside it', () => {
  const block = (district: string, seat: string, n: number): MadeUpBlock => ({
    district,
    seats: [seat],
    counts: { [countAt.men]: n, [countAt.women]: n },
  })
  const { statistics } = statisticsOf(
    [
      block('attock', 'NA-49', 500),
      block('attock', 'NA-50', 3),
      block('chakwal', 'NA-50', 400),
      block('jhelum', 'NA-60', 70),
    ],
    { attock: 'punjab', chakwal: 'punjab', jhelum: 'punjab' },
  )
  const { gender } = statistics.tables
  expect(gender?.nationalSeats).toEqual([
    { areas: ['NA-49', 'NA-50'], counts: [1806, 903, 903] },
    { areas: ['NA-60'], counts: [140, 70, 70] },
  ])
  expect(gender?.districts.map(({ counts }) => counts[0])).toEqual([1006, 800, 140])
})

test('five women in the whole country leave nothing to publish by gender but the total', () => {
  const { statistics, blocks } = statisticsOf(
    [{ district: 'attock', seats: [], counts: { [countAt.men]: 500, [countAt.women]: 5 } }],
    { attock: 'punjab' },
  )
  expect(statistics.tables).toEqual({ gender: null, others: null, ages: null, disability: null, status: null })
  expect([statistics.total, blocks]).toEqual([505, []])
  expect(openSums(statistics)).toEqual([])
})

test('blocks whose district is not listed, or whose order is another, are a bug and not a gap in the totals', () => {
  const { count, places } = madeUpCountry([{ district: 'lahore', seats: [], counts: { [countAt.men]: 50 } }], {
    attock: 'punjab',
  })
  expect(() => rollStatistics(facts, count, places, none)).toThrow(/lahore/)
  expect(() => rollStatistics(facts, { ...count, blocks: [] }, places, none)).toThrow(/undefined/)
})

const districts = ['attock', 'jhelum', 'quetta'].map((code) => ({
  code,
  province: code === 'quetta' ? 'balochistan' : 'punjab',
}))

test('what came and went closes with what moved between districts', () => {
  const table = changesTable(
    [
      { from: null, to: 'attock', entries: 100 },
      { from: 'attock', to: null, entries: 30 },
      { from: 'attock', to: 'quetta', entries: 12 },
      { from: 'jhelum', to: 'jhelum', entries: 99 },
      { from: null, to: 'jhelum', entries: 4 },
      { from: null, to: 'quetta', entries: 20 },
    ],
    districts,
  )
  expect(table?.columns).toEqual(['added', 'leftTheRoll', 'movedIn', 'movedOut'])
  expect(table?.country).toEqual([124, 30, 12, 12])
  expect(table?.districts).toEqual([
    { areas: ['attock', 'jhelum'], counts: [104, 30, 0, 12] },
    { areas: ['quetta'], counts: [20, 0, 12, 0] },
  ])
})

test('districts of which the registry told nothing are missing, never zero', () => {
  const told = [
    { district: 'attock', cardsIssued: 1000, enrolled: 900, deaths: 50, removed: 40 },
    { district: 'quetta', cardsIssued: 2000, enrolled: 1990, deaths: 60, removed: 60 },
  ]
  const table = registryTable(told, districts)
  expect(table?.districts.map(({ areas }) => areas.join())).toEqual(['attock', 'quetta'])
  expect(table?.country).toEqual([3000, 2890, 110, 100])
  expect(registryTable([], districts)).toBeNull()
})

test('every table has every level, whatever is counted', () => {
  const { statistics } = statisticsOf(asBlocks(roll2018), itself(roll2018))
  for (const level of levels) expect(statistics.tables.gender?.[level]).toBeDefined()
})
