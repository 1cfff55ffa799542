import { raw, route, type Asking, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Invitations } from './invitations.ts'
import type { PeopleParts } from './offices.ts'
import { personOf } from './routes.ts'
import { grantShape, personName, signInName } from './shapes.ts'
import { effectiveGrants } from './terms.ts'

const tag = 'identity'
const token = z.string().regex(/^[\w-]{43}$/)
const invitation = z.object({ invitation: z.string().max(100) })
const drawn = z.object({ invitationId: z.string(), token: z.string(), lapsesAt: z.string() })
const shownGrants = z.array(
  z.object({
    role: z.string(),
    scope: z.object({ kind: z.string(), code: z.string().optional(), electionId: z.string().optional() }),
    from: z.string().optional(),
    until: z.string().optional(),
  }),
)

/** How a session begins for somebody who was just let in; the `Set-Cookie` headers. */
export type BeginInvited = (accountId: string, asking: Asking) => Promise<string[]>

/** The mark of the browser that asks, as the ledger names it; undefined where it has none yet. */
export type DeviceOf = (asking: Asking) => string | undefined

/** Invitations: for officers to make, renew and withdraw, and for whoever holds a link to accept. */
export function invitationRoutes(
  invitations: Invitations,
  { now, termOf, begin, deviceOf }: Pick<PeopleParts, 'now' | 'termOf'> & { begin: BeginInvited; deviceOf: DeviceOf },
): Route[] {
  const invite = { act: 'accounts.invite', scope: 'anywhere', tag } as const
  return [
    route({
      ...invite,
      method: 'GET',
      path: '/api/identity/invitations',
      summary: 'Invitations that nobody accepted yet and that one may renew or withdraw',
      response: z.object({
        invitations: z.array(
          z.object({
            invitationId: z.string(),
            name: z.string(),
            grants: shownGrants,
            madeAt: z.string(),
            lapsesAt: z.string(),
            state: z.enum(['open', 'lapsed', 'no-link']),
          }),
        ),
      }),
      async handler({ caller }) {
        const at = now()
        const listed = await invitations.list(personOf(caller))
        return accept({
          invitations: listed.map(({ id, name, grants, madeAt, lapsesAt, tokenHash }) => ({
            invitationId: id,
            name,
            grants: [...grants],
            madeAt: madeAt.toISOString(),
            lapsesAt: lapsesAt.toISOString(),
            state: tokenHash === null ? ('no-link' as const) : at < lapsesAt ? ('open' as const) : ('lapsed' as const),
          })),
        })
      },
    }),
    route({
      ...invite,
      method: 'POST',
      path: '/api/identity/invitations',
      summary:
        'Invite somebody to offices below one’s own rank and within one’s own place; the token is told this once',
      body: z.object({ name: personName, grants: z.array(grantShape).min(1).max(10) }),
      response: drawn,
      status: 201,
      handler: ({ body, caller }) => invitations.invite(body, personOf(caller)),
    }),
    route({
      ...invite,
      method: 'POST',
      path: '/api/identity/invitations/:invitation/link',
      summary: 'Make a new link for an invitation; the one before opens nothing any more',
      params: invitation,
      response: drawn,
      status: 201,
      handler: ({ params, caller }) => invitations.renew(params.invitation, personOf(caller)),
    }),
    route({
      ...invite,
      method: 'POST',
      path: '/api/identity/invitations/:invitation/withdrawal',
      summary: 'Withdraw an invitation',
      params: invitation,
      response: z.undefined(),
      handler: ({ params, caller }) => invitations.withdraw(params.invitation, personOf(caller)),
    }),
    route({
      method: 'POST',
      path: '/api/identity/invitations/reading',
      act: 'public',
      tag,
      summary: 'What an invitation is for; the token comes in the body, so that no log ever holds it',
      bodyLimit: 1024,
      body: z.object({ token }),
      response: z.object({
        name: z.string().describe('Empty where it names nobody'),
        grants: shownGrants,
        lapsesAt: z.string(),
      }),
      async handler({ body }) {
        const read = await invitations.read(body.token)
        if (!read.ok) return read
        const { name, grants, lapsesAt } = read.value
        return accept({ name, grants: effectiveGrants(grants, termOf), lapsesAt: lapsesAt.toISOString() })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/invitations/acceptance',
      act: 'public',
      tag,
      summary: 'Accept an invitation: makes the account and begins a session in which a way to sign in is chosen',
      bodyLimit: 1024,
      body: z.object({ token, signInName, name: personName.optional() }),
      response: z.undefined(),
      async handler({ body, headers, caller }) {
        const asking = { headers, ip: caller.ip }
        const accepted = await invitations.accept(body.token, body, deviceOf(asking))
        if (!accepted.ok) return accepted
        const cookies = await begin(accepted.value.accountId, asking)
        return raw({ status: 204, headers: { 'set-cookie': cookies, 'cache-control': 'no-store' } })
      },
    }),
  ]
}
