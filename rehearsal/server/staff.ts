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

/** Signs in with password and second factor. @throws Refused when the server refuses. */
export function signIn(url: string, account: StaffAccount, now: () => Date = () => new Date()): Promise<Staff> {
  const { name, password, totpSecret } = account
  return signInWithCode(url, { name, password, code: totpCode(totpSecret, now()) })
}

/** Signs in with the code that the authenticator shows at this moment. @throws Refused when the server refuses. */
export async function signInWithCode(
  url: string,
  typed: { readonly name: string; readonly password: string; readonly code: string },
): Promise<Staff> {
  const answer = await send(url, '/api/identity/sign-in', 'POST', typed, '')
  const [cookie = ''] = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '')
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await send(url, path, method, body, cookie)
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
