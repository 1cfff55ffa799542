import { useAct } from '@intikhab/kernel/console'
import type { ClaimEvent } from '../../../core/claims/claim.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'

/** Where the officer of a claim acts on it: the Revising Authority has addresses of its own. */
export function officeOf({ district, docket, period }: Pick<ClaimView, 'district' | 'docket' | 'period'>): string {
  return `/api/rolls/districts/${district}/${period === 'display' ? 'revisions' : 'claims'}/${docket}`
}

/** What shows the claim, to be read anew after an act. */
export function shownAt({ district, docket }: Pick<ClaimView, 'district' | 'docket'>) {
  return [[`/api/rolls/districts/${district}/claims/${docket}`], [`/api/rolls/districts/${district}/claims`]] as const
}

/** A step of the officer with a claim. */
export function useStep(claim: ClaimView) {
  return useAct<ClaimEvent, { readonly state: string }>(`${officeOf(claim)}/steps`, { refresh: shownAt(claim) })
}

/** An instant out of a day and an hour in Karachi, whatever the clock of this computer is set to. */
export function karachi(day: string, hour: string): string {
  return new Date(`${day}T${hour}:00+05:00`).toISOString()
}

/** Today in Karachi. */
export function today(): string {
  return new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10)
}
