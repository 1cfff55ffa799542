import type { Database } from '@intikhab/kernel/database'
import type { ActBy, AuditedRecord, JsonValue, Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import type { ImportReport } from '@intikhab/kernel/tables'
import type { NominationActName } from '../core/acts.ts'
import { contestRecord, registryRecord, reportRecord } from './records.ts'
import { createNominationsStore, type ContestList } from './store.ts'

/** Who lists the candidates of an election, and what the list was read from. */
export interface ListingOccasion {
  readonly electionId: string
  readonly by: ActBy
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

/**
 * Lists the contests of an election and leaves a ledger entry with the SHA-256 of the files read, and one for each
 * contest: all or nothing.
 */
export async function listContests(
  { database, ledger }: { readonly database: Database; readonly ledger: Pick<Ledger, 'append'> },
  list: ContestList,
  occasion: ListingOccasion,
): Promise<Outcome<{ readonly entryId: number }>> {
  const { electionId, by, at, report } = occasion
  try {
    return await database.transaction(async (tx) => {
      const store = createNominationsStore(tx)
      const registry = async () => registryRecord(await store.listParties(), await store.listSymbols())
      const before = await registry()
      const added = await store.addContests(electionId, list)
      if (!added.ok) throw new Rollback(added)
      const id = await store.addReport(electionId, at, report)
      const after = await registry()
      const kept = { id, electionId, importedAt: at, report: report as unknown as JsonValue }
      const registryChange = { ...after, before: before.hash === registryRecord([], []).hash ? null : before.hash }
      const act = (
        name: NominationActName,
        subject: string,
        changes: readonly (AuditedRecord & { readonly before?: string | null })[],
        detail: LedgerAct['detail'],
      ): LedgerAct => ({
        system: 'nominations',
        act: name,
        subject,
        ...by,
        madeAt: at.toISOString(),
        arrivedAt: at.toISOString(),
        changes: changes.map(({ record, hash, before = null }) => ({ record, before, after: hash })),
        detail,
      })
      const [entryId = 0] = await ledger.append(tx, [
        act('candidates-listed', electionId, [reportRecord(kept), registryChange], {
          totals: report.totals,
          files: report.files.map(({ sha256, rows }) => ({ sha256, rows })),
        }),
        ...list.contests.map((contest) =>
          act('contest-listed', `${electionId}/${contest.id}`, [contestRecord(electionId, contest)], {
            candidates: contest.candidates.length,
            status: contest.status,
          }),
        ),
      ])
      return accept({ entryId })
    })
  } catch (error) {
    if (error instanceof Rollback) return error.outcome
    throw error
  }
}
