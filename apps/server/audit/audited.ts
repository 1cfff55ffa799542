import { auditedDelimitation } from '@intikhab/delimitation'
import { createApprovals } from '@intikhab/kernel/approvals'
import type { Database } from '@intikhab/kernel/database'
import { auditedEditions, type EditionStore } from '@intikhab/kernel/editions'
import { auditedDevices, auditedPeople } from '@intikhab/kernel/identity'
import type { AuditedRecords, Ledger } from '@intikhab/kernel/ledger'
import { auditedNominations } from '@intikhab/nominations'
import { auditedPollingSchemes } from '@intikhab/polling-scheme'
import { auditedProgramme } from '@intikhab/programme'
import { auditedResults } from '@intikhab/results'
import { auditedClaims, auditedEditionRecords, auditedQuality, auditedRolls } from '@intikhab/rolls'

/** The records of every register of the house whose changes are entered in the ledger. */
export function auditedRecords(database: Database, store: EditionStore): readonly AuditedRecords[] {
  return [
    ...auditedPeople(database),
    ...auditedDevices(database),
    auditedApprovals(database),
    ...auditedProgramme(database),
    ...auditedDelimitation(database),
    ...auditedRolls(database),
    ...auditedClaims(database),
    ...auditedEditionRecords(database),
    ...auditedQuality(database),
    ...auditedPollingSchemes(database),
    ...auditedNominations(database),
    ...auditedResults(database),
    auditedEditions(store),
  ]
}

/** The proposals, read by a room in which nobody proposes. */
function auditedApprovals(database: Database): AuditedRecords {
  const nobody = () => undefined
  const ledger: Pick<Ledger, 'append' | 'leafOf'> = {
    append: () => Promise.reject(new Error('an audit writes nothing')),
    leafOf: () => Promise.resolve(new Map()),
  }
  const gate = { grantFor: nobody, approvingGrantFor: nobody, wantsFreshFactor: () => true }
  return createApprovals({ database, ledger, gate, now: () => new Date() }).audited
}

/** Acts of an account that take two people, by their names in the ledger. */
export const weightyActs: ReadonlySet<string> = new Set([
  'programme/election-announced',
  'programme/programme-changed',
  'rolls/roll-frozen',
  'rolls/commission-ordered',
  'rolls/stage-ordered',
  'results/form-corrected',
  'results/set-aside-decided',
  'results/recount-ordered',
])

/** Acts that set a form right. */
export const correctingActs: ReadonlySet<string> = new Set(['results/form-corrected'])
