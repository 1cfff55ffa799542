import { route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { identityRefusals } from '../refusals.ts'
import type { Person } from '../rights/person.ts'
import type { SignInParts } from './room.ts'

const tag = 'identity'

const listed = z.object({
  id: z.string(),
  device: z.string().describe('Key id of an enrolled device, else the mark of a browser'),
  method: z.enum(['passkey', 'password', 'recovery-code', 'directory', 'invitation']),
  family: z.string().describe('IPv4 or IPv6: the address itself is not kept'),
  begunAt: z.string(),
  seenAt: z.string(),
  own: z.boolean().describe('The session that asks'),
})

/** One's own sessions. */
export function sessionRoutes({ sessions, sessionStore }: SignInParts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/identity/sessions',
      act: 'signed-in',
      tag,
      summary: 'One’s own open sessions, the last one seen first',
      response: z.array(listed),
      async handler({ caller }) {
        const { accountId, session } = caller.person as Person
        return accept(
          (await sessions.list(accountId)).map(({ id, device, method, family, begunAt, seenAt }) => ({
            id,
            device,
            method,
            family,
            begunAt: begunAt.toISOString(),
            seenAt: seenAt.toISOString(),
            own: id === session.id,
          })),
        )
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sessions/:id/end',
      act: 'signed-in',
      tag,
      summary: 'End one of one’s own sessions',
      bodyLimit: 1024,
      params: z.object({ id: z.uuid() }),
      response: z.undefined(),
      async handler({ params, caller }) {
        const ended = await sessionStore.endOne((caller.person as Person).accountId, params.id)
        return ended ? accept(undefined) : refuse(identityRefusals['session-unknown'])
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/sessions/end-others',
      act: 'signed-in',
      tag,
      summary: 'End all of one’s own sessions but this one',
      bodyLimit: 1024,
      response: z.object({ ended: z.int() }),
      async handler({ caller }) {
        const { accountId, session } = caller.person as Person
        return accept({ ended: await sessionStore.endSessionsOf(accountId, session.id) })
      },
    }),
  ]
}
