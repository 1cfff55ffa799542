import type { BlockCode } from '@intikhab/delimitation'
import { expect, test } from 'vitest'
import { makePackLists, type ListSources, type ServedStation } from './district-lists.ts'
import { stationsOfVoter, type PackBlock, type PackDistrictLists } from './pack-description.ts'

const block = (code: string) => code as BlockCode
const [one, two, three] = ['901010101', '901010102', '902010101'].map(block) as [BlockCode, BlockCode, BlockCode]
const station = (seat: string, number: number, parts: ServedStation['parts']): ServedStation => ({
  id: `${seat}/${number}`,
  seat,
  number,
  nameEn: `School ${number}`,
  nameUr: `سکول ${number}`,
  kind: 'combined',
  longitude: 72.3,
  latitude: 33.7,
  parts,
})
const men = (code: BlockCode, fromSerial: number, toSerial: number) =>
  ({ block: code, gender: 'male', fromSerial, toSerial }) as const
const district = (code: string) => ({ code, nameEn: code, nameUr: code, province: 'punjab', officePhone: '1' })
const area = (code: BlockCode, of: string) => ({ block: code, nameEn: code, nameUr: code, district: of })
const named = (code: string) => ({ code, nameEn: code, nameUr: code })

const sources: ListSources = {
  districts: [district('attock'), district('quetta')],
  areas: [area(one, 'attock'), area(two, 'attock'), area(three, 'quetta'), area(block('903010101'), 'quetta')],
  seats: ['NA-49', 'PP-1', 'NA-262'].map(named),
  seatsOf: (code) => (code.startsWith('901') ? ['NA-49', 'PP-1'] : code === three ? ['NA-262'] : []),
  stations: [
    station('NA-49', 1, [men(one, 1, 50), men(two, 1, 30)]),
    station('NA-49', 2, [men(one, 51, 100)]),
    station('PP-1', 1, [men(one, 1, 70)]),
  ],
  freezes: [],
}
function blockOf(lists: readonly PackDistrictLists[], place: number): PackBlock {
  const found = lists.flatMap(({ blocks }) => blocks)[place]
  if (found === undefined) throw new Error(`there is no block ${place}`)
  return found
}

test('blocks are numbered district by district; one in no seat has no number', () => {
  const { districts, blocks } = makePackLists(sources)
  expect([...blocks]).toEqual([
    [one, 0],
    [two, 1],
    [three, 2],
  ])
  expect(districts.map(({ firstBlock }) => firstBlock)).toEqual([0, 2])
})

test('the station of a split area follows from the silsila number; between and beyond the ranges there is none', () => {
  const { lists } = makePackLists(sources)
  const split = blockOf(lists, 0)
  const at = (gender: 'male' | 'female', serial: number) =>
    stationsOfVoter(split, gender, serial).map((place) =>
      place === undefined ? '-' : (lists[0]?.stations[place]?.id ?? '?'),
    )
  expect([at('male', 50), at('male', 51), at('male', 71), at('male', 101), at('female', 1)]).toEqual([
    ['NA-49/1', 'PP-1/1'],
    ['NA-49/2', 'PP-1/1'],
    ['NA-49/2', '-'],
    ['-', '-'],
    ['-', '-'],
  ])
})

test('a station is told to the voters of its own seat alone, and listed in the districts that it serves', () => {
  const stray = { ...sources, stations: [station('PP-1', 7, [men(three, 1, 10), men(two, 1, 10)])] }
  const { lists } = makePackLists(stray)
  expect(lists.map(({ stations }) => stations.map(({ id }) => id))).toEqual([['PP-1/7'], []])
  expect(stationsOfVoter(blockOf(lists, 2), 'male', 5)).toEqual([undefined])
})

test('two stations that claim the same voters are a bug', () => {
  const clash = {
    ...sources,
    stations: [station('NA-49', 1, [men(one, 1, 50)]), station('NA-49', 2, [men(one, 50, 60)])],
  }
  expect(() => makePackLists(clash)).toThrow(`two stations serve male voters 50–50 of block ${one}`)
})

test('a freeze for a by-election is named by the blocks of its seat, and by no other', () => {
  const freeze = { from: '', until: null, section: 's.39(2)', everywhere: false, blocks: new Set([two]) }
  const { lists } = makePackLists({ ...sources, freezes: [{ ...freeze, everywhere: true, blocks: new Set() }, freeze] })
  expect([0, 1, 2].map((place) => blockOf(lists, place).frozenBy)).toEqual([[], [1], []])
})
