import { claimRefusals } from './claims/refusals.ts'
import { editionRefusals } from './editions/refusals.ts'
import { qualityRefusals } from './quality/refusals.ts'
import { registerRefusals } from './register/refusals.ts'
import { feedRefusals } from './registry-feed/refusals.ts'

/** What the rolls refuse, part by part. */
export const rollsRefusals = {
  ...registerRefusals,
  ...editionRefusals,
  ...claimRefusals,
  ...feedRefusals,
  ...qualityRefusals,
}
