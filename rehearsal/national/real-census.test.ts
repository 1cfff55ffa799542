import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { censusDistricts } from './districts.ts'
import { planNational } from './national-plan.ts'
import { censusFile, readCensus } from './read-census.ts'
import { votersOf2024 } from './roll-2024.ts'

const data = process.env.INTIKHAB_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data')

// Skipped, with a line saying so, where the real data is not beside the repository.
describe.skipIf(!existsSync(join(data, censusFile)))('over the real census of 2017', () => {
  test('every block is read, and every district is one of the 136', async () => {
    const census = await readCensus(data)
    expect(census.code).toHaveLength(163_302)
    expect(census.population.reduce((a, b) => a + b, 0)).toBe(207_776_954)
    expect(census.population.filter((people) => people === 0)).toHaveLength(1623)
    expect(new Set(census.district).size).toBe(136)
    const people = new Int32Array(136)
    for (const [i, district] of census.district.entries())
      people[district] = (people[district] ?? 0) + (census.population[i] ?? 0)
    // The weights of the table are rounded to what they say, hundred thousands.
    for (const [i, { weight }] of censusDistricts.entries())
      expect(Math.abs((people[i] ?? 0) / 100_000 - weight)).toBeLessThan(0.56)
  })

  test('the roll of 2024 closes to the voter in every province, tribal districts in Khyber Pakhtunkhwa', async () => {
    const plan = planNational(await readCensus(data), 'real')
    const totals: Record<string, number> = {}
    for (const [i, district] of plan.district.entries()) {
      const { region = '' } = censusDistricts[district] ?? {}
      totals[region] = (totals[region] ?? 0) + (plan.before[i + 1] ?? 0) - (plan.before[i] ?? 0)
    }
    expect(totals).toEqual(votersOf2024)
    expect(censusDistricts.find(({ code }) => code === 'khyber')?.region).toBe('khyber-pakhtunkhwa')
  })
})
