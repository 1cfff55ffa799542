import type { LedgerAct } from '@intikhab/kernel/ledger'
import type { FormReceipt } from '../stations/send-forms.ts'

/** What is wrong after a night of crashes; all empty when nothing is. */
export interface NightFaults {
  /** Acknowledged, and not in the ledger. */
  readonly lost: readonly string[]
  /** In the ledger more than once. */
  readonly twice: readonly string[]
  /** Forms that never got a receipt although their stations went on sending. */
  readonly neverTaken: readonly string[]
}

/** Holds the receipts against the acts of a ledger that was checked before. `expected`: forms as `NA-1/17 45`. */
export function checkNight(
  receipts: readonly FormReceipt[],
  expected: readonly string[],
  acts: readonly LedgerAct[],
): NightFaults {
  const times = new Map<string, number>()
  for (const { system, act, detail } of acts) {
    if (system !== 'results' || act !== 'form-received') continue
    const { bundleId } = detail
    if (typeof bundleId !== 'string') continue
    times.set(bundleId, (times.get(bundleId) ?? 0) + 1)
  }
  const nameOf = ({ stationId, form }: FormReceipt): string => `${stationId} ${form}`
  const acknowledged = new Set(receipts.map(nameOf))
  return {
    lost: receipts.filter(({ bundleId }) => !times.has(bundleId)).map(nameOf),
    twice: [...times].filter(([, count]) => count > 1).map(([bundleId]) => bundleId),
    neverTaken: expected.filter((name) => !acknowledged.has(name)),
  }
}
