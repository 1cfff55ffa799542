import { raw, route, type Asking, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import { actsOf } from '../rights/rights.ts'
import { addressKeys, sessionKeys } from './lock-out.ts'
import { ceremonyOptions, shownPasskey } from './passkey-schemas.ts'
import type { Ceremony } from './passkeys.ts'
import type { SignInParts } from './room.ts'
import type { SignInMethod } from './session-store.ts'

const tag = 'identity'

const electionId = z.string().optional()
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('national'), electionId }),
  z.object({
    kind: z.enum(['province', 'region', 'district', 'constituency', 'station', 'agency']),
    code: z.string(),
    electionId,
  }),
])

const whoIsSignedIn = z.object({
  accountId: z.string(),
  name: z.string(),
  grants: z.array(z.object({ role: z.string(), scope, from: z.string().optional(), until: z.string().optional() })),
  acts: z.array(z.string()).describe('What this person may do somewhere'),
  mustEnrol: z.boolean().describe('Invited, and yet to choose a way to sign in; holds no office until then'),
})

const secrets = {
  name: z.string().min(1).max(200),
  password: z.string().max(500),
  code: z.string().min(1).max(40),
}

function described(person: Person, at: Date) {
  const { accountId, name, grants, session } = person
  return { accountId, name, grants: [...grants], acts: actsOf(person, at), mustEnrol: session.mustEnrol === true }
}

/** A success without content that sets cookies. */
export function withCookies(cookies: readonly string[], status = 204) {
  return raw({ status, headers: { 'set-cookie': [...cookies], 'cache-control': 'no-store' } })
}

/** A JSON answer that may mark the browser. */
export function jsonWithCookies(value: unknown, setCookie: string | undefined) {
  return raw({
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(setCookie === undefined ? {} : { 'set-cookie': setCookie }),
    },
    body: JSON.stringify(value),
  })
}

/** Sign-in by every way, sign-out, who am I, and showing the second factor again. */
export function signInRoutes(parts: SignInParts): Route[] {
  const { attempts, directory, marks, now, passkeys, passwordSignIn, sessions, siteOf } = parts

  async function begin(account: Outcome<string>, asking: Asking, method: SignInMethod) {
    return account.ok ? withCookies(await sessions.begin(account.value, asking, method)) : account
  }
  /** The ceremony of a request; undefined under a name to which no passkey can be bound. */
  function findCeremony(asking: Asking): (Ceremony & { setCookie: string | undefined }) | undefined {
    const site = siteOf(asking)
    const { device, setCookie } = marks.read(asking.headers)
    return site === undefined ? undefined : { site, browser: device, setCookie }
  }
  const nowhere = () => refuse(identityRefusals['no-passkeys-here'])

  async function showPasskey(accountId: string | null, asking: Asking, response: z.infer<typeof shownPasskey>) {
    const at = findCeremony(asking)
    return at === undefined ? nowhere() : passkeys.show(accountId, at, response)
  }

  return [
    route({
      method: 'GET',
      path: '/api/identity/sign-in',
      act: 'public',
      tag,
      summary: 'By which ways one can sign in here',
      response: z.object({
        passkeys: z.boolean().describe('The site was opened under the name to which passkeys are bound'),
        directory: z.boolean().describe('The commission has a directory of staff'),
        waiting: z.boolean().describe('The directory knows this browser’s person; the second factor is still to come'),
      }),
      async handler({ headers, caller: { ip } }) {
        const browser = marks.find(headers)
        return accept({
          passkeys: siteOf({ headers, ip }) !== undefined,
          directory: directory !== undefined,
          waiting: browser !== undefined && (await directory?.findWaiting(browser)) !== undefined,
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-in',
      act: 'public',
      tag,
      summary: 'Sign in with name, password and the code of the authenticator app; sets the session cookie',
      bodyLimit: 4096,
      body: z.object({ ...secrets, password: z.string().min(1).max(500), code: z.string().max(20) }),
      response: z.undefined(),
      async handler({ body, headers, caller: { ip } }) {
        const checked = await passwordSignIn.check(body, { ip, browser: marks.find(headers) })
        return begin(checked, { headers, ip }, 'password')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-in/recovery',
      act: 'public',
      tag,
      summary: 'Sign in with a recovery code, and the password where the account has one; ends all other sessions',
      bodyLimit: 4096,
      body: z.object(secrets),
      response: z.undefined(),
      async handler({ body, headers, caller: { ip } }) {
        const checked = await passwordSignIn.recover(body, { ip, browser: marks.find(headers) })
        return begin(checked, { headers, ip }, 'recovery-code')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-in/passkey-options',
      act: 'public',
      tag,
      summary: 'What a browser needs to ask for a passkey; good for five minutes, once, in this browser',
      bodyLimit: 1024,
      response: ceremonyOptions,
      async handler({ headers, caller: { ip } }) {
        const at = findCeremony({ headers, ip })
        return at === undefined ? nowhere() : jsonWithCookies(await passkeys.beginShowing(null, at), at.setCookie)
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-in/passkey',
      act: 'public',
      tag,
      summary: 'Sign in with a passkey, which is both factors; sets the session cookie',
      bodyLimit: 16_384,
      body: shownPasskey,
      response: z.undefined(),
      async handler({ body, headers, caller: { ip } }) {
        const asking = { headers, ip }
        const shown = await attempts.attempt(addressKeys(ip), () => showPasskey(null, asking, body), parts.nobodyLocked)
        return begin(shown, asking, 'passkey')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-out',
      act: 'public',
      tag,
      summary: 'End the session, if there is one, and remove its cookie',
      handler: async ({ headers }) => withCookies([await sessions.end(headers)]),
    }),
    route({
      method: 'GET',
      path: '/api/identity/me',
      act: 'signed-in',
      tag,
      summary: 'Who is signed in, with which offices, and what they may do',
      response: whoIsSignedIn,
      handler: ({ caller }) => Promise.resolve(accept(described(caller.person as Person, now()))),
    }),
    route({
      method: 'POST',
      path: '/api/identity/step-up/passkey-options',
      act: 'signed-in',
      tag,
      summary: 'What the browser needs to ask for one of the own passkeys',
      bodyLimit: 1024,
      response: ceremonyOptions,
      async handler({ headers, caller: { ip, person } }) {
        const at = findCeremony({ headers, ip })
        const { accountId } = person as Person
        return at === undefined ? nowhere() : jsonWithCookies(await passkeys.beginShowing(accountId, at), at.setCookie)
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/step-up',
      act: 'signed-in',
      tag,
      summary: 'Show the second factor again: a code, or a passkey; the session gets a new token',
      bodyLimit: 16_384,
      body: z.union([z.object({ code: z.string().min(1).max(20) }), z.object({ passkey: shownPasskey })]),
      response: z.undefined(),
      async handler({ body, headers, caller }) {
        const person = caller.person as Person
        const { accountId, session } = person
        const shown = await attempts.attempt<unknown>(
          sessionKeys(session.id),
          () =>
            'code' in body
              ? parts.authenticators.check(accountId, body.code)
              : showPasskey(accountId, { headers, ip: caller.ip }, body.passkey),
          () => parts.tellLocked(accountId),
        )
        return shown.ok ? withCookies([await sessions.refresh(person)]) : shown
      },
    }),
  ]
}
