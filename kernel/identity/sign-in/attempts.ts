import type { Database } from '@intikhab/kernel/database'
import { refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import { createFailureStore } from './failure-store.ts'
import { secondsToWait, type FailureKey } from './lock-out.ts'

/** Lets attempts at a secret be made as often as their counters allow. */
export interface Attempts {
  /**
   * Runs `check` unless the counters ask to wait. A refusal counts as a failure, except `busy`; success clears the
   * counters. `locked` runs when this failure is the one that begins the delay. Refuses `too-many-attempts`.
   */
  attempt<T>(
    counters: readonly FailureKey[],
    check: () => Promise<Outcome<T>>,
    locked: () => Promise<void>,
  ): Promise<Outcome<T>>
}

export function createAttempts(database: Database, now: () => Date): Attempts {
  const failures = createFailureStore(database.tables())
  return {
    async attempt(counters, check, locked) {
      const keys = counters.map((counter) => counter.key)
      const at = now()
      let wait = 0
      let reached = false
      await database.transaction((tx) =>
        createFailureStore(tx).countAttempt(keys, at, (counts) => {
          wait = Math.max(...counters.map(({ key, free }) => secondsToWait(counts.get(key), free, at)))
          reached = counters.some(({ key, free, told }) => told === true && counts.get(key)?.failures === free - 1)
          return wait === 0
        }),
      )
      if (wait > 0) return refuse(identityRefusals['too-many-attempts'], { detail: { retryAfterSeconds: wait } })
      const outcome = await check()
      if (outcome.ok) await failures.clearFailures(keys)
      else if (outcome.refusal.kind === identityRefusals.busy) await failures.forgiveAttempt(keys)
      else if (reached) await locked()
      return outcome
    },
  }
}
