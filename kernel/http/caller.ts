import type { Person } from '../identity/person.ts'

/** Who asks: a signed-in person, or nobody known, and from which address. */
export interface Caller {
  /** Null at a route whose act is `public`, even when the browser sends a session. */
  readonly person: Person | null
  readonly ip: string
}

/** Request headers as Node gives them: lower-case names. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** What `authenticate` may look at. */
export interface Asking {
  readonly headers: Headers
  readonly ip: string
}
