import { raw, route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Accounts } from '../people/accounts.ts'
import type { Person } from '../rights/person.ts'
import { actsOf } from '../rights/rights.ts'
import type { Sessions } from './sessions.ts'

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
})

function described(person: Person, at: Date) {
  const { accountId, name, grants } = person
  return { accountId, name, grants: [...grants], acts: actsOf(person, at) }
}

/** Sign-in, sign-out, who am I. */
export function signInRoutes(accounts: Accounts, sessions: Sessions, now: () => Date): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/identity/sign-in',
      act: 'public',
      tag,
      summary: 'Sign in with name, password and the code of the authenticator app; sets the session cookie',
      bodyLimit: 4096,
      body: z.object({
        name: z.string().min(1).max(200),
        password: z.string().min(1).max(500),
        code: z.string().max(20),
      }),
      response: z.undefined(),
      async handler({ body, caller }) {
        const checked = await accounts.check({
          signInName: body.name,
          password: body.password,
          code: body.code,
          ip: caller.ip,
        })
        if (!checked.ok) return checked
        return raw({
          status: 204,
          headers: {
            'set-cookie': await sessions.begin(checked.value, 'browser-unmarked'),
            'cache-control': 'no-store',
          },
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sign-out',
      act: 'public',
      tag,
      summary: 'End the session, if there is one, and remove its cookie',
      async handler({ headers }) {
        return raw({ status: 204, headers: { 'set-cookie': await sessions.end(headers), 'cache-control': 'no-store' } })
      },
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
  ]
}
