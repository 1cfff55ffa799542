import { openPlan } from '@intikhab/rehearsal/national'
import { seed } from './load.ts'
import type { RollsStep } from './steps.ts'

/** Every voter counted in the register, region by region, and held against the plan: equal to the voter. */
export const countEverybody: RollsStep = {
  name: 'everybody counted, by region and gender',
  async run({ house, voters, data }) {
    const { regions } = await openPlan({ seed, voters, data })
    const { rows } = await house.database.pool.query<{ region: string; m: number; f: number; o: number }>(
      `select d.province as region, sum(n) filter (where gender = 'm')::int as m, sum(n) filter (where gender = 'f')::int as f,
         coalesce(sum(n) filter (where gender = 'o'), 0)::int as o
       from (select block, gender, count(*) as n from rolls.voter where block is not null group by block, gender) v
       join rolls.electoral_area a using (block) join rolls.district d on d.code = a.district group by d.province`,
    )
    for (const { region, men, women, others } of regions) {
      const counted = rows.find((row) => row.region === region)
      if (counted?.m !== men || counted.f !== women || counted.o !== others)
        throw new Error(`${region} has ${JSON.stringify(counted)}, not ${men}, ${women} and ${others}`)
    }
    const said = regions.map(({ region, voters: all }) => `${region} ${all.toLocaleString('en')}`)
    return { measures: [], sizes: `${said.join(', ')}: equal to the plan in every figure` }
  },
}
