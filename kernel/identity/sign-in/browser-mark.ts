import { createHash, randomBytes } from 'node:crypto'
import { cookieHeader, findCookie, type Headers } from '@intikhab/kernel/http'

/** Browsers keep a cookie for 400 days at most (RFC 6265bis §5.5). */
const keptSeconds = 400 * 86_400

/** A browser as sessions and challenges name it. */
export interface BrowserMark {
  /** `browser-` and the first 16 hex digits of the SHA-256 of its cookie: names the browser and opens nothing. */
  readonly device: string
  /** The `Set-Cookie` header to be sent where the browser had no mark yet. */
  readonly setCookie: string | undefined
}

/** Tells one browser from another by a long-lived random cookie that no script can read. */
export function createBrowserMarks(secure: boolean) {
  const cookieName = secure ? '__Host-intikhab-browser' : 'intikhab-browser'
  const deviceOf = (mark: string) => `browser-${createHash('sha256').update(mark).digest('hex').slice(0, 16)}`
  return {
    /** The mark of the browser that asks; undefined where it has none. */
    find(headers: Headers): string | undefined {
      const mark = findCookie(headers, cookieName)
      return mark !== undefined && /^[\w-]{43}$/.test(mark) ? deviceOf(mark) : undefined
    },
    /** The mark of the browser that asks, a new one where it has none. */
    read(headers: Headers): BrowserMark {
      const known = this.find(headers)
      if (known !== undefined) return { device: known, setCookie: undefined }
      const mark = randomBytes(32).toString('base64url')
      return {
        device: deviceOf(mark),
        setCookie: cookieHeader(cookieName, mark, { maxAgeSeconds: keptSeconds, secure }),
      }
    },
  }
}

export type BrowserMarks = ReturnType<typeof createBrowserMarks>
