/** Who may do what: staff accounts with a second factor, sessions, offices over places, and the devices that sign bundles. */
import type { Database } from '@intikhab/kernel/database'
import type { WeightyAct } from '@intikhab/kernel/approvals'
import type { Route } from '@intikhab/kernel/http'
import { createAccounts, type Accounts } from './people/accounts.ts'
import { grantAboveAct, type GrantAbove } from './people/grant-above.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { createInvitations, type Invitations } from './people/invitations.ts'
import { officeRoutes } from './people/office-routes.ts'
import { createOffices, type Offices } from './people/offices.ts'
import { createPeople, type People } from './people/people.ts'
import { createPeopleStore } from './people/people-store.ts'
import { peopleRoutes } from './people/routes.ts'
import { effectiveGrants, type TermOf } from './people/terms.ts'
import type { Devices, RecordActs } from './devices/devices.ts'
import { createDeviceRoom } from './devices/room.ts'
import { needsFreshFactor } from './rights/acts.ts'
import type { Grant, Person, Where } from './rights/person.ts'
import { findApprovingGrant, findGrant } from './rights/rights.ts'
import { isFresh } from './sign-in/fresh.ts'
import { createBrowserMarks } from './sign-in/browser-mark.ts'
import { createSignInRoom, type SignInRoom, type SignInSettings } from './sign-in/room.ts'

export type { AccountRequest, Accounts } from './people/accounts.ts'
export type { Office, OfficeKind, OfficeRequest } from './people/office.ts'
export { deviceActs } from './devices/acts.ts'
export { peopleActs } from './people/acts.ts'
export { auditedPeople } from './people/audited.ts'
export { findPeopleReason } from './people/find-reason.ts'
export { grantAboveRoutes } from './people/grant-above.ts'
export type { DrawnLink } from './people/invitations.ts'
export type { Offices } from './people/offices.ts'
export { placeTree } from './people/place-tree.ts'
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
export { signInActs } from './sign-in/acts.ts'
export type { DirectorySettings } from './sign-in/directory.ts'
export type { SignInSettings } from './sign-in/room.ts'
export { newTotpSecret, totpAddress, totpCode } from './sign-in/second-factor.ts'

export interface Identity {
  readonly accounts: Accounts
  readonly devices: Devices
  readonly offices: Offices
  readonly invitations: Invitations
  readonly people: People
  /** To be defined in the room of approvals: an office of one's own rank or above. */
  readonly grantAbove: WeightyAct<GrantAbove>
  readonly routes: readonly Route[]
  readonly sessionCookie: string
  readonly authenticate: SignInRoom['sessions']['authenticate']
  /** Sessions that others begin or end: an accepted invitation, a supervisor. Call `start()` before the first request. */
  readonly signIn: Pick<SignInRoom, 'sessions' | 'start' | 'endSessionsOf'>
  /** The offices of an account with their terms, as the programme has them now. */
  grantsOf(accountId: string): Promise<readonly Grant[]>
  /** The office by which a person may do an act in a place, now. */
  grantFor(person: Person, act: string, where?: Where): Grant | undefined
  /** The office by which a person may approve what another has proposed, now. */
  approvingGrantFor(person: Person, act: string, where?: Where): Grant | undefined
  /** Whether an act wants the second factor again: it was shown too long ago. */
  wantsFreshFactor(person: Person, act: string): boolean
}

export interface IdentityOptions {
  readonly database: Database
  readonly now: () => Date
  /** The site is served over https. */
  readonly secure: boolean
  /** Appends to the ledger in the transaction of the act. */
  readonly record: RecordActs
  /** The dates of an election's roles, out of its programme; where nothing is given, no election has been announced. */
  readonly termOf?: TermOf
  readonly signIn: SignInSettings
}

/** Puts the identity room together. Call `signIn.start()`, `devices.start()` and `offices.start()` before the first request. */
export function createIdentity(options: IdentityOptions): Identity {
  const { database, now, secure, record, termOf = () => undefined } = options
  const people = createPeopleStore(database.tables())
  const offices = createOffices({ database, now, record, termOf })
  const wide = (where: Where | undefined) => (where === undefined ? undefined : offices.tree().above(where))
  const grantsOf = async (accountId: string) =>
    effectiveGrants(
      (await people.listOpenGrants(accountId)).map(({ grant }) => grant),
      termOf,
    )
  const grantFor: Identity['grantFor'] = (person, act, where) => findGrant(person, act, wide(where), now())
  const { devices, provenDevice, routes: deviceRoutes } = createDeviceRoom({ database, now, record, grantFor, termOf })
  const signIn = createSignInRoom({ database, now, secure, record, settings: options.signIn, grantsOf, provenDevice })
  const parts = { database, now, record, termOf, offices }
  const invitations = createInvitations(parts)
  const staff = createPeople({ ...parts, sessionsOf: signIn.sessions.list, endSessionsOf: signIn.endSessionsOf })
  const marks = createBrowserMarks(secure)
  const invited = invitationRoutes(invitations, {
    now,
    termOf,
    begin: (accountId, asking) => signIn.sessions.begin(accountId, asking, 'invitation'),
    deviceOf: ({ headers }) => marks.find(headers),
  })
  const accounts = createAccounts(database, now, record, signIn.prepare)
  return {
    accounts,
    devices,
    offices,
    invitations,
    people: staff,
    grantAbove: grantAboveAct({ ...parts, people: staff, invitations }),
    routes: [...signIn.routes, ...officeRoutes(offices), ...invited, ...peopleRoutes(staff), ...deviceRoutes],
    sessionCookie: signIn.sessions.cookieName,
    async authenticate(asking) {
      const person = await signIn.sessions.authenticate(asking)
      return person !== null && devices.isBarred(person.session.device) ? null : person
    },
    signIn,
    grantsOf,
    grantFor,
    approvingGrantFor: (person, act, where) => findApprovingGrant(person, act, wide(where), now()),
    wantsFreshFactor: (person, act) => needsFreshFactor(act) && !isFresh(person, now()),
  }
}
