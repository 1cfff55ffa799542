import { randomBytes, randomUUID } from 'node:crypto'
import type { LedgerAct, RecordChange } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import { identityRefusals } from '../refusals.ts'
import type { Grant } from '../rights/person.ts'
import { createPeopleStore } from './people-store.ts'
import { accountChange, grantChange } from './records.ts'

/** Writes ledger entries in the transaction of the act. */
export type RecordActs = (tx: Transaction<unknown>, acts: LedgerAct[]) => Promise<unknown>

/** Bytes of the salt that stands beside a record of a person, for as long as it is not erased. */
export const freshSalt = () => randomBytes(16)

/** The name as it is stored and looked up: upper and lower case are one, and so are full-width and common letters. */
export function normalName(signInName: string): string {
  return signInName.normalize('NFKC').trim().toLowerCase()
}

/** Offices in words that hold no name: `returning-officer constituency/NA-46 general-election-2024`. */
export function officeWords(grants: readonly Grant[]): string {
  return grants
    .map(({ role, scope }) => {
      const place = scope.kind === 'national' ? 'national' : `${scope.kind}/${scope.code}`
      return [role, place, ...(scope.electionId === undefined ? [] : [scope.electionId])].join(' ')
    })
    .join(', ')
}

/** Gives an account offices that it does not hold already; what was done to the register. */
export async function enterGrants(
  tx: Transaction<unknown>,
  accountId: string,
  grants: readonly Grant[],
  at: Date,
): Promise<RecordChange[]> {
  const store = createPeopleStore(tx)
  const changes: RecordChange[] = []
  for (const grant of grants) {
    const row = { id: randomUUID(), accountId, grant, madeAt: at, endedAt: null, salt: freshSalt() }
    if (await store.addGrant(row)) changes.push(grantChange(null, row))
  }
  return changes
}

/** Enters an account with its offices and no way of signing in yet. Refuses `name-taken`. */
export async function enterAccount(
  tx: Transaction<unknown>,
  person: { readonly signInName: string; readonly name: string; readonly grants: readonly Grant[] },
  at: Date,
): Promise<Outcome<{ readonly accountId: string; readonly changes: readonly RecordChange[] }>> {
  const account = {
    id: randomUUID(),
    signInName: normalName(person.signInName),
    name: person.name,
    madeAt: at,
    closedAt: null,
    salt: freshSalt(),
  }
  if (!(await createPeopleStore(tx).addAccount(account)))
    return refuse(identityRefusals['name-taken'], { field: '/signInName' })
  const given = await enterGrants(tx, account.id, person.grants, at)
  return accept({ accountId: account.id, changes: [accountChange(null, account), ...given] })
}
