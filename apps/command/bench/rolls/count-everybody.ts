import { openPlan, qualifyingDate } from '@intikhab/rehearsal/national'
import { seed } from './load.ts'
import type { RollsStep } from './steps.ts'

/** Every voter counted in the register, province by province, and held against the plan: equal to the voter. */
export const countEverybody: RollsStep = {
  name: 'everybody counted, by province and gender',
  async run({ house, voters, data }) {
    const { regions } = await openPlan({ seed, voters, data })
    const { store } = house.rolls
    const provinces = new Map((await store.districts()).map(({ code, province }) => [code, province]))
    const counted = new Map<string, number>()
    for (const { district, gender, voters: number } of (await store.count(qualifyingDate)).cells) {
      const key = `${provinces.get(district)} ${gender}`
      counted.set(key, (counted.get(key) ?? 0) + number)
    }
    for (const { region, men, women, others } of regions)
      for (const [gender, planned] of [
        ['male', men] as const,
        ['female', women] as const,
        ['other', others] as const,
      ]) {
        const number = counted.get(`${region} ${gender}`) ?? 0
        if (number !== planned) throw new Error(`${region} has ${number} under ${gender}, not ${planned}`)
      }
    const said = regions.map(({ region, voters: all }) => `${region} ${all.toLocaleString('en')}`)
    return { measures: [], sizes: `${said.join(', ')}: equal to the plan in every figure` }
  },
}
