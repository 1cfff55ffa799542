import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import { freshDatabase, ledgerInMemory, testClock } from '@intikhab/kernel/testkit'
import { rollsMigrations } from '../migrations/index.ts'
import { areas, districts, everybody, roll } from './made-up-voters.testkit.ts'
import { createRolls, type Rolls } from './rolls.ts'

/** A database of its own with the made-up places, roll and voters, and what the ledger was told of it. */
export interface MadeUpRegister {
  readonly database: Database
  /** Of the owner. */
  readonly url: string
  readonly clock: ReturnType<typeof testClock>
  readonly acts: LedgerAct[]
  readonly ledger: Pick<Ledger, 'append'>
  readonly rolls: Rolls
  drop(): Promise<void>
}

/** `each` men and as many women in each of the four blocks, loaded by `actor` at the instant `at`, when the clock stands. */
export async function openMadeUpRegister(
  postgresUrl: string,
  each: number,
  actor: LedgerActor,
  at = '2024-03-01T00:00:00Z',
): Promise<MadeUpRegister> {
  const { database, url, drop } = await freshDatabase(postgresUrl, [rollsMigrations])
  const clock = testClock(at)
  const { acts, ledger } = ledgerInMemory()
  const rolls = createRolls({ database, ledger, now: clock.now })
  await rolls.putPlaces(districts, areas, { actor })
  await rolls.addRoll(roll, { actor })
  const loaded = await rolls.importFeed({ name: 'registry.csv', voters: () => everybody(each) }, { actor })
  if (!loaded.ok) throw new Error(loaded.refusal.kind.code)
  return { database, url, clock, acts, ledger, rolls, drop }
}
