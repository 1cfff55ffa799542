import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeUpCensus } from './made-up-census.ts'
import { planNational, type NationalPlan } from './national-plan.ts'
import { censusFile, readCensus } from './read-census.ts'
import { nationalTotal } from './roll-2024.ts'

/** What a national roll is made from. The same options give the same roll, to the last digit. */
export interface NationalOptions {
  readonly seed: string
  /** How many voters, exactly; by default the 128,585,760 of 2024. */
  readonly voters?: number
  /** Folder of real data. Where it has no census, a country of the same size is made up. */
  readonly data?: string | undefined
}

/** Reads the census, or makes one up, and plans the roll over it: about two seconds. */
export async function openPlan({ seed, voters = nationalTotal, data }: NationalOptions): Promise<NationalPlan> {
  const census = data !== undefined && existsSync(join(data, censusFile)) ? await readCensus(data) : makeUpCensus(seed)
  return planNational(census, seed, voters)
}
