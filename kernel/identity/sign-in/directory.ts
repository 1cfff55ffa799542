import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { createOutbound, OutboundFailed, type Outbound } from '@intikhab/kernel/outbound'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  customFetch,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client'
import { identityRefusals } from '../refusals.ts'
import type { RecordActs } from '../devices/devices.ts'
import { signInAct } from './acts.ts'
import { createChallengeStore, type Challenge } from './challenge-store.ts'
import { createMethodStore, suffices } from './method-store.ts'
import type { Ceremony } from './passkeys.ts'
import { openWays } from './ways.ts'

/** The commission's own directory of staff, where it has one (OpenID Connect Core 1.0). */
export interface DirectorySettings {
  /** e.g. `https://directory.example/realms/commission` */
  readonly issuer: string
  readonly clientId: string
  /** Undefined for a public client: PKCE alone then ties the code to us. */
  readonly clientSecret: string | undefined
  /** The `acr` and `amr` values that count as a second factor; with none a second one is asked here. */
  readonly secondFactor: readonly string[]
}

/** What came of a visit to the directory. */
type Visit =
  | { readonly state: 'linked' }
  | { readonly state: 'signed-in'; readonly accountId: string }
  /** The directory has said who it is; a code or a passkey is still to come. */
  | { readonly state: 'second-factor' }

/** Sign-in by the directory: code flow with PKCE, state and nonce. It signs in to accounts that exist and makes none. */
export interface Directory {
  /** Where the browser is to go; `accountId` to tie that account to whoever signs in there. Refuses `directory-away`. */
  begin(accountId: string | null, at: Ceremony): Promise<Outcome<string>>
  /**
   * Reads the answer that the browser brings back. `signedIn`: who is signed in here. Refuses `directory-refused`,
   * `directory-unlinked`, `directory-taken`, `directory-away`.
   */
  finish(search: string, at: Ceremony, signedIn: LedgerActor | null): Promise<Outcome<Visit>>
  /** The account that only lacks its second factor in this browser. */
  findWaiting(browser: string): Promise<string | undefined>
  /** Ends the waiting; false where it was over. */
  endWaiting(browser: string): Promise<boolean>
  /** Refuses `last-method`. */
  unlink(accountId: string, actor: LedgerActor): Promise<Outcome<void>>
}

const callbackPath = '/api/identity/directory/callback'

/** The library asks through the one way out, which leads to the issuer's host alone. */
const through =
  (outbound: Outbound): CustomFetch =>
  async (url, { method, headers, body }) => {
    const answer = await outbound(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body instanceof URLSearchParams ? { body: body.toString() } : {}),
    })
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers })
  }

function isAway(error: unknown): boolean {
  return error instanceof OutboundFailed || (error instanceof Error && error.cause instanceof OutboundFailed)
}

const values = (claim: unknown): unknown[] => (Array.isArray(claim) ? claim : [claim])

/** Whether the directory says that it asked for a second factor, in words that the commission trusts. */
export function provesSecondFactor(claims: Readonly<Record<string, unknown>>, trusted: readonly string[]): boolean {
  return [...values(claims['acr']), ...values(claims['amr'])].some(
    (each) => typeof each === 'string' && trusted.includes(each),
  )
}

export function createDirectory(
  settings: DirectorySettings,
  database: Database,
  now: () => Date,
  record: RecordActs,
): Directory {
  const { issuer, clientId, clientSecret, secondFactor } = settings
  const store = createMethodStore(database.tables())
  const challenges = createChallengeStore(database.tables(), now)
  const outbound = createOutbound([new URL(issuer).origin])
  let known: Promise<Configuration> | undefined

  const asked = (accountId: string | null, state: string, browser: string): Challenge => ({
    purpose: accountId === null ? 'directory-sign-in' : 'directory-link',
    secret: state,
    browser,
    accountId,
  })
  const waiting = (browser: string): Challenge => ({
    purpose: 'directory-second-factor',
    secret: '',
    browser,
    accountId: null,
  })

  /** What the directory says of itself, asked at the first need and again after a failure. */
  function configuration(): Promise<Configuration> {
    known ??= discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
      {
        [customFetch]: through(outbound),
        // On the machine itself nobody listens in between.
        execute: /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(issuer) ? [allowInsecureRequests] : [],
      },
    ).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }

  async function claimsOf(search: string, at: Ceremony, question: Readonly<Record<string, string>>, state: string) {
    try {
      const tokens = await authorizationCodeGrant(
        await configuration(),
        new URL(`${at.site.origin}${callbackPath}${search}`),
        {
          expectedState: state,
          expectedNonce: question['nonce'] ?? '',
          pkceCodeVerifier: question['verifier'] ?? '',
          idTokenExpected: true,
        },
      )
      const claims = tokens.claims()
      return claims === undefined ? refuse(identityRefusals['directory-refused']) : accept(claims)
    } catch (error) {
      return refuse(identityRefusals[isAway(error) ? 'directory-away' : 'directory-refused'])
    }
  }

  async function link(accountId: string, subject: string, actor: LedgerActor): Promise<Outcome<Visit>> {
    const at = now()
    return database.transaction(async (tx) => {
      const ways = await openWays(tx, accountId)
      if (!(await createMethodStore(tx).linkDirectory(accountId, issuer, subject, at)))
        return refuse(identityRefusals['directory-taken'])
      await record(tx, [signInAct('directory-linked', accountId, actor, at, {}, await ways.changes())])
      return accept({ state: 'linked' })
    })
  }

  return {
    async begin(accountId, at) {
      let config: Configuration
      try {
        config = await configuration()
      } catch {
        return refuse(identityRefusals['directory-away'])
      }
      const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
      await challenges.put(asked(accountId, state, at.browser), { verifier, nonce })
      const address = buildAuthorizationUrl(config, {
        redirect_uri: `${at.site.origin}${callbackPath}`,
        scope: 'openid',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return accept(address.href)
    },

    async finish(search, at, signedIn) {
      const state = new URLSearchParams(search).get('state') ?? ''
      const linking = signedIn === null ? undefined : await challenges.take(asked(signedIn.id, state, at.browser))
      const question = linking ?? (await challenges.take(asked(null, state, at.browser)))
      if (question === undefined) return refuse(identityRefusals['directory-refused'])
      const claims = await claimsOf(search, at, question, state)
      if (!claims.ok) return claims
      const { sub } = claims.value
      if (linking !== undefined && signedIn !== null) return link(signedIn.id, sub, signedIn)
      const accountId = await store.findLinked(issuer, sub)
      if (accountId === undefined) return refuse(identityRefusals['directory-unlinked'])
      if (provesSecondFactor(claims.value, secondFactor)) return accept({ state: 'signed-in', accountId })
      await challenges.put(waiting(at.browser), { accountId })
      return accept({ state: 'second-factor' })
    },

    findWaiting: async (browser) => (await challenges.look(waiting(browser)))?.['accountId'],
    endWaiting: async (browser) => (await challenges.take(waiting(browser))) !== undefined,

    unlink: (accountId, actor) =>
      database.transaction(async (tx): Promise<Outcome<void>> => {
        const ways = await openWays(tx, accountId)
        const inside = createMethodStore(tx)
        if (!suffices({ ...(await inside.findMethods(accountId)), directory: false }))
          return refuse(identityRefusals['last-method'])
        if (await inside.unlinkDirectory(accountId))
          await record(tx, [signInAct('directory-unlinked', accountId, actor, now(), {}, await ways.changes())])
        return accept(undefined)
      }),
  }
}
