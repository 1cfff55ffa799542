import type { LedgerActor } from '@intikhab/kernel/ledger'
import type { House } from '../house.ts'

/** The one district of the demonstration country, whose offices these are. */
export const district = 'islamabad'

/** Who works at the registration offices of the demonstration, as the ledger names them. */
export interface Officers {
  /** The District Election Commissioner, who is the Registration Officer. */
  readonly registrationOfficer: LedgerActor
  /** The Assistant Registration Officer at the counter. */
  readonly counter: LedgerActor
  readonly revisingAuthority: LedgerActor
  readonly secretariat: LedgerActor
}

/** Finds the accounts of the demonstration. */
export async function findOfficers({ identity }: House): Promise<Officers> {
  const find = async (signInName: string, role: string, office: string): Promise<LedgerActor> => {
    const id = await identity.accounts.findByName(signInName)
    if (id === undefined) throw new Error(`the demonstration has no account ${signInName}`)
    return { kind: 'account', id, role, office }
  }
  const here = `district/${district}`
  return {
    registrationOfficer: await find('district-officer', 'district-officer', here),
    counter: await find('registration-counter', 'assistant-registration-officer', here),
    revisingAuthority: await find('revising-authority', 'revising-authority', here),
    secretariat: await find('secretariat', 'secretariat', 'national'),
  }
}
