import { randomUUID } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { createAccountStore } from './account-store.ts'
import { failureKeys, secondsToWait } from '../sign-in/lock-out.ts'
import { createFailureStore } from '../sign-in/failure-store.ts'
import { createPasswords, isAcceptablePassword } from '../sign-in/password.ts'
import type { Grant } from '../rights/person.ts'
import { identityRefusals } from '../refusals.ts'
import { createSessionStore } from '../sign-in/session-store.ts'
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
  /** Replaces the offices of an account; in force with its next request. */
  setGrants(accountId: string, grants: readonly Grant[]): Promise<void>
  /** Disables an account and ends its sessions at once. Refuses `account-unknown`. */
  disable(accountId: string): Promise<Outcome<void>>
  /** Checks name, password and code; the account id when all are right. Refuses `wrong-credentials`, `too-many-attempts`, `busy`. */
  check(attempt: SignInAttempt): Promise<Outcome<string>>
}

function normalName(signInName: string): string {
  return signInName.normalize('NFKC').trim().toLowerCase()
}

export function createAccounts(database: Database, now: () => Date): Accounts {
  const store = createAccountStore(database.tables())
  const failures = createFailureStore(database.tables())
  const passwords = createPasswords()

  return {
    async create(request) {
      const signInName = normalName(request.signInName)
      if (!isAcceptablePassword(request.password, signInName))
        return refuse(identityRefusals['weak-password'], { field: '/password' })
      const totpSecret = request.totpSecret ?? newTotpSecret()
      const account = {
        id: randomUUID(),
        signInName,
        name: request.name,
        passwordHash: await passwords.hash(request.password),
        totpSecret,
        madeAt: now(),
      }
      return database.transaction(async (tx) => {
        const inside = createAccountStore(tx)
        if (!(await inside.addAccount(account))) return refuse(identityRefusals['name-taken'], { field: '/signInName' })
        await inside.setGrants(account.id, request.grants)
        return accept({ accountId: account.id, totpSecret, totpAddress: totpAddress(totpSecret, signInName) })
      })
    },
    findByName: (signInName) => store.findAccountId(normalName(signInName)),
    setGrants: (accountId, grants) => database.transaction((tx) => createAccountStore(tx).setGrants(accountId, grants)),
    async disable(accountId) {
      const done = await database.transaction(async (tx) => {
        await createSessionStore(tx).endSessionsOf(accountId)
        return createAccountStore(tx).disableAccount(accountId, now())
      })
      return done ? accept(undefined) : refuse(identityRefusals['account-unknown'])
    },
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
