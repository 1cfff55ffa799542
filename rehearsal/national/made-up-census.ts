import { seeded } from '../country/random.ts'
import { apportion } from './apportion.ts'
import { inCensusOrder, type CensusBlock, type CensusBlocks } from './census.ts'
import { censusDistricts } from './districts.ts'

/** As many as the tables of 2017 have. */
const blocks = 163_302

/** The real census has no district above 522, so that none of these codes is a real block's. */
const firstDistrict = 601

/** Blocks to a circle, circles to a charge. */
const [toCircle, toCharge] = [9, 11]

/**
 * Blocks of a country of the same size, where the census is not at hand: as many, shared out among the same districts,
 * one in a hundred empty, the others of some 1,270 people and few above 5,000.
 */
export function makeUpCensus(seed: string): CensusBlocks {
  const made: CensusBlock[] = []
  const counts = apportion(
    blocks,
    censusDistricts.map(({ weight }) => Math.round(10 * weight)),
  )
  for (const [district, { code }] of censusDistricts.entries()) {
    const random = seeded(`${seed}/census/${code}`)
    const townCircles = 0.2 + 0.5 * random.unit()
    let isUrban = false
    for (let i = 0; i < (counts[district] ?? 0); i++) {
      if (i % toCircle === 0) isUrban = random.unit() < townCircles
      const circle = Math.floor(i / toCircle)
      const place = (Math.floor(circle / toCharge) + 1) * 10_000 + ((circle % toCharge) + 1) * 100 + (i % toCircle) + 1
      const population = random.unit() < 0.01 ? 0 : Math.round(1080 * Math.exp(0.55 * random.normal()))
      made.push({ code: (firstDistrict + district) * 1_000_000 + place, district, population, isUrban })
    }
  }
  return inCensusOrder('made-up census', made)
}
