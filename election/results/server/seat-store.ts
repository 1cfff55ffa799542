import type pg from 'pg'
import type { Database } from '@intikhab/kernel/database'
import type { ActApproval, Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { readSeat, type SeatReader } from './seat-reader.ts'
import { writeSeat, type SeatWriter } from './seat-writer.ts'

/** Who acts in a seat and when. */
export interface OfficerAct {
  readonly electionId: string
  readonly contestId: string
  readonly actor: LedgerActor
  /** ISO 8601 in UTC. */
  readonly at: string
  /** The two people behind an act that takes two. */
  readonly approval?: ActApproval
}

/** A seat under its lock: nobody else corrects, records or consolidates there until the transaction ends. */
export type LockedSeat = SeatReader & SeatWriter

/** Runs `decide` in one transaction that holds the seat's lock; what it throws rolls everything back. */
export async function withSeat<T>(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'appendOn'> },
  act: OfficerAct,
  decide: (seat: LockedSeat) => Promise<T>,
): Promise<T> {
  const lock = `results ${act.electionId} ${act.contestId}`
  return onClient(database, 'begin', async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock])
    return decide({ ...readSeat(client, act), ...writeSeat(client, ledger, act) })
  })
}

/** Reads a seat in one unchanging state, without holding anybody up. */
export function lookAtSeat<T>(
  { database }: { readonly database: Database },
  seat: Pick<OfficerAct, 'electionId' | 'contestId'>,
  read: (seat: SeatReader) => Promise<T>,
): Promise<T> {
  return onClient(database, 'begin isolation level repeatable read read only', (client) => read(readSeat(client, seat)))
}

async function onClient<T>(database: Database, begin: string, act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const made = await act(client)
    await client.query('commit')
    return made
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      () => error as Error,
    )
    throw error
  } finally {
    client.release(broken)
  }
}
