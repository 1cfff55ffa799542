import { streamRows, type Database } from '@intikhab/kernel/database'
import type { AuditedRecords, RecordChange } from '@intikhab/kernel/ledger'
import { invitationOf, type InvitationRow } from './invitation-store.ts'
import { officeOf, type OfficeRow } from './office-store.ts'
import { accountOf, grantOf, type AccountRow, type GrantRow } from './people-store.ts'
import { auditedWays } from '../sign-in/ways.ts'
import { accountChange, grantChange, invitationChange, officeChange } from './records.ts'

/**
 * The register of people as the ledger holds it: offices, accounts, what they hold, and invitations. What was erased is
 * left out: its last entry says that it is no longer there. Left out are only rows that open nothing: closed, ended,
 * accepted.
 */
export function auditedPeople(database: Pick<Database, 'pool'>): AuditedRecords[] {
  function audited(kind: string, query: string, changeOf: (row: never) => RecordChange): AuditedRecords {
    return {
      kind,
      async *read() {
        for await (const row of streamRows(database, query)) {
          const { record, after } = changeOf(row as never)
          yield { record, hash: after ?? '' }
        }
      },
    }
  }
  return [
    auditedWays(database),
    audited('identity.office', 'select * from identity.office', (row: OfficeRow) => officeChange(null, officeOf(row))),
    audited(
      'identity.account',
      'select * from identity.account where not (erased_at is not null and salt is null and disabled_at is not null)',
      (row: AccountRow) => accountChange(null, accountOf(row)),
    ),
    audited(
      'identity.grant',
      'select * from identity.account_grant where not (salt is null and ended_at is not null)',
      (row: GrantRow) => grantChange(null, grantOf(row)),
    ),
    audited(
      'identity.invitation',
      'select * from identity.invitation where not (salt is null and accepted_at is not null)',
      (row: InvitationRow) => invitationChange(null, invitationOf(row)),
    ),
  ]
}
