import { countEverybody } from './count-everybody.ts'
import { freezeEdition } from './edition.ts'
import { registryFeedStep } from './feed.ts'
import { searchByName } from './search.ts'
import { statisticsStep, storedCountStep } from './statistics.ts'
import type { RollsStep } from './steps.ts'

/** What is measured on the loaded register, in this order. */
export const stepsAfterLoad: readonly RollsStep[] = [
  countEverybody,
  searchByName,
  freezeEdition,
  storedCountStep,
  registryFeedStep,
  statisticsStep,
]
