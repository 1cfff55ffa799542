import type { LedgerAct } from '@intikhab/kernel/ledger'
import type { RollsActName } from '../../core/acts.ts'

/** An act of the rolls for the ledger, made and arrived at one instant (ISO 8601 in UTC): nothing lies between desk and register. */
export function rollsAct(
  act: RollsActName,
  at: string,
  about: Omit<LedgerAct, 'system' | 'act' | 'madeAt' | 'arrivedAt'>,
): LedgerAct {
  return { system: 'rolls', act, madeAt: at, arrivedAt: at, ...about }
}
