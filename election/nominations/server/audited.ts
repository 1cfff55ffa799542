import type { Database } from '@intikhab/kernel/database'
import type { AuditedRecords } from '@intikhab/kernel/ledger'
import { contestRecord, registryRecord, reportRecord } from './records.ts'
import { createNominationsStore } from './store.ts'

/** Contests with their candidates, parties, symbols and reports, as the register has them now. */
export function auditedNominations(database: Pick<Database, 'tables'>): readonly AuditedRecords[] {
  const store = createNominationsStore(database.tables())
  return [
    {
      kind: 'nominations.contest',
      async *read() {
        for (const electionId of await store.listElections())
          for (const contest of await store.listContests(electionId)) yield contestRecord(electionId, contest)
      },
    },
    {
      kind: 'nominations.registry',
      async *read() {
        const [parties, symbols] = [await store.listParties(), await store.listSymbols()]
        if (parties.length + symbols.length > 0) yield registryRecord(parties, symbols)
      },
    },
    {
      kind: 'nominations.import',
      async *read() {
        for (const report of await store.listReports()) yield reportRecord(report)
      },
    },
  ]
}
