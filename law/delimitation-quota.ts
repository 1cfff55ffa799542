import type { RulePack } from './rule-pack.ts'

/** Persons for each seat, kept as the ratio it is: population of the province (or area) to its seats. */
export interface PopulationQuota {
  readonly population: number
  readonly seats: number
}

export interface QuotaVariation {
  /** Hundredths of a percent, rounded, for display: +1172 is 11.72 % above the quota. */
  readonly basisPoints: number
  /** True where the variation is more than the law allows without recorded reasons. */
  readonly reasonRequired: boolean
  readonly limitPercent: number
  readonly section: string | null
  readonly unconfirmed: boolean
}

/** The quota of an area. @throws RangeError unless both are positive whole numbers. */
export function populationQuota(population: number, seats: number): PopulationQuota {
  for (const number of [population, seats])
    if (!Number.isSafeInteger(number) || number <= 0) throw new RangeError(`not a positive whole number: ${number}`)
  return { population, seats }
}

/** The quota in whole persons, rounded, for display. Comparisons use the ratio. */
export function roundedQuota(quota: PopulationQuota): number {
  return Math.round(quota.population / quota.seats)
}

/**
 * How far a constituency's population lies from the quota (s.20), and whether reasons must be recorded.
 * Exactly the limit needs none.
 *
 * @throws RangeError unless `population` is a whole number of persons.
 */
export function quotaVariation(pack: RulePack, population: number, quota: PopulationQuota): QuotaVariation {
  if (!Number.isSafeInteger(population) || population < 0) throw new RangeError(`not a population: ${population}`)
  const { value: limitPercent, section, unconfirmed } = pack.values.delimitation.variationPercent
  const difference = population * quota.seats - quota.population
  return {
    basisPoints: Math.round((difference * 10_000) / quota.population),
    reasonRequired: Math.abs(difference) * 100 > quota.population * limitPercent,
    limitPercent,
    section,
    unconfirmed,
  }
}
