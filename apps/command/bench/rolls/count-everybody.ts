import { openPlan, qualifyingDate } from '@intikhab/rehearsal/national'
import { readSums, sumBlocks } from '@intikhab/rolls'
import type { RollsStep } from './steps.ts'

/** Every voter counted in the register, province by province, and held against the plan: equal to the voter. */
export const countEverybody: RollsStep = {
  name: 'everybody counted, by province and gender',
  async run({ house, voters, seed, data }) {
    const { regions } = await openPlan({ seed, voters, data })
    const { store } = house.rolls
    const provinces = new Map((await store.districts()).map(({ code, province }) => [code, province]))
    const areas = await store.areas()
    const names = regions.map(({ region }) => region as string)
    const regionOf = areas.map(({ district }) => names.indexOf(provinces.get(district) ?? ''))
    const { counts } = await house.rolls.snapshot((now) => now.count(qualifyingDate))
    const counted = sumBlocks(counts, regionOf, names.length).map(readSums)
    for (const [i, { region, men, women, others }] of regions.entries()) {
      const found = counted[i]
      if (found?.men !== men || found.women !== women || found.others !== others)
        throw new Error(`${region} has ${JSON.stringify(found)}, not ${men}, ${women} and ${others}`)
    }
    const said = regions.map(({ region, voters: all }) => `${region} ${all.toLocaleString('en')}`)
    return { measures: [], sizes: `${said.join(', ')}: equal to the plan in every figure` }
  },
}
