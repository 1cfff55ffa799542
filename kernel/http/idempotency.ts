import { createHash } from 'node:crypto'

/** An answer as it was given, to be given again word for word. */
export interface KeptAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Whose key it is: the same key of two callers are two keys. */
export interface IdempotencyClaim {
  /** Account id, or `public`. */
  readonly caller: string
  readonly key: string
  /** SHA-256 (hex) over method, address and body: one key, one request. */
  readonly requestHash: string
}

export type ClaimResult =
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'different' }
  | { readonly state: 'done'; readonly answer: KeptAnswer }

/**
 * Remembers answers by key for a day. A claim whose process died before it answered may be taken over after a minute;
 * the act is then carried out again, so its own uniqueness in the database stays the last line.
 */
export interface IdempotencyStore {
  claim(claim: IdempotencyClaim): Promise<ClaimResult>
  keep(claim: IdempotencyClaim, answer: KeptAnswer): Promise<void>
  /** Gives the key back after a failure that says nothing about the act, so that it can be tried again. */
  release(claim: IdempotencyClaim): Promise<void>
}

/** How long an unfinished claim blocks its key, and how long a kept answer is given again. */
export const claimMilliseconds = 60_000
export const keptMilliseconds = 24 * 3_600_000

/** The hash that ties a key to one request; `body` is the parsed one. */
export function requestHash(method: string, url: string, body: unknown): string {
  const bytes = body instanceof Uint8Array ? body : (JSON.stringify(body) ?? '')
  return createHash('sha256').update(`${method} ${url}\n`).update(bytes).digest('hex')
}

/** The key of a request: a key, none, or one that no client should send. */
export function readKey(header: string | string[] | undefined): {
  readonly key: string | undefined
  readonly wellFormed: boolean
} {
  if (header === undefined) return { key: undefined, wellFormed: true }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(header)) return { key: undefined, wellFormed: false }
  return { key: header, wellFormed: true }
}

/** Keeps answers in memory: for tests and for one process that may forget. */
export function memoryIdempotency(now: () => Date): IdempotencyStore {
  const kept = new Map<string, { requestHash: string; at: number; answer?: KeptAnswer }>()
  const id = (claim: IdempotencyClaim) => `${claim.caller}\n${claim.key}`
  return {
    claim(claim) {
      const at = now().getTime()
      const known = kept.get(id(claim))
      const age = known === undefined ? Infinity : at - known.at
      if (known === undefined || age > (known.answer === undefined ? claimMilliseconds : keptMilliseconds)) {
        kept.set(id(claim), { requestHash: claim.requestHash, at })
        return Promise.resolve({ state: 'new' })
      }
      if (known.requestHash !== claim.requestHash) return Promise.resolve({ state: 'different' })
      return Promise.resolve(
        known.answer === undefined ? { state: 'running' } : { state: 'done', answer: known.answer },
      )
    },
    keep(claim, answer) {
      kept.set(id(claim), { requestHash: claim.requestHash, at: now().getTime(), answer })
      return Promise.resolve()
    },
    release(claim) {
      kept.delete(id(claim))
      return Promise.resolve()
    },
  }
}
