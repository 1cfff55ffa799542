import { describe, expect, test } from 'vitest'
import { blockCode } from './census.ts'
import { makeUpCensus } from './made-up-census.ts'
import { censusDistricts } from './districts.ts'
import { planNational, type NationalPlan } from './national-plan.ts'
import { linesOf } from './read-lines.testkit.ts'
import { rollLines, scattered } from './roll-lines.ts'
import { ageBands, agesAddedUp, nationalTotal, qualifyingDate, votersOf2024 } from './roll-2024.ts'

const census = makeUpCensus('tests')
const plan = planNational(census, 'tests', 30_000)
const lines = [...linesOf(plan)]

const sum = (numbers: Iterable<number>) => {
  let all = 0
  for (const number of numbers) all += number
  return all
}

function totalsOf({ district, men, women, others }: NationalPlan): Record<string, number[]> {
  const totals: Record<string, number[]> = {}
  for (const [i, number] of district.entries()) {
    const of = (totals[censusDistricts[number]?.region ?? ''] ??= [0, 0, 0])
    for (const [j, count] of [men[i], women[i], others[i]].entries()) of[j] = (of[j] ?? 0) + (count ?? 0)
  }
  return totals
}

test('136 districts, each with a code and an Urdu name of its own', () => {
  expect(censusDistricts).toHaveLength(136)
  for (const key of ['code', 'nameEn', 'nameUr', 'table'] as const)
    expect(new Set(censusDistricts.map((district) => district[key])).size).toBe(136)
  for (const { nameUr } of censusDistricts) expect(nameUr).toMatch(/^[\u0600-\u06ff ]+$/)
})

test.each([1000, 12_345, 1_000_000, 10_000_000, nationalTotal])(
  'a roll of %i closes to the voter, by region and gender',
  (voters) => {
    const planned = planNational(census, 'sizes', voters)
    expect(planned.before.at(-1)).toBe(voters)
    const totals = totalsOf(planned)
    for (const { region, men, women, others } of planned.regions) expect(totals[region]).toEqual([men, women, others])
    expect(sum(planned.regions.map((region) => region.voters))).toBe(voters)
    for (const list of [planned.men, planned.women, planned.others])
      expect(list.findIndex((count) => count < 0)).toBe(-1)
  },
)

test('the roll of the whole country is that of 2024: 128,585,760 voters, men 54 in 100', () => {
  const national = planNational(census, 'national')
  for (const { region, voters } of national.regions) expect(voters).toBe(votersOf2024[region])
  expect(nationalTotal).toBe(128_585_760)
  expect(sum(national.men) / nationalTotal).toBeCloseTo(0.5402, 4)
  expect(national.blocks).toBe(163_302)
})

test('who has no people has no electors, and the others about 62 of a hundred people', () => {
  const national = planNational(census, 'national')
  const wrong = census.population.findIndex((people, i) => {
    const electors = (national.before[i + 1] ?? 0) - (national.before[i] ?? 0)
    return people === 0 ? electors !== 0 : electors >= people
  })
  expect(wrong).toBe(-1)
})

test('a smaller roll has blocks as large as the whole, and every district', () => {
  const national = planNational(census, 'national')
  const small = planNational(census, 'small', 1_000_000)
  const size = (planned: NationalPlan) => planned.voters / planned.blocks
  expect(size(small) / size(national)).toBeGreaterThan(0.85)
  expect(size(small) / size(national)).toBeLessThan(1.1)
  expect(new Set(small.district).size).toBe(136)
})

test('as many lines as voters; serials run from 1 without a gap in each list of a block', () => {
  expect(lines).toHaveLength(30_000)
  const last = new Map<string, number>()
  for (const { block, gender, serial } of lines) {
    expect(serial).toBe((last.get(block + gender) ?? 0) + 1)
    last.set(block + gender, serial)
  }
  for (const [i, code] of plan.code.entries())
    for (const [gender, counts] of [['m', plan.men] as const, ['f', plan.women] as const, ['o', plan.others] as const])
      expect(last.get(blockCode(code) + gender) ?? 0).toBe(counts[i])
})

test('no CNIC comes twice, none could be real, and the last digit tells men from others', () => {
  expect(new Set(lines.map(({ cnic }) => cnic)).size).toBe(30_000)
  for (const { cnic, gender } of lines) {
    expect(cnic).toMatch(/^9[01]\d{11}$/)
    expect(Number(cnic.at(-1)) % 2).toBe(gender === 'm' ? 1 : 0)
  }
})

test('in the largest district of the country no two voters have the same eight digits', () => {
  const national = planNational(census, 'national')
  const before = (district: number) => national.before[national.firstBlock[district] ?? 0] ?? 0
  const largest = Math.max(...censusDistricts.map((_, district) => before(district + 1) - before(district)))
  expect(largest).toBeGreaterThan(5_000_000)
  const seen = new Uint8Array(100_000_000)
  for (let number = 0; number < largest; number++) seen[scattered(number)] = 1
  expect(sum(seen)).toBe(largest)
})

test('everybody lives at the chosen address, and nobody has the own block twice', () => {
  const kinds = new Set<string>()
  for (const { block, permanent, temporary, posting, chosen } of lines) {
    kinds.add(chosen)
    expect({ p: permanent, t: temporary, g: posting }[chosen]).toBe(block)
    expect(chosen === 't' || temporary !== block).toBe(true)
  }
  expect([...kinds].sort()).toEqual(['g', 'p', 't'])
})

test('ages close in every band on the qualifying day', () => {
  const counted = ageBands.map(() => 0)
  const day = Temporal.PlainDate.from(qualifyingDate)
  for (const { born } of lines) {
    const age = Temporal.PlainDate.from(born).until(day, { largestUnit: 'year' }).years
    const band = ageBands.findIndex(({ from, to }) => age >= from && age <= to)
    counted[band] = (counted[band] ?? 0) + 1
  }
  const addedUp = agesAddedUp(30_000)
  const planned = ageBands.map(({ from, to }) => (addedUp[to - 17] ?? 0) - (addedUp[from - 18] ?? 0))
  expect(counted).toEqual(planned)
  expect(planned[0]).toBe(13_495)
})

test('a block made by itself is the same as in the whole, and another seed makes another roll', () => {
  const whole = lines.filter(({ block }) => block === blockCode(plan.code[77]))
  const alone = rollLines(plan)
  const out = new Uint8Array(alone.roomFor(77))
  const { end, written } = alone.write(77, out, 0)
  const read = Buffer.from(out.subarray(0, end)).toString().trimEnd().split('\n')
  expect(read.map((line) => line.slice(0, 13))).toEqual(whole.map(({ cnic }) => cnic))
  expect(written.men + written.women + written.others).toBe(whole.length)
  const again = rollLines(planNational(makeUpCensus('tests'), 'tests', 30_000))
  expect(again.write(77, new Uint8Array(again.roomFor(77)), 0).written).toEqual(written)
  const other = rollLines(planNational(census, 'other', 30_000))
  expect(other.write(77, new Uint8Array(other.roomFor(77)), 0).written.digest).not.toBe(written.digest)
})

describe('the made-up census', () => {
  test('has as many blocks as the real one, codes that no real block has, and some of them empty', () => {
    expect(census.code).toHaveLength(163_302)
    expect(new Set(census.code).size).toBe(163_302)
    expect(Math.min(...census.code.subarray(0, 1000))).toBeGreaterThan(522_999_999)
    const empty = census.population.filter((people) => people === 0).length
    expect(empty / census.code.length).toBeCloseTo(0.01, 2)
  })
})
