import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor, RecordChange } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import type { RecordActs } from '../devices/devices.ts'
import { signInAct } from './acts.ts'
import type { Attempts } from './attempts.ts'
import { sessionKeys } from './lock-out.ts'
import { createMethodStore } from './method-store.ts'
import type { Passwords } from './password.ts'
import { isAcceptablePassword } from './password-strength.ts'
import type { Seal } from './seal.ts'
import { createSessionStore } from './session-store.ts'
import { openWays } from './ways.ts'

/** The password of somebody who is signed in, and of accounts that the program itself makes. */
export interface OwnPassword {
  /**
   * Sets a new password; the one of before is asked where there is one. Ends the other sessions. Refuses
   * `weak-password`, `wrong-password`, `too-many-attempts`, `busy`.
   */
  change(
    person: Person,
    typed: { readonly old: string; readonly password: string },
    actor: LedgerActor,
  ): Promise<Outcome<void>>
  /**
   * Prepares a password and an authenticator app for an account that is about to be made; the result writes them in
   * the transaction that makes it, and tells what that
   * changed. Refuses `weak-password`.
   */
  prepare(
    signInName: string,
    secrets: { readonly password: string; readonly totpSecret: string },
  ): Promise<Outcome<(tx: Transaction<unknown>, accountId: string) => Promise<RecordChange[]>>>
}

export interface OwnPasswordParts {
  readonly database: Database
  readonly now: () => Date
  readonly record: RecordActs
  readonly attempts: Attempts
  readonly passwords: Passwords
  readonly seal: Seal
  /** Enters in the ledger that an account is being guessed at. */
  tellLocked(accountId: string): Promise<void>
}

export function createOwnPassword(parts: OwnPasswordParts): OwnPassword {
  const { database, now, record, attempts, passwords, seal, tellLocked } = parts
  const store = createMethodStore(database.tables())
  const weak = () => refuse(identityRefusals['weak-password'], { field: '/password' })

  return {
    async change(person, { old, password }, actor) {
      const { accountId, session } = person
      const names = await store.findNames(accountId)
      if (!isAcceptablePassword(password, names?.signInName ?? '')) return weak()
      const before = await store.findPasswordHash(accountId)
      if (before !== undefined) {
        const shown = await attempts.attempt(
          sessionKeys(session.id),
          async () => {
            const right = await passwords.check(before, old)
            if (!right.ok) return right
            return right.value ? accept(undefined) : refuse(identityRefusals['wrong-password'], { field: '/old' })
          },
          () => tellLocked(accountId),
        )
        if (!shown.ok) return shown
      }
      const hash = await passwords.hash(password)
      const at = now()
      await database.transaction(async (tx) => {
        const ways = await openWays(tx, accountId)
        await createMethodStore(tx).setPassword(accountId, hash, at)
        const ended = await createSessionStore(tx).endSessionsOf(accountId, session.id)
        await record(tx, [signInAct('password-changed', accountId, actor, at, { ended }, await ways.changes())])
      })
      return accept(undefined)
    },

    async prepare(signInName, { password, totpSecret }) {
      if (!isAcceptablePassword(password, signInName)) return weak()
      const hash = await passwords.hash(password)
      return accept(async (tx, accountId) => {
        const ways = await openWays(tx, accountId)
        const inside = createMethodStore(tx)
        const at = now()
        await inside.setPassword(accountId, hash, at)
        await inside.setAuthenticator(accountId, await seal.seal(accountId, totpSecret), 0, at)
        return ways.changes()
      })
    },
  }
}
