import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cookieHeader, findCookie, type Asking, type Headers } from '@intikhab/kernel/http'
import type { Kysely } from 'kysely'
import type { Grant, Person } from '../rights/person.ts'
import { createSessionStore } from './session-store.ts'

/** A session ends after half a day whatever happens, and after two hours without a request. */
const longestMilliseconds = 12 * 3_600_000
const idleMilliseconds = 2 * 3_600_000
/** Being seen is written down at most this often: reading must not become writing. */
const seenEveryMilliseconds = 60_000

/** Sessions: an opaque random token in a cookie, its SHA-256 in the database. */
export interface Sessions {
  readonly cookieName: string
  /** The `Set-Cookie` header of a new session at a device. */
  begin(accountId: string, device: string): Promise<string>
  /** The signed-in person behind a request; null without a valid session. */
  authenticate(request: Asking): Promise<Person | null>
  /** Ends the session of the request and returns the header that removes its cookie. */
  end(headers: Headers): Promise<string>
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** `secure`: served over https; the cookie then also refuses to be set by a neighbouring host (`__Host-`). */
export function createSessions(
  db: Kysely<unknown>,
  grantsOf: (accountId: string) => Promise<readonly Grant[]>,
  now: () => Date,
  secure: boolean,
): Sessions {
  const store = createSessionStore(db)
  const cookieName = secure ? '__Host-intikhab' : 'intikhab'

  function findToken(headers: Headers): string | undefined {
    const token = findCookie(headers, cookieName)
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
  }

  return {
    cookieName,
    async begin(accountId, device) {
      const token = randomBytes(32).toString('base64url')
      const begunAt = now()
      const endsAt = new Date(begunAt.getTime() + longestMilliseconds)
      await store.endOldSessions(begunAt)
      await store.addSession({ id: randomUUID(), tokenHash: hashOf(token), accountId, device, begunAt, endsAt })
      return cookieHeader(cookieName, token, { maxAgeSeconds: longestMilliseconds / 1000, secure })
    },
    async authenticate({ headers }) {
      const token = findToken(headers)
      if (token === undefined) return null
      const at = now()
      const tokenHash = hashOf(token)
      const found = await store.findPerson(tokenHash, at, new Date(at.getTime() - idleMilliseconds))
      if (found === undefined) return null
      if (at.getTime() - found.seenAt.getTime() > seenEveryMilliseconds) await store.touchSession(tokenHash, at)
      return { ...found.person, grants: await grantsOf(found.person.accountId) }
    },
    async end(headers) {
      const token = findToken(headers)
      if (token !== undefined) await store.endSession(hashOf(token))
      return cookieHeader(cookieName, '', { maxAgeSeconds: 0, secure })
    },
  }
}
