/** One's own ways to sign in, as `/api/identity/account` tells them. Instants are ISO 8601 in UTC. */
export interface OwnMethods {
  readonly signInName: string
  readonly passwordSetAt: string | null
  readonly authenticatorSetAt: string | null
  readonly passkeys: readonly OwnPasskey[]
  readonly recoveryCodes: { readonly left: number; readonly madeAt: string | null }
  readonly directory: { readonly offered: boolean; readonly linked: boolean }
  readonly suffices: boolean
}

export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}

/** An open session, as `/api/identity/sessions` tells it. */
export interface OwnSession {
  readonly id: string
  readonly device: string
  readonly method: 'passkey' | 'password' | 'recovery-code' | 'directory' | 'invitation'
  readonly family: string
  readonly begunAt: string
  readonly seenAt: string
  readonly own: boolean
}

export const accountPath = '/api/identity/account'
export const sessionsPath = '/api/identity/sessions'
/** What is read again after a change of the own ways. */
export const afterChange = { refresh: [[accountPath], [sessionsPath], ['/api/identity/me']] } as const
