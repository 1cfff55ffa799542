/** Who may do what: staff accounts with a second factor, sessions, offices over places, and the devices that sign bundles. */
import type { Database } from '@intikhab/kernel/database'
import type { Route } from '@intikhab/kernel/http'
import { createAccounts, type Accounts } from './people/accounts.ts'
import { createAccountStore } from './people/account-store.ts'
import { deviceRoutes } from './devices/routes.ts'
import { createDevices, type Devices, type RecordActs } from './devices/devices.ts'
import { needsFreshFactor } from './rights/acts.ts'
import type { Grant, Person, Where } from './rights/person.ts'
import { findApprovingGrant, findGrant } from './rights/rights.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { createSessions, type Sessions } from './sign-in/sessions.ts'

export type { AccountRequest, Accounts } from './people/accounts.ts'
export type { Device } from './devices/device-store.ts'
export { deviceKeyId, type DeviceRequest, type Devices, type RecordActs } from './devices/devices.ts'
export { identityMigrations } from './migrations.ts'
export type { Grant, Person, Role, Scope, ScopeKind, SessionFacts, Where } from './rights/person.ts'
export { identityRefusals } from './refusals.ts'
export {
  actNames,
  acts,
  approversFor,
  isWeighty,
  marks,
  needsFreshFactor,
  rolesFor,
  type Act,
  type Mark,
} from './rights/acts.ts'
export { findApprovingGrant, findGrant, isInForce } from './rights/rights.ts'
export { allRoles, roleNames, roles, type RoleFacts } from './rights/roles.ts'
export { newTotpSecret, totpAddress, totpCode } from './sign-in/second-factor.ts'

export interface Identity {
  readonly accounts: Accounts
  readonly devices: Devices
  readonly routes: readonly Route[]
  readonly sessionCookie: string
  readonly authenticate: Sessions['authenticate']
  /** The office by which a person may do an act in a place, now. */
  grantFor(person: Person, act: string, where?: Where): Grant | undefined
  /** The office by which a person may approve what another has proposed, now. */
  approvingGrantFor(person: Person, act: string, where?: Where): Grant | undefined
  /** Whether an act wants the second factor again: it was shown too long ago. */
  wantsFreshFactor(person: Person, act: string): boolean
}

/** How long a second factor counts as fresh. */
const freshMilliseconds = 10 * 60_000

export interface IdentityOptions {
  readonly database: Database
  readonly now: () => Date
  /** The site is served over https. */
  readonly secure: boolean
  /** Appends to the ledger in the transaction of the act. */
  readonly record: RecordActs
}

/** Puts the identity room together. Call `devices.start()` before the first form is taken in. */
export function createIdentity({ database, now, secure, record }: IdentityOptions): Identity {
  const accounts = createAccounts(database, now)
  const devices = createDevices(database, now, record)
  const sessions = createSessions(database.tables(), createAccountStore(database.tables()).listGrants, now, secure)
  return {
    accounts,
    devices,
    routes: [...signInRoutes(accounts, sessions, now), ...deviceRoutes(devices)],
    sessionCookie: sessions.cookieName,
    authenticate: sessions.authenticate,
    grantFor: (person, act, where) => findGrant(person, act, where, now()),
    approvingGrantFor: (person, act, where) => findApprovingGrant(person, act, where, now()),
    wantsFreshFactor: (person, act) =>
      needsFreshFactor(act) && now().getTime() - Date.parse(person.session.secondFactorAt) > freshMilliseconds,
  }
}
