import type { Person } from '@intikhab/kernel/identity'
import type { ShownOfficer } from '../../core/register/officer.ts'

/** Says who an account is, as far as the reader may know. */
export type WhoIs = (accountId: string, reader: Person | null) => Promise<ShownOfficer>

/** Whom the accounts are, each asked for once. */
export async function showOfficers(
  accountIds: Iterable<string>,
  whoIs: (accountId: string) => Promise<ShownOfficer>,
): Promise<ReadonlyMap<string, ShownOfficer>> {
  const officers = new Map<string, ShownOfficer>()
  for (const id of new Set(accountIds)) officers.set(id, await whoIs(id))
  return officers
}
