import type { Ledger } from './ledger.ts'
import { unwitnessed } from './policy.ts'
import { createWitnesses, type Witnesses } from './witnesses.ts'

/** The witnesses of a log that has none. */
export function noWitnesses(ledger: Ledger): Witnesses {
  return createWitnesses({ ledger, policy: unwitnessed, now: () => new Date(), onRefused: () => undefined })
}
