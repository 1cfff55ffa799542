import type { Database } from '@intikhab/kernel/database'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { Kysely } from 'kysely'

class Refused extends Error {
  readonly outcome: Extract<Outcome<never>, { ok: false }>
  constructor(outcome: Extract<Outcome<never>, { ok: false }>) {
    super('refused')
    this.outcome = outcome
  }
}

/** Runs `act` in one transaction of which nothing stays if it refuses: a number given out, a note of an objection. */
export async function allOrNothing<T>(
  database: Pick<Database, 'transaction'>,
  act: (tx: Kysely<unknown>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await database.transaction(async (tx) => {
      const done = await act(tx)
      if (!done.ok) throw new Refused(done)
      return done
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}
