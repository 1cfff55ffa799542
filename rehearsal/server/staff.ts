import { totpCode } from '@intikhab/kernel/identity'

/** What a member of staff signs in with. */
export interface StaffAccount {
  readonly name: string
  readonly password: string
  /** Base32 secret of the authenticator app. */
  readonly totpSecret: string
}

/** A refusal as the server answered it (RFC 9457). */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(path: string, status: number, problem: { readonly code?: string; readonly detail?: string }) {
    super(`${path}: ${status} ${problem.code ?? ''} ${problem.detail ?? ''}`.trim())
    this.status = status
    this.code = problem.code ?? `http-${status}`
  }
}

/** A member of staff at work over HTTP, with a session of the own. */
export interface Staff {
  get<T>(path: string): Promise<T>
  /** Sends JSON, or bytes as they are, and gives the answer. @throws Refused when the server refuses. */
  post<T>(path: string, body: unknown): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
}

/**
 * The codes of an authenticator app, each one once: the next one where this half minute's is used up, which the server
 * takes up to half a minute early. Waits where that is used up too.
 */
function unusedCodes(totpSecret: string, now: () => Date): () => Promise<string> {
  const periodMilliseconds = 30_000
  let last = 0
  return async () => {
    const period = Math.floor(now().getTime() / periodMilliseconds)
    last = Math.max(period, last + 1)
    const early = (last - 1) * periodMilliseconds - now().getTime()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    return totpCode(totpSecret, new Date(last * periodMilliseconds))
  }
}

/** Signs in with password and second factor, and shows the latter again when asked. @throws Refused when the server refuses. */
export async function signIn(url: string, account: StaffAccount, now: () => Date = () => new Date()): Promise<Staff> {
  const { name, password, totpSecret } = account
  const nextCode = unusedCodes(totpSecret, now)
  return signInWithCode(url, { name, password, code: await nextCode() }, nextCode)
}

/**
 * Signs in with the code that the authenticator shows at this moment; `nextCode` gives a later one, for acts that want
 * the second factor again. @throws Refused when the server refuses.
 */
export async function signInWithCode(
  url: string,
  typed: { readonly name: string; readonly password: string; readonly code: string },
  nextCode?: () => Promise<string>,
): Promise<Staff> {
  let cookie = ''
  const takeCookie = (answer: Response) => {
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
  }
  takeCookie(await send(url, '/api/identity/sign-in', 'POST', typed, ''))
  let steppingUp: Promise<void> | undefined

  /** Of many acts refused at the same moment one steps up for all. */
  function stepUp(code: () => Promise<string>): Promise<void> {
    steppingUp ??= code()
      .then(async (each) => takeCookie(await send(url, '/api/identity/step-up', 'POST', { code: each }, cookie)))
      .finally(() => (steppingUp = undefined))
    return steppingUp
  }

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await send(url, path, method, body, cookie).catch(async (error: unknown) => {
      if (nextCode === undefined || !(error instanceof Refused) || error.code !== 'http.fresh-factor-required')
        throw error
      await stepUp(nextCode)
      return send(url, path, method, body, cookie)
    })
    const text = await response.text()
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
  }
}

async function send(url: string, path: string, method: string, body: unknown, cookie: string): Promise<Response> {
  const isBytes = body instanceof Uint8Array
  const headers: Record<string, string> = cookie === '' ? {} : { cookie }
  if (body !== undefined) headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
  const sent = body === undefined ? undefined : isBytes ? new Uint8Array(body) : JSON.stringify(body)
  const response = await fetch(new URL(path, url), { method, headers, ...(sent === undefined ? {} : { body: sent }) })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string }
  throw new Refused(path, response.status, problem)
}
