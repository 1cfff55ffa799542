import type { Database } from '@intikhab/kernel/database'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { peopleAct } from './acts.ts'
import { createAccountStore } from './account-store.ts'
import { enterAccount, normalName, officeWords, type RecordActs } from './register.ts'
import type { OwnPassword } from '../sign-in/own-password.ts'
import type { Grant } from '../rights/person.ts'
import { newTotpSecret, totpAddress } from '../sign-in/second-factor.ts'

/** A new member of staff. */
export interface AccountRequest {
  /** What is typed to sign in; upper and lower case are one. */
  readonly signInName: string
  /** What others see. */
  readonly name: string
  readonly password: string
  readonly grants: readonly Grant[]
  /** Base32; a new one where nothing is given. */
  readonly totpSecret?: string
}

export interface Accounts {
  /** Makes an account; the address is for the authenticator app and is shown once. Refuses `weak-password`, `name-taken`. */
  create(request: AccountRequest): Promise<Outcome<{ accountId: string; totpSecret: string; totpAddress: string }>>
  findByName(signInName: string): Promise<string | undefined>
}

/** Accounts of the first hour are made by the program itself; everybody else is invited. */
const program = { kind: 'system', id: 'program' } as const

export function createAccounts(
  database: Database,
  now: () => Date,
  record: RecordActs,
  prepare: OwnPassword['prepare'],
): Accounts {
  const store = createAccountStore(database.tables())

  return {
    async create(request) {
      const signInName = normalName(request.signInName)
      const totpSecret = request.totpSecret ?? newTotpSecret()
      const methods = await prepare(signInName, { password: request.password, totpSecret })
      if (!methods.ok) return methods
      const at = now()
      return database.transaction(async (tx) => {
        const entered = await enterAccount(tx, request, at)
        if (!entered.ok) return entered
        const { accountId, changes } = entered.value
        const ways = await methods.value(tx, accountId)
        const detail = { offices: officeWords(request.grants) }
        await record(tx, [
          peopleAct('account-made', accountId, { actor: program, at }, { changes: [...changes, ...ways], detail }),
        ])
        return accept({ accountId, totpSecret, totpAddress: totpAddress(totpSecret, signInName) })
      })
    },
    findByName: (signInName) => store.findAccountId(normalName(signInName)),
  }
}
