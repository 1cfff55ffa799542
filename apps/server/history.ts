import { createHistory, type History } from '@intikhab/kernel/history'
import { findPeopleReason } from '@intikhab/kernel/identity'
import type { LedgerAct } from '@intikhab/kernel/ledger'
import { findResultsReason } from '@intikhab/results'
import { findRollsReason } from '@intikhab/rolls'
import { actSentences } from './act-sentences.ts'
import type { House } from './house.ts'

/** The version that an act of the programme or of a polling scheme made. */
function versionOf({ detail: { version } }: LedgerAct): number {
  return typeof version === 'number' ? version : 0
}

/** The history of any record, with the names and reasons that the house keeps beside the ledger. */
export function openHistory(house: House, onProblem: (problem: unknown) => void): History {
  const { database, ledger, identity, approvals, programme, schemes } = house
  return createHistory({
    database,
    ledger,
    onProblem,
    sentences: actSentences(approvals.titleOf),
    may: (person, act, where) => identity.grantFor(person, act, where) !== undefined,
    async findName(reader, accountId) {
      const found = await identity.people.find(reader, accountId)
      return found.ok ? found.value.account.name : undefined
    },
    findReason: {
      approvals: (act) => approvals.findReason(act),
      identity: (act) => findPeopleReason(database, act),
      'polling-scheme': (act) => schemes.store.findReason(act.subject, versionOf(act)),
      programme: (act) => programme.store.findReason(act.subject, versionOf(act)),
      results: (act) => findResultsReason(database, act),
      rolls: (act) => findRollsReason(database, act),
    },
  })
}
