import { expect, test } from 'vitest'
import { rollStatistics, type CountedCell } from './statistics.ts'

const facts = {
  rollId: 'test-2026',
  nameEn: 'Test roll',
  nameUr: 'آزمائشی فہرست',
  qualifyingDate: '2026-01-01',
  asOf: '2026-02-01T00:00:00.000Z',
  blocks: 4,
  stations: null,
}
const district = (code: string, province: string) => ({ code, nameEn: code, nameUr: 'ضلع', province, officePhone: '' })
const districts = [district('attock', 'punjab'), district('jhelum', 'punjab'), district('quetta', 'balochistan')]

test('2018 by province: every breakdown closes to 105,955,407', () => {
  // Published final roll of 2018: males and females of six regions.
  const published: [string, number, number][] = [
    ['punjab', 33_679_992, 26_992_876],
    ['sindh', 12_436_844, 9_954_400],
    ['khyber-pakhtunkhwa', 8_705_831, 6_610_468],
    ['balochistan', 2_486_230, 1_813_264],
    ['fata', 1_507_902, 1_002_252],
    ['islamabad', 407_463, 357_885],
  ]
  const cells = published.flatMap(([code, male, female]): CountedCell[] => [
    { district: code, gender: 'male', band: '26-35', voters: male },
    { district: code, gender: 'female', band: '36-45', voters: female },
  ])
  const made = rollStatistics(
    facts,
    cells,
    published.map(([code]) => district(code, code)),
  )
  expect(made.total).toBe(105_955_407)
  expect(made.byGender).toEqual({ male: 59_224_262, female: 46_731_145, other: 0, total: 105_955_407 })
  expect(made.byProvince.find(({ province }) => province === 'islamabad')?.total).toBe(765_348)
  for (const table of [made.byProvince, made.byDistrict, made.byAge])
    expect(table.reduce((sum, line) => sum + line.total, 0)).toBe(105_955_407)
  expect(made.hiddenCells).toBe(0)
})

test('three people of one kind are hidden, and nobody can subtract them out', () => {
  const cells: CountedCell[] = [
    { district: 'attock', gender: 'male', band: '18-25', voters: 500 },
    { district: 'attock', gender: 'female', band: '18-25', voters: 400 },
    { district: 'attock', gender: 'other', band: '18-25', voters: 3 },
    { district: 'jhelum', gender: 'male', band: '18-25', voters: 300 },
    { district: 'jhelum', gender: 'female', band: '18-25', voters: 200 },
    { district: 'jhelum', gender: 'other', band: '18-25', voters: 40 },
    { district: 'quetta', gender: 'male', band: '66+', voters: 100 },
    { district: 'quetta', gender: 'female', band: '66+', voters: 100 },
  ]
  const { byDistrict, total } = rollStatistics(facts, cells, districts)
  const [attock, jhelum] = byDistrict
  expect(attock).toMatchObject({ other: null, total: 903 })
  for (const column of ['male', 'female', 'other'] as const)
    expect(byDistrict.filter((line) => line[column] === null).length).not.toBe(1)
  for (const line of byDistrict)
    expect([line.male, line.female, line.other].filter((count) => count === null).length).not.toBe(1)
  expect(jhelum?.total).toBe(540)
  expect(total).toBe(1643)
})

test('a cell under a district that is not listed is a bug, not a gap in the totals', () => {
  const stray: CountedCell[] = [{ district: 'lahore', gender: 'male', band: '18-25', voters: 50 }]
  expect(() => rollStatistics(facts, stray, districts)).toThrow(/lahore/)
})
