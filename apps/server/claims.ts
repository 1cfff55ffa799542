import { openEvidence } from '@intikhab/kernel/files'
import type { Route } from '@intikhab/kernel/http'
import {
  claimRoutes,
  commissionOrderAct,
  createClaims,
  createPublicClaims,
  largestPaper,
  lawNow,
  voterHandles,
  type ClaimRouteParts,
  type Claims,
  type PublicClaims,
} from '@intikhab/rolls'
import { placesIn } from './data-folder.ts'
import type { House } from './house.ts'
import { whoIs } from './who-is.ts'

/** What the claims of the house work with. */
export async function claimParts(house: House): Promise<ClaimRouteParts> {
  const { database, ledger, rolls, now, identity, packSecret, environment } = house
  const evidence = await openEvidence({
    folder: placesIn(environment.dataFolder).claimsEvidence,
    limitBytes: largestPaper,
    now,
  })
  const base = { database, ledger, rolls, evidence, now, law: () => lawNow({ database, rolls, now }) }
  return {
    ...base,
    claims: createClaims(base),
    gate: identity,
    handles: voterHandles(packSecret),
    whoIs: whoIs(house),
    site: () => environment.site ?? `http://localhost:${environment.port}`,
  }
}

/** Claims and objections of the house: the desks' addresses, and what the public pages lodge and follow with. */
export async function openClaims(
  house: House,
): Promise<{ readonly routes: Route[]; readonly everybody: PublicClaims; readonly claims: Claims }> {
  const { database, ledger, now, approvals } = house
  const parts = await claimParts(house)
  approvals.define(commissionOrderAct({ database, ledger, now }))
  return { routes: claimRoutes({ ...parts, approvals }), everybody: createPublicClaims(parts), claims: parts.claims }
}
