/** What a token's process is asked, and what it answers. Both cross the border between two processes. */

/** Which token, and how to get into it. */
export interface TokenToOpen {
  /** Path of the vendor's PKCS#11 module. */
  readonly module: string
  readonly token: { readonly label: string } | { readonly slot: number }
  readonly pin: string
}

/** A key pair in a token. */
export interface FoundKey {
  readonly label: string
  /** 32 raw bytes. */
  readonly publicKey: Buffer
}

export type TokenOrder =
  | { readonly order: 'open'; readonly token: TokenToOpen }
  | { readonly order: 'keys' }
  | { readonly order: 'make'; readonly label: string }
  | { readonly order: 'sign'; readonly publicKey: Uint8Array; readonly bytes: Uint8Array }

/**
 * Why a token cannot be used. `module`: its file is no module; `no-token`: it is not there; `pin-refused`: it was tried
 * once; `pin-locked`: locked, or one wrong try from it; `no-key`: not in it; `away`: it failed in any other way.
 */
export type TokenFault = 'module' | 'no-token' | 'pin-refused' | 'pin-locked' | 'no-key' | 'away'

export type TokenAnswer =
  | { readonly ok: true; readonly bytes?: Uint8Array; readonly keys?: readonly FoundKey[] }
  | { readonly ok: false; readonly fault: TokenFault; readonly says: string }

/** Thrown inside the token's process and answered as a value. */
export class TokenFailure extends Error {
  override readonly name = 'TokenFailure'
  readonly fault: TokenFault
  constructor(fault: TokenFault, says = '') {
    super(says)
    this.fault = fault
  }
}
