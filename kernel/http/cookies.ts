import type { Headers } from './caller.ts'

/** The value of a cookie sent with the request; undefined when it is absent. Values of ours need no decoding. */
export function findCookie(headers: Headers, name: string): string | undefined {
  const sent = headers['cookie']
  if (typeof sent !== 'string') return undefined
  for (const pair of sent.split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return undefined
}

/** How long a cookie lives and whether it needs https. */
export interface CookieTerms {
  readonly maxAgeSeconds: number
  readonly secure: boolean
}

/**
 * A `Set-Cookie` header (RFC 6265bis) for the whole site, out of reach of scripts and of other sites' requests.
 * `value` must be of cookie characters only (base64url is); anything else throws. Age 0 removes the cookie.
 */
export function cookieHeader(name: string, value: string, { maxAgeSeconds, secure }: CookieTerms): string {
  if (!/^[\w-]*$/.test(value)) throw new Error(`the value of cookie ${name} is not base64url`)
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
