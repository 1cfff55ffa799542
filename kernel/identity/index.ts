/** Who may do what: staff accounts with a second factor, sessions, offices over places, and the devices that sign bundles. */
import type { Database } from '@intikhab/kernel/database'
import type { Route } from '@intikhab/kernel/http'
import { createAccounts, type Accounts } from './people/accounts.ts'
import { createOffices, type Offices } from './people/offices.ts'
import { createPeopleStore } from './people/people-store.ts'
import { effectiveGrants, type TermOf } from './people/terms.ts'
import type { Devices, RecordActs } from './devices/devices.ts'
import { createDeviceRoom } from './devices/room.ts'
import { needsFreshFactor } from './rights/acts.ts'
import type { Grant, Person, Where } from './rights/person.ts'
import { findApprovingGrant, findGrant } from './rights/rights.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { createSessions, type Sessions } from './sign-in/sessions.ts'

export type { AccountRequest, Accounts } from './people/accounts.ts'
export type { Office, OfficeKind, OfficeRequest } from './people/office.ts'
export type { Offices } from './people/offices.ts'
export type { Term, TermOf } from './people/terms.ts'
export type { Device } from './devices/device-record.ts'
export type { Devices, RecordActs } from './devices/devices.ts'
export { deviceKeyId, type DeviceRequest } from './devices/requests.ts'
export { auditedDevices } from './devices/room.ts'
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
  readonly offices: Offices
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
  /** The dates of an election's roles, out of its programme; where nothing is given, no election has been announced. */
  readonly termOf?: TermOf
}

/** Puts the identity room together. Call `devices.start()` and `offices.start()` before the first request. */
export function createIdentity({ database, now, secure, record, termOf = () => undefined }: IdentityOptions): Identity {
  const accounts = createAccounts(database, now, record)
  const people = createPeopleStore(database.tables())
  const offices = createOffices({ database, now, record, termOf })
  const wide = (where: Where | undefined) => (where === undefined ? undefined : offices.tree().above(where))
  const grantsOf = async (accountId: string) =>
    effectiveGrants(
      (await people.listOpenGrants(accountId)).map(({ grant }) => grant),
      termOf,
    )
  const grantFor: Identity['grantFor'] = (person, act, where) => findGrant(person, act, wide(where), now())
  const { devices, routes: deviceRoutes } = createDeviceRoom({ database, now, record, grantFor, termOf })
  const sessions = createSessions(database.tables(), grantsOf, now, secure)
  return {
    accounts,
    devices,
    offices,
    routes: [...signInRoutes(accounts, sessions, now), ...deviceRoutes],
    sessionCookie: sessions.cookieName,
    authenticate: sessions.authenticate,
    grantFor,
    approvingGrantFor: (person, act, where) => findApprovingGrant(person, act, wide(where), now()),
    wantsFreshFactor: (person, act) =>
      needsFreshFactor(act) && now().getTime() - Date.parse(person.session.secondFactorAt) > freshMilliseconds,
  }
}
