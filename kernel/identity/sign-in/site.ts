import type { Asking } from '@intikhab/kernel/http'

/** The site that passkeys and the directory are bound to. */
export interface SiteIdentity {
  /** e.g. `https://elections.example` */
  readonly origin: string
  /** The host without port: what WebAuthn calls the relying party. */
  readonly rpId: string
}

/**
 * The site of a request: the one that was set, else the machine itself under its name `localhost`. Undefined where
 * nothing was set and the request came under another name: a passkey must not be bound to whatever a header says.
 */
export function findSite(setting: string | undefined, { headers }: Pick<Asking, 'headers'>): SiteIdentity | undefined {
  if (setting !== undefined) return { origin: new URL(setting).origin, rpId: new URL(setting).hostname }
  const host = headers['host']
  if (typeof host !== 'string' || !/^localhost(:\d{1,5})?$/.test(host)) return undefined
  return { origin: `http://${host}`, rpId: 'localhost' }
}
