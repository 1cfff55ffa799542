import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import type { ImportReport } from '@intikhab/kernel/tables'
import { createNominationsStore, type ContestList } from './store.ts'

/** Who lists the candidates of an election, and what the list was read from. */
export interface ListingOccasion {
  readonly electionId: string
  readonly actor: { readonly kind: 'account' | 'system'; readonly id: string }
  readonly at: Date
  readonly report: ImportReport
}

/** A refusal must also roll back what the transaction wrote before it. */
class Rollback extends Error {
  readonly outcome: Outcome<never>
  constructor(outcome: Outcome<never>) {
    super('rolled back')
    this.outcome = outcome
  }
}

/** Lists the contests of an election and leaves a ledger entry with the SHA-256 of the files read: both or neither. */
export async function listContests(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'append'> },
  list: ContestList,
  occasion: ListingOccasion,
): Promise<Outcome<{ readonly entryId: number }>> {
  const { electionId, actor, at, report } = occasion
  try {
    return await database.transaction(async (tx) => {
      const store = createNominationsStore(tx)
      const added = await store.addContests(electionId, list)
      if (!added.ok) throw new Rollback(added)
      await store.addReport(electionId, at, report)
      const [entryId = 0] = await ledger.append(tx, [
        {
          system: 'nominations',
          act: 'candidates-listed',
          subject: electionId,
          actor,
          madeAt: at.toISOString(),
          arrivedAt: at.toISOString(),
          detail: { totals: report.totals, files: report.files.map(({ sha256, rows }) => ({ sha256, rows })) },
        },
      ])
      return accept({ entryId })
    })
  } catch (error) {
    if (error instanceof Rollback) return error.outcome
    throw error
  }
}
