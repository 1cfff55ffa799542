import type { Database } from '@intikhab/kernel/database'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { createAccountStore } from './account-store.ts'
import { enterAccount, normalName, peopleAct, type RecordActs } from './register.ts'
import { failureKeys, secondsToWait } from '../sign-in/lock-out.ts'
import { createFailureStore } from '../sign-in/failure-store.ts'
import { createPasswords, isAcceptablePassword } from '../sign-in/password.ts'
import type { Grant } from '../rights/person.ts'
import { identityRefusals } from '../refusals.ts'
import { findTotpStep, newTotpSecret, totpAddress } from '../sign-in/second-factor.ts'

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

interface SignInAttempt {
  readonly signInName: string
  readonly password: string
  /** Six digits from the authenticator app. */
  readonly code: string
  readonly ip: string
}

export interface Accounts {
  /** Makes an account; the address is for the authenticator app and is shown once. Refuses `weak-password`, `name-taken`. */
  create(request: AccountRequest): Promise<Outcome<{ accountId: string; totpSecret: string; totpAddress: string }>>
  findByName(signInName: string): Promise<string | undefined>
  /** Checks name, password and code; the account id when all are right. Refuses `wrong-credentials`, `too-many-attempts`, `busy`. */
  check(attempt: SignInAttempt): Promise<Outcome<string>>
}

/** Accounts of the first hour are made by the program itself; everybody else is invited. */
const program = { kind: 'system', id: 'program' } as const

export function createAccounts(database: Database, now: () => Date, record: RecordActs): Accounts {
  const store = createAccountStore(database.tables())
  const failures = createFailureStore(database.tables())
  const passwords = createPasswords()

  return {
    async create(request) {
      const signInName = normalName(request.signInName)
      if (!isAcceptablePassword(request.password, signInName))
        return refuse(identityRefusals['weak-password'], { field: '/password' })
      const totpSecret = request.totpSecret ?? newTotpSecret()
      const passwordHash = await passwords.hash(request.password)
      const at = now()
      return database.transaction(async (tx) => {
        const entered = await enterAccount(tx, request, at)
        if (!entered.ok) return entered
        const { accountId, changes } = entered.value
        await createAccountStore(tx).setSecrets(accountId, passwordHash, totpSecret)
        await record(tx, [peopleAct('account-made', accountId, { actor: program, at }, { changes })])
        return accept({ accountId, totpSecret, totpAddress: totpAddress(totpSecret, signInName) })
      })
    },
    findByName: (signInName) => store.findAccountId(normalName(signInName)),
    async check({ signInName, password, code, ip }) {
      const name = normalName(signInName)
      const at = now()
      const counters = failureKeys(name, ip)
      const keys = counters.map((counter) => counter.key)
      let wait = 0
      await database.transaction((tx) =>
        createFailureStore(tx).countAttempt(keys, at, (counts) => {
          wait = Math.max(...counters.map(({ key, free }) => secondsToWait(counts.get(key), free, at)))
          return wait === 0
        }),
      )
      if (wait > 0) return refuse(identityRefusals['too-many-attempts'], { detail: { retryAfterSeconds: wait } })
      const credentials = await store.findCredentials(name)
      const right = await passwords.check(credentials?.passwordHash, password)
      if (!right.ok) {
        await failures.forgiveAttempt(keys)
        return right
      }
      const step = credentials === undefined ? undefined : findTotpStep(credentials.totpSecret, code.trim(), at)
      if (!right.value || credentials === undefined || step === undefined)
        return refuse(identityRefusals['wrong-credentials'])
      // The code is used up only together with the right password: a stranger cannot spend an officer's codes.
      if (!(await store.useTotpStep(credentials.accountId, step))) return refuse(identityRefusals['wrong-credentials'])
      await failures.clearFailures(keys)
      return accept(credentials.accountId)
    },
  }
}
