/**
 * The application logs in as a role of its own that owns nothing. Working under such a role after logging in as the owner
 * would not be enough: `reset role` leads back.
 */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { CannotStart } from './configuration.ts'
import { applicationRole } from './migrations.ts'
import { reasonOfConnection } from './reasons.ts'

/** How the application reaches the database. */
export interface ApplicationLogin {
  readonly url: string
  /** Why it has to share the owner's login and can only set its role; undefined where it has its own. */
  readonly sharedBecause: string | undefined
}

/** Two starts at once may both make or change the role; the second one's statement fails and is tried again. */
const collisions = new Set(['XX000', '40001', '23505', '42710'])

async function insist(owner: pg.Client, statement: string): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await owner.query(statement)
      return
    } catch (error) {
      if (tries === 20 || !collisions.has(String((error as pg.DatabaseError).code))) throw error
      if ((error as pg.DatabaseError).code === '42710') return
    }
}

function isForbidden(error: unknown): boolean {
  return (error as pg.DatabaseError).code === '42501'
}

async function isMember(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ member: boolean }>(
    `select pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = $1`,
    [applicationRole],
  )
  return rows[0]?.member === true
}

/** Makes the role where it is missing. Throws `CannotStart` with what an administrator must do where the owner may not. */
export async function makeApplicationRole(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [applicationRole])
  const steps = [
    ...(rowCount === 0 ? [`create role ${applicationRole} nologin`] : []),
    ...((await isMember(owner)) ? [] : [`grant ${applicationRole} to current_user`]),
  ]
  try {
    for (const step of steps) await insist(owner, step)
  } catch (error) {
    if (!isForbidden(error)) throw error
    const { rows } = await owner.query<{ name: string }>('select quote_ident(current_user) as name')
    const name = rows[0]?.name ?? ''
    throw new CannotStart(
      `The database user ${name} may not make roles; let an administrator run once: ${steps.join('; ').replace('current_user', name)}.`,
    )
  }
}

/** The role's password, out of the owner's: every process that has the owner's address knows it, and it is stored nowhere. */
function passwordFrom(ownersPassword: string): string {
  return createHmac('sha256', ownersPassword).update(`login of ${applicationRole}`).digest('base64url')
}

/** Tries the login; undefined where it works, otherwise what was answered. */
async function refusalOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ login: string }>('select session_user as login')
    return rows[0]?.login === applicationRole ? undefined : `the login was changed to ${rows[0]?.login}`
  } catch (error) {
    return reasonOfConnection(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Gives the role a login where the owner may, and proves that it works. `ownerUrl` must have reached the database before. */
export async function openApplicationLogin(owner: pg.Client, ownerUrl: string): Promise<ApplicationLogin> {
  const address = new URL(ownerUrl)
  const ownersPassword = decodeURIComponent(address.password)
  if (ownersPassword === '' || address.host === '')
    return { url: ownerUrl, sharedBecause: 'the address of the database holds no password' }
  const password = passwordFrom(ownersPassword)
  address.username = applicationRole
  address.password = password
  const url = address.toString()
  if ((await refusalOf(url)) === undefined) return { url, sharedBecause: undefined }
  try {
    await insist(owner, `alter role ${applicationRole} with login password '${password}'`)
  } catch (error) {
    if (!isForbidden(error)) throw error
    return { url: ownerUrl, sharedBecause: 'the user of the database may not change roles' }
  }
  const refusal = await refusalOf(url)
  return refusal === undefined
    ? { url, sharedBecause: undefined }
    : { url: ownerUrl, sharedBecause: `the login ${applicationRole} is turned away: ${refusal}` }
}
