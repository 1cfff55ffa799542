import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { cookieHeader, findCookie, type Asking, type Headers } from '@intikhab/kernel/http'
import type { Kysely } from 'kysely'
import type { Grant, Person } from '../rights/person.ts'
import type { BrowserMarks } from './browser-mark.ts'
import { createSessionStore, type ListedSession, type SignInMethod } from './session-store.ts'

/** A session ends after half a day whatever happens, and after two hours without a request. */
const longestMilliseconds = 12 * 3_600_000
const idleMilliseconds = 2 * 3_600_000
/** Being seen is written down at most this often: reading must not become writing. */
const seenEveryMilliseconds = 60_000
/** How long the token before a step-up still works: requests that were on their way must not sign anybody out. */
const formerMilliseconds = 20_000

/** Sessions: an opaque random token in a cookie, its SHA-256 in the database. */
export interface Sessions {
  readonly cookieName: string
  /** The `Set-Cookie` headers of a new session at whatever sends the request; the session's own stands first. */
  begin(accountId: string, asking: Asking, method: SignInMethod): Promise<string[]>
  /** The signed-in person behind a request; null without a valid session. */
  authenticate(request: Asking): Promise<Person | null>
  /** Writes down that the second factor was shown now; the header carries the session's new token. `method`: by which an invited person now signs in. */
  refresh(person: Person, method?: SignInMethod): Promise<string>
  /** Ends the session of the request and returns the header that removes its cookie. */
  end(headers: Headers): Promise<string>
  /** The sessions of an account that are still open. */
  list(accountId: string): Promise<ListedSession[]>
}

export interface SessionParts {
  readonly db: Kysely<unknown>
  readonly marks: BrowserMarks
  readonly now: () => Date
  /** Served over https; the cookie then also refuses to be set by a neighbouring host (`__Host-`). */
  readonly secure: boolean
  /** The offices in force of an account. */
  grantsOf(accountId: string): Promise<readonly Grant[]>
  /** The key id of the enrolled device that the request proves to come from. */
  readonly provenDevice?: (asking: Asking) => Promise<string | undefined>
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** An IPv4 address may arrive written as an IPv6 one. */
const familyOf = (ip: string) => (isIPv6(ip) && !ip.startsWith('::ffff:') ? 'IPv6' : 'IPv4')

export function createSessions({ db, marks, now, secure, grantsOf, provenDevice }: SessionParts): Sessions {
  const store = createSessionStore(db)
  const cookieName = secure ? '__Host-intikhab' : 'intikhab'
  const idleSince = (at: Date) => new Date(at.getTime() - idleMilliseconds)

  function findToken(headers: Headers): string | undefined {
    const token = findCookie(headers, cookieName)
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
  }
  const cookieOf = (token: string) =>
    cookieHeader(cookieName, token, { maxAgeSeconds: token === '' ? 0 : longestMilliseconds / 1000, secure })

  return {
    cookieName,
    async begin(accountId, asking, method) {
      const token = randomBytes(32).toString('base64url')
      const mark = marks.read(asking.headers)
      const begunAt = now()
      await store.endOldSessions(begunAt)
      // Whoever signs in again at the same browser leaves nothing open behind.
      const before = findToken(asking.headers)
      if (before !== undefined) await store.endSession(hashOf(before))
      await store.addSession({
        id: randomUUID(),
        tokenHash: hashOf(token),
        accountId,
        device: (await provenDevice?.(asking)) ?? mark.device,
        method,
        family: familyOf(asking.ip),
        begunAt,
        endsAt: new Date(begunAt.getTime() + longestMilliseconds),
      })
      await store.knowBrowser(accountId, mark.device, begunAt)
      return [cookieOf(token), ...(mark.setCookie === undefined ? [] : [mark.setCookie])]
    },
    async authenticate({ headers }) {
      const token = findToken(headers)
      if (token === undefined) return null
      const at = now()
      const found = await store.findPerson(hashOf(token), at, idleSince(at))
      if (found === undefined) return null
      const { person, seenAt } = found
      if (at.getTime() - seenAt.getTime() > seenEveryMilliseconds) await store.touchSession(person.session.id, at)
      return { ...person, grants: person.session.mustEnrol === true ? [] : await grantsOf(person.accountId) }
    },
    async refresh({ session: { id } }, method) {
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const formerUntil = new Date(at.getTime() + formerMilliseconds)
      await store.refreshSession({
        id,
        tokenHash: hashOf(token),
        at,
        formerUntil,
        ...(method === undefined ? {} : { method }),
      })
      return cookieOf(token)
    },
    async end(headers) {
      const token = findToken(headers)
      if (token !== undefined) await store.endSession(hashOf(token))
      return cookieOf('')
    },
    list: (accountId) => {
      const at = now()
      return store.listSessions(accountId, at, idleSince(at))
    },
  }
}
