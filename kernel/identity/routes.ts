import { raw, route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Accounts } from './people/accounts.ts'
import type { Devices } from './devices/devices.ts'
import type { Person, Where } from './rights/person.ts'
import { actsOf } from './rights/rights.ts'
import type { Sessions } from './sign-in/sessions.ts'

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

/** Sign-in, sign-out, who am I, and the enrolment of devices. */
export function identityRoutes(accounts: Accounts, sessions: Sessions, devices: Devices, now: () => Date): Route[] {
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
    route({
      method: 'POST',
      path: '/api/identity/devices',
      act: 'devices.enrol',
      tag,
      summary: 'Enrol up to 5,000 devices of an election, all or none; sending the same again changes nothing',
      bodyLimit: 2 * 1024 * 1024,
      body: z.object({
        electionId: z.string().min(1).max(100),
        devices: z
          .array(
            z.object({ publicKey: z.string().max(64).describe('32 bytes, base64'), scope: z.string().min(1).max(100) }),
          )
          .min(1)
          .max(5000),
      }),
      response: z.object({ enrolled: z.int(), already: z.int() }),
      handler: ({ body: { electionId, devices: list }, caller }) =>
        devices.enrolDevices(
          list.map((device) => ({ ...device, electionId })),
          (caller.person as Person).accountId,
        ),
    }),
    route({
      method: 'POST',
      path: '/api/identity/devices/:keyId/revocation',
      act: 'devices.revoke',
      tag,
      summary: 'Revoke a device: what it signs from now on is refused',
      params: z.object({ keyId: z.string().regex(/^[0-9a-f]{32}$/) }),
      // An officer of a seat may revoke the devices of its stations; nobody but the nation may ask about unknown ones.
      scope({ params }): Where {
        const seat = devices.findDevice(params.keyId)?.scope.split('/')[0]
        return seat === undefined ? { kind: 'national' } : { kind: 'constituency', code: seat }
      },
      response: z.undefined(),
      async handler({ params, caller }) {
        const revoked = await devices.revokeDevice(params.keyId, (caller.person as Person).accountId)
        return revoked.ok ? accept(undefined) : revoked
      },
    }),
  ]
}
