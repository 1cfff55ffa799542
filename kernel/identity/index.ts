/** Who may do what: staff accounts with a second factor, sessions, offices over places, and the devices that sign bundles. */
import type { Database } from '@intikhab/kernel/database'
import type { Route } from '@intikhab/kernel/http'
import { createAccounts, type Accounts } from './accounts.ts'
import { createDevices, type Devices, type RecordActs } from './devices.ts'
import { identityRoutes } from './routes.ts'
import { createSessions, type Sessions } from './sessions.ts'

export type { AccountRequest, Accounts } from './accounts.ts'
export type { Device } from './device-store.ts'
export { deviceKeyId, type DeviceRequest, type Devices, type RecordActs } from './devices.ts'
export { identityMigrations } from './migrations.ts'
export type { Grant, Person, Role, Scope, Where } from './person.ts'
export { identityRefusals } from './refusals.ts'
export { acts, may, roleNames, rolesFor, type Act } from './rights.ts'
export { newTotpSecret, totpAddress, totpCode } from './second-factor.ts'

export interface Identity {
  readonly accounts: Accounts
  readonly devices: Devices
  readonly routes: readonly Route[]
  readonly sessionCookie: string
  readonly authenticate: Sessions['authenticate']
}

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
  const sessions = createSessions(database.tables(), now, secure)
  return {
    accounts,
    devices,
    routes: identityRoutes(accounts, sessions, devices),
    sessionCookie: sessions.cookieName,
    authenticate: sessions.authenticate,
  }
}
