import type { Database } from '@intikhab/kernel/database'
import type { Asking, Route } from '@intikhab/kernel/http'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import type { RecordActs } from '../devices/devices.ts'
import type { Grant } from '../rights/person.ts'
import { accountRoutes } from './account-routes.ts'
import { houseActor, signInAct } from './acts.ts'
import { createAttempts } from './attempts.ts'
import { createAuthenticators } from './authenticators.ts'
import { createBrowserMarks } from './browser-mark.ts'
import { directoryRoutes } from './directory-routes.ts'
import { createDirectory, type DirectorySettings } from './directory.ts'
import { createMethodStore } from './method-store.ts'
import { createOwnPassword, type OwnPassword } from './own-password.ts'
import { createPasskeyStore } from './passkey-store.ts'
import { createPasskeys } from './passkeys.ts'
import { createPasswordSignIn } from './password-sign-in.ts'
import { createPasswords } from './password.ts'
import { createRecoveryCodes } from './recovery-codes.ts'
import { signInRoutes } from './routes.ts'
import { createSeal } from './seal.ts'
import { sessionRoutes } from './session-routes.ts'
import { createSessionStore } from './session-store.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { findSite } from './site.ts'

/** What an operator decides about sign-in. */
export interface SignInSettings {
  /** 32 bytes that are kept outside the database; secrets of authenticator apps are sealed with them. */
  readonly sealKey: Uint8Array
  /** Where the site is reached, e.g. `https://elections.example`; passkeys and the directory are bound to it. */
  readonly site?: string | undefined
  readonly directory?: DirectorySettings | undefined
}

export interface SignInOptions {
  readonly database: Database
  readonly now: () => Date
  /** The site is served over https. */
  readonly secure: boolean
  readonly record: RecordActs
  readonly settings: SignInSettings
  /** The offices in force of an account. */
  grantsOf(accountId: string): Promise<readonly Grant[]>
  /** The key id of the enrolled device that a request proves to come from. */
  provenDevice(asking: Asking): Promise<string | undefined>
}

/** Everything about coming in. */
export interface SignInRoom {
  readonly routes: readonly Route[]
  readonly sessions: Sessions
  readonly prepare: OwnPassword['prepare']
  /** Seals what an older version left in the clear; call it before the first request. */
  start(): Promise<void>
  /** Ends the sessions of an account at the word of a supervisor; tells how many there were. */
  endSessionsOf(accountId: string, supervisor: LedgerActor): Promise<number>
}

function furnish(options: SignInOptions) {
  const { database, now, record, secure, settings, grantsOf, provenDevice } = options
  const db = database.tables<unknown>()
  const base = { database, now, record }
  const seal = createSeal(settings.sealKey)
  const attempts = createAttempts(database, now)
  const passwords = createPasswords()
  const authenticators = createAuthenticators(database, seal, now, record)
  const recoveryCodes = createRecoveryCodes(database, now, record)
  const marks = createBrowserMarks(secure)
  const tellLocked = (accountId: string) =>
    database.transaction(async (tx) => {
      await record(tx, [signInAct('sign-in-locked', accountId, houseActor, now())])
    })
  return {
    now,
    attempts,
    authenticators,
    recoveryCodes,
    marks,
    tellLocked,
    methods: createMethodStore(db),
    passkeyStore: createPasskeyStore(db),
    passkeys: createPasskeys(database, now, record),
    sessionStore: createSessionStore(db),
    sessions: createSessions({ db, marks, now, secure, grantsOf, provenDevice }),
    passwordSignIn: createPasswordSignIn({ ...base, attempts, passwords, authenticators, recoveryCodes, tellLocked }),
    ownPassword: createOwnPassword({ ...base, attempts, passwords, seal, tellLocked }),
    directory: settings.directory && createDirectory(settings.directory, database, now, record),
    siteOf: (asking: Asking) => findSite(settings.site, asking),
    /** Where nobody is named, nobody is locked. */
    nobodyLocked: () => Promise.resolve(),
  }
}

/** The parts of the room that its routes use. */
export type SignInParts = ReturnType<typeof furnish>

/** Puts sign-in together. */
export function createSignInRoom(options: SignInOptions): SignInRoom {
  const { database, now, record } = options
  const parts = furnish(options)
  return {
    routes: [...signInRoutes(parts), ...accountRoutes(parts), ...sessionRoutes(parts), ...directoryRoutes(parts)],
    sessions: parts.sessions,
    prepare: parts.ownPassword.prepare,
    async start() {
      await parts.authenticators.sealOld()
    },
    endSessionsOf: (accountId, supervisor) =>
      database.transaction(async (tx) => {
        const sessions = await createSessionStore(tx).endSessionsOf(accountId)
        if (sessions > 0)
          await record(tx, [signInAct('session-ended-by-supervisor', accountId, supervisor, now(), { sessions })])
        return sessions
      }),
  }
}
