import { useAct } from '@intikhab/kernel/console'
import type { ClaimEvent } from '../../../core/claims/claim.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'

/** Where the claims of a district are read, and taken in. */
export const claimsOf = (district: string): string => `/api/rolls/districts/${district}/claims`

/** Where a claim is read. */
export function addressOf({ district, docket }: { readonly district: string; readonly docket: string }): string {
  return `${claimsOf(district)}/${docket}`
}

/** Where the officer of a claim acts on it: the Revising Authority has addresses of its own. */
export function officeOf(claim: Pick<ClaimView, 'district' | 'docket' | 'period'>): string {
  const { district, docket, period } = claim
  return period === 'display' ? `/api/rolls/districts/${district}/revisions/${docket}` : addressOf(claim)
}

/** What shows the claim, to be read anew after an act. */
export function shownAt(claim: Pick<ClaimView, 'district' | 'docket'>) {
  return [[addressOf(claim)], [claimsOf(claim.district)]] as const
}

/** A step of the officer with a claim. */
export function useStep(claim: ClaimView) {
  return useAct<ClaimEvent, { readonly state: string }>(`${officeOf(claim)}/steps`, { refresh: shownAt(claim) })
}
