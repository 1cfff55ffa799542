import type { Database } from '@intikhab/kernel/database'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { normalName } from '../people/register.ts'
import { identityRefusals } from '../refusals.ts'
import type { Attempts } from './attempts.ts'
import type { Authenticators } from './authenticators.ts'
import { nameKeys } from './lock-out.ts'
import { createMethodStore, type Credentials } from './method-store.ts'
import type { Passwords } from './password.ts'
import type { RecoveryCodes } from './recovery-codes.ts'
import { createSessionStore } from './session-store.ts'

/** What is typed at the door. */
interface TypedSecrets {
  readonly name: string
  readonly password: string
  /** Six digits from the authenticator app, or a recovery code. */
  readonly code: string
}

/** From where it is typed: `browser` is the mark of a browser that has one. */
interface AtTheDoor {
  readonly ip: string
  readonly browser: string | undefined
}

/** Sign-in by name. All wrong parts are one refusal: a stranger learns nothing. */
export interface PasswordSignIn {
  /** Checks name, password and code; the account id when all are right. Refuses `wrong-credentials`, `too-many-attempts`, `busy`. */
  check(typed: TypedSecrets, from: AtTheDoor): Promise<Outcome<string>>
  /** The same with a recovery code; the password is asked of accounts that have one. */
  recover(typed: TypedSecrets, from: AtTheDoor): Promise<Outcome<string>>
}

export interface PasswordSignInParts {
  readonly database: Database
  readonly attempts: Attempts
  readonly passwords: Passwords
  readonly authenticators: Authenticators
  readonly recoveryCodes: RecoveryCodes
  /** Enters in the ledger that an account is being guessed at. */
  tellLocked(accountId: string): Promise<void>
}

export function createPasswordSignIn(parts: PasswordSignInParts): PasswordSignIn {
  const { database, tellLocked, attempts, passwords, authenticators, recoveryCodes } = parts
  const store = createMethodStore(database.tables())
  const sessions = createSessionStore(database.tables())
  const wrong = () => refuse(identityRefusals['wrong-credentials'])

  async function attempt(
    typed: TypedSecrets,
    { ip, browser }: AtTheDoor,
    check: (credentials: Credentials | undefined) => Promise<Outcome<string>>,
  ): Promise<Outcome<string>> {
    const name = normalName(typed.name)
    const credentials = await store.findCredentials(name)
    const isKnown =
      credentials !== undefined &&
      browser !== undefined &&
      (await sessions.isKnownBrowser(credentials.accountId, browser))
    return attempts.attempt(
      nameKeys(name, ip, isKnown ? browser : undefined),
      () => check(credentials),
      () => (credentials === undefined ? Promise.resolve() : tellLocked(credentials.accountId)),
    )
  }

  return {
    check: (typed, from) =>
      attempt(typed, from, async (credentials) => {
        const right = await passwords.check(credentials?.passwordHash, typed.password)
        if (!right.ok) return right
        if (!right.value || credentials === undefined) return wrong()
        // The code is used up only together with the right password: a stranger cannot spend an officer's codes.
        const code = await authenticators.check(credentials.accountId, typed.code)
        return code.ok ? accept(credentials.accountId) : code
      }),
    recover: (typed, from) =>
      attempt(typed, from, async (credentials) => {
        // Asked also where there is none, so that the time of the answer tells nothing.
        const right = await passwords.check(credentials?.passwordHash, typed.password)
        if (!right.ok) return right
        if (credentials === undefined || (credentials.passwordHash !== undefined && !right.value)) return wrong()
        const { accountId } = credentials
        const used = await recoveryCodes.use(accountId, typed.code, from.browser ?? 'browser-unmarked')
        return used ? accept(accountId) : wrong()
      }),
  }
}
