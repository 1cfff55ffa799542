import { actorOf, httpRefusals, raw, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import { isFresh } from './fresh.ts'
import { suffices } from './method-store.ts'
import { ceremonyOptions, madePasskey } from './passkey-schemas.ts'
import type { SignInParts } from './room.ts'
import { jsonWithCookies, withCookies } from './routes.ts'
import type { SignInMethod } from './session-store.ts'

const tag = 'identity'
const instant = z.string().nullable()

const ownMethods = z.object({
  signInName: z.string(),
  passwordSetAt: instant,
  authenticatorSetAt: instant,
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), madeAt: z.string(), usedAt: instant })),
  recoveryCodes: z.object({ left: z.int(), madeAt: instant }),
  directory: z.object({ offered: z.boolean(), linked: z.boolean() }),
  suffices: z.boolean().describe('These ways are enough to sign in again'),
})

/** Ways to sign in are changed only soon after the second factor was shown; one who was just invited has none yet. */
export function freshOnly(person: Person, at: Date): Outcome<never> | undefined {
  if (person.session.mustEnrol === true || isFresh(person, at)) return undefined
  return refuse(httpRefusals['fresh-factor-required'])
}

/** Lets an invited person in for good once the ways suffice; the cookie of the session, which now has another token. */
export async function settled(parts: SignInParts, person: Person, method: SignInMethod): Promise<string[]> {
  if (person.session.mustEnrol !== true) return []
  if (!suffices(await parts.methods.findMethods(person.accountId))) return []
  return [await parts.sessions.refresh(person, method)]
}

/** One's own ways to sign in. */
export function accountRoutes(parts: SignInParts): Route[] {
  const { authenticators, directory, marks, methods, now, ownPassword, passkeyStore, passkeys, recoveryCodes, siteOf } =
    parts
  const done = async (outcome: Outcome<void>, person: Person, method: SignInMethod) =>
    outcome.ok ? withCookies(await settled(parts, person, method)) : outcome

  return [
    route({
      method: 'GET',
      path: '/api/identity/account',
      act: 'signed-in',
      tag,
      summary: 'One’s own ways to sign in',
      response: ownMethods,
      async handler({ caller }) {
        const { accountId } = caller.person as Person
        const held = await methods.findMethods(accountId)
        const codes = await recoveryCodes.count(accountId)
        const names = await methods.findNames(accountId)
        return accept({
          signInName: names?.signInName ?? '',
          passwordSetAt: held.passwordSetAt?.toISOString() ?? null,
          authenticatorSetAt: held.authenticatorSetAt?.toISOString() ?? null,
          passkeys: (await passkeyStore.list(accountId)).map(({ credentialId, name, madeAt, usedAt }) => ({
            id: credentialId,
            name,
            madeAt: madeAt.toISOString(),
            usedAt: usedAt?.toISOString() ?? null,
          })),
          recoveryCodes: { left: codes.left, madeAt: codes.madeAt?.toISOString() ?? null },
          directory: { offered: directory !== undefined, linked: held.directory },
          suffices: suffices(held),
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/passkey-options',
      act: 'signed-in',
      tag,
      summary: 'What the browser needs to make a passkey',
      bodyLimit: 1024,
      response: ceremonyOptions,
      async handler({ headers, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        const site = siteOf({ headers, ip: caller.ip })
        if (site === undefined) return refuse(identityRefusals['no-passkeys-here'])
        const { device, setCookie } = marks.read(headers)
        const options = await passkeys.beginAdding(person.accountId, { site, browser: device })
        return jsonWithCookies(options, setCookie)
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/passkeys',
      act: 'signed-in',
      tag,
      summary: 'Register a passkey under a name',
      bodyLimit: 24_576,
      body: z.object({ name: z.string().trim().min(1).max(60), response: madePasskey }),
      response: z.undefined(),
      async handler({ body, headers, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        const site = siteOf({ headers, ip: caller.ip })
        const browser = marks.find(headers)
        if (site === undefined || browser === undefined) return refuse(identityRefusals['no-passkeys-here'])
        const added = await passkeys.add(person.accountId, { site, browser }, body, actorOf(caller))
        return done(added, person, 'passkey')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/passkeys/:id/removal',
      act: 'signed-in',
      tag,
      summary: 'Remove a passkey, unless it is the last way to sign in',
      bodyLimit: 1024,
      params: z.object({ id: z.string().regex(/^[\w-]{1,300}$/) }),
      response: z.undefined(),
      async handler({ params, caller }) {
        const person = caller.person as Person
        return freshOnly(person, now()) ?? passkeys.remove(person.accountId, params.id, actorOf(caller))
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/password',
      act: 'signed-in',
      tag,
      summary: 'Set a new password, with the one of before where there is one; ends the other sessions',
      bodyLimit: 4096,
      body: z.object({ old: z.string().max(500).default(''), password: z.string().min(1).max(500) }),
      response: z.undefined(),
      async handler({ body, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        return done(await ownPassword.change(person, body, actorOf(caller)), person, 'password')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/authenticator',
      act: 'signed-in',
      tag,
      summary: 'A secret for a new authenticator app, shown this once; in force when a code of it is confirmed',
      bodyLimit: 1024,
      response: z.object({ secret: z.string(), address: z.string().describe('otpauth:// address for a QR code') }),
      async handler({ headers, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        const { device, setCookie } = marks.read(headers)
        return jsonWithCookies(await authenticators.begin(person.accountId, device), setCookie)
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/authenticator/confirmation',
      act: 'signed-in',
      tag,
      summary: 'Confirm the new authenticator app with a code of it',
      bodyLimit: 1024,
      body: z.object({ code: z.string().min(1).max(20) }),
      response: z.undefined(),
      async handler({ body, headers, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        const { device } = marks.read(headers)
        const set = await authenticators.confirm(person.accountId, device, body.code, actorOf(caller))
        return done(set, person, 'password')
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/account/recovery-codes',
      act: 'signed-in',
      tag,
      summary: 'Ten new recovery codes in the place of all there were, shown this once',
      bodyLimit: 1024,
      response: z.object({ codes: z.array(z.string()) }),
      async handler({ caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, now())
        if (stale !== undefined) return stale
        // A code alone would else be a way in, and no second one beside it.
        if (person.session.mustEnrol === true) return refuse(identityRefusals['enrol-first'])
        const codes = await recoveryCodes.make(person.accountId, actorOf(caller))
        return raw({
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
          body: JSON.stringify({ codes }),
        })
      },
    }),
  ]
}
