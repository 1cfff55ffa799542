import { route, type Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Person, Where } from '../rights/person.ts'
import type { Devices } from './devices.ts'

const tag = 'identity'

/** The enrolment and revocation of devices. */
export function deviceRoutes(devices: Devices): Route[] {
  return [
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
