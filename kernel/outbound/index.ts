/** The one way out: calls to other machines go only where an operator said, and come back small and soon, or not at all. */

/** An answer from outside. */
export interface OutboundAnswer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface OutboundCall {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** Why a call outside did not come to an answer; the message is one plain sentence and names only the host. */
export class OutboundFailed extends Error {
  override readonly name = 'OutboundFailed'
}

/** Calls one of the places that were allowed. Throws `OutboundFailed`. */
export type Outbound = (url: string, call?: OutboundCall) => Promise<OutboundAnswer>

export interface OutboundLimits {
  /** 10 seconds where nothing is said, from the first byte sent to the last one read. */
  readonly milliseconds?: number
  /** 1 MiB where nothing is said. */
  readonly bytes?: number
}

/** True if `url` lies at or below `base`: same scheme, host and port, and the path continues whole segments. */
function isBelow(url: URL, base: URL): boolean {
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') return false
  const path = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`
  return url.pathname === base.pathname || url.pathname.startsWith(path)
}

async function readAll(answer: Response, most: number, host: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > most) throw new OutboundFailed(`${host} answers with more than ${most} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Opens the way to the addresses of the configuration (`allowed`: URLs, each with everything below its path), and to
 * nothing else: whatever a person or another server sends can never choose where this server calls (SSRF). Redirects
 * are failures, so an allowed host cannot send us on. Throws `TypeError` if an allowed address is no http(s) URL.
 */
export function createOutbound(allowed: readonly string[], limits: OutboundLimits = {}): Outbound {
  const { milliseconds = 10_000, bytes = 1024 * 1024 } = limits
  const bases = allowed.map((each) => new URL(each))
  for (const base of bases)
    if (!/^https?:$/.test(base.protocol)) throw new TypeError(`${base.href} is not an address of the web`)
  return async (address, call = {}) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url === undefined || !bases.some((base) => isBelow(url, base)))
      throw new OutboundFailed(`${url?.host ?? 'This address'} is not among the places that this server may call.`)
    const { method = 'GET', headers = {}, body } = call
    try {
      const answer = await fetch(url, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(milliseconds),
        ...(body === undefined ? {} : { body }),
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await readAll(answer, bytes, url.host),
      }
    } catch (error) {
      if (error instanceof OutboundFailed) throw error
      const { name, cause } = error as Error
      const why = name === 'TimeoutError' ? `did not answer within ${milliseconds} ms` : 'cannot be reached'
      throw new OutboundFailed(`${url.host} ${why}.`, { cause: cause ?? error })
    }
  }
}
