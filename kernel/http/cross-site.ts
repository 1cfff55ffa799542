import type { Headers } from './caller.ts'

/**
 * Whether a write comes from a page of another site (CSRF). Browsers say so by `Sec-Fetch-Site`, older ones by
 * `Origin`; a client that sends neither is not a browser and carries no foreign cookie.
 * Reading never writes, so GET is not asked. Source: Go's `http.CrossOriginProtection`, which rests on the same two headers.
 */
export function isCrossSite(headers: Headers): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = headers['origin']
  if (origin === undefined) return false
  if (typeof origin !== 'string' || !URL.canParse(origin)) return true
  return new URL(origin).host !== headers['host']
}
