import { actorOf, ledgerActor, raw, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import { addressKeys } from './lock-out.ts'
import type { SignInParts } from './room.ts'
import { freshOnly, settled } from './account-routes.ts'
import { jsonWithCookies, withCookies } from './routes.ts'

const tag = 'identity'
const address = z.object({ address: z.string().describe('Where the browser is to go') })

/** Back to the console; what was refused is said there by its code. */
function backTo(path: string, cookies: readonly string[] = []) {
  return raw({ status: 303, headers: { location: path, 'set-cookie': [...cookies], 'cache-control': 'no-store' } })
}

/** Sign-in by the commission's own directory, and the tie between an account and a person of it. */
export function directoryRoutes(parts: SignInParts): Route[] {
  const { attempts, authenticators, directory, marks, sessions, siteOf } = parts
  const none = () => refuse(identityRefusals['no-directory'])

  return [
    route({
      method: 'POST',
      path: '/api/identity/directory/sign-in',
      act: 'public',
      tag,
      summary: 'Begin a sign-in by the directory of staff',
      bodyLimit: 1024,
      response: address,
      async handler({ headers, caller: { ip } }) {
        const site = siteOf({ headers, ip })
        if (directory === undefined || site === undefined) return none()
        const { device, setCookie } = marks.read(headers)
        const begun = await directory.begin(null, { site, browser: device })
        return begun.ok ? jsonWithCookies({ address: begun.value }, setCookie) : begun
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/directory/link',
      act: 'signed-in',
      tag,
      summary: 'Begin to tie the own account to a person of the directory',
      bodyLimit: 1024,
      response: address,
      async handler({ headers, caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, parts.now())
        if (stale !== undefined) return stale
        const site = siteOf({ headers, ip: caller.ip })
        if (directory === undefined || site === undefined) return none()
        const { device, setCookie } = marks.read(headers)
        const begun = await directory.begin(person.accountId, { site, browser: device })
        return begun.ok ? jsonWithCookies({ address: begun.value }, setCookie) : begun
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/directory/unlink',
      act: 'signed-in',
      tag,
      summary: 'Untie the own account from the directory',
      bodyLimit: 1024,
      response: z.undefined(),
      async handler({ caller }) {
        const person = caller.person as Person
        const stale = freshOnly(person, parts.now())
        if (stale !== undefined) return stale
        return directory === undefined ? none() : directory.unlink(person.accountId, actorOf(caller))
      },
    }),
    route({
      method: 'GET',
      path: '/api/identity/directory/callback',
      act: 'public',
      tag,
      summary: 'Where the directory sends the browser back to; leads on to the console',
      query: z.record(z.string().max(100), z.string().max(4000)),
      async handler({ query, headers, caller: { ip } }) {
        const asking = { headers, ip }
        const site = siteOf(asking)
        const browser = marks.find(headers)
        if (directory === undefined || site === undefined || browser === undefined)
          return backTo(`/staff/?refused=${identityRefusals['directory-refused'].code}`)
        const person = await sessions.authenticate(asking)
        const search = `?${new URLSearchParams(query).toString()}`
        const actor = person === null ? null : ledgerActor(person)
        const visit = await directory.finish(search, { site, browser }, actor)
        if (!visit.ok) return backTo(`/staff/?refused=${visit.refusal.kind.code}`)
        if (visit.value.state === 'second-factor') return backTo('/staff/')
        if (visit.value.state === 'signed-in')
          return backTo('/staff/', await sessions.begin(visit.value.accountId, asking, 'directory'))
        return backTo('/staff/account', person === null ? [] : await settled(parts, person, 'directory'))
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/directory/second-factor',
      act: 'public',
      tag,
      summary: 'After the directory, the code of the authenticator app; sets the session cookie',
      bodyLimit: 1024,
      body: z.object({ code: z.string().min(1).max(20) }),
      response: z.undefined(),
      async handler({ body, headers, caller: { ip } }) {
        const browser = marks.find(headers)
        const accountId = browser === undefined ? undefined : await directory?.findWaiting(browser)
        if (directory === undefined || browser === undefined || accountId === undefined)
          return refuse(identityRefusals['too-late'])
        const shown = await attempts.attempt(
          [{ key: `directory ${accountId} at ${browser}`, free: 5, told: true }, ...addressKeys(ip)],
          () => authenticators.check(accountId, body.code),
          () => parts.tellLocked(accountId),
        )
        if (!shown.ok) return shown
        if (!(await directory.endWaiting(browser))) return refuse(identityRefusals['too-late'])
        return withCookies(await sessions.begin(accountId, { headers, ip }, 'directory'))
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/directory/leave',
      act: 'public',
      tag,
      summary: 'Give up a sign-in by the directory that lacks its second factor',
      bodyLimit: 1024,
      response: z.undefined(),
      async handler({ headers }) {
        const browser = marks.find(headers)
        if (browser !== undefined) await directory?.endWaiting(browser)
        return accept(undefined)
      },
    }),
  ]
}
