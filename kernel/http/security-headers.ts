/**
 * What every answer carries. No script runs that is not a file of ours; nobody may frame a page. Styles may be inline
 * because server-rendered pages and charts set widths and colours of data in `style` attributes; maps draw in a worker.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

/** Two years, for every host below ours as well (RFC 6797). */
const strictTransport = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }

/** The headers of every answer; `secure`: the site is reached over https only. */
export function headersFor(secure: boolean): Readonly<Record<string, string>> {
  return secure ? { ...securityHeaders, ...strictTransport } : securityHeaders
}
