import { actorOf, httpRefusals, route, type Route } from '@intikhab/kernel/http'
import { accept, refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Grant, Person, Where } from '../rights/person.ts'
import type { DeviceList, ListedDevice } from './device-list.ts'
import { deviceKind, electionId, keyId, placeKind, reason, role, seatCode } from './device-schemas.ts'
import type { Devices } from './devices.ts'
import type { Enrolment } from './enrolment-store.ts'
import { scopeOf, withSeat } from './place.ts'

const tag = 'identity'

/** Says by which office a person may do an act in a place, now. */
export type GrantFor = (person: Person, act: string, where?: Where) => Grant | undefined

const instant = z.string()

const listing = z.object({
  devices: z.array(
    z.object({
      keyId: z.string(),
      enrolmentId: z.string().nullable(),
      kind: deviceKind,
      scopeKind: placeKind,
      scope: z.string(),
      holderRole: role.nullable(),
      holderName: z.string().nullable(),
      enrolledAt: instant,
      lastUsedAt: instant.nullable(),
      revokedAt: instant.nullable(),
      revokeReason: reason.nullable(),
    }),
  ),
  count: z.int(),
  waiting: z.array(
    z.object({
      enrolmentId: z.string(),
      kind: deviceKind,
      scopeKind: placeKind,
      scope: z.string(),
      holderRole: role.nullable(),
      madeAt: instant,
      lapsesAt: instant,
    }),
  ),
})

export interface DeviceRouteParts {
  readonly devices: Devices
  readonly list: DeviceList
  readonly grantFor: GrantFor
  readonly now: () => Date
}

/** The register of devices: lists of them enrolled at once, who reaches which, and their revocation. */
export function deviceRoutes({ devices, list, grantFor, now }: DeviceRouteParts): Route[] {
  const personOf = (caller: { readonly person: Person | null }) => caller.person as Person

  /** The seats and offices with devices that a person may see; null for all. */
  async function reachOf(person: Person, election: string): Promise<string[] | null> {
    if (grantFor(person, 'devices.read', { kind: 'national', electionId: election }) !== undefined) return null
    const places = await list.places(election)
    return places
      .filter((each) => grantFor(person, 'devices.read', scopeOf({ electionId: election, ...each })) !== undefined)
      .map(({ scope }) => scope)
  }

  return [
    route({
      method: 'POST',
      path: '/api/identity/devices',
      act: 'devices.enrol',
      tag,
      summary: 'Enrol up to 5,000 devices of an election, all or none; sending the same again changes nothing',
      bodyLimit: 2 * 1024 * 1024,
      body: z.object({
        electionId,
        devices: z
          .array(
            z.object({ publicKey: z.string().max(64).describe('32 bytes, base64'), scope: z.string().min(1).max(100) }),
          )
          .min(1)
          .max(5000),
      }),
      response: z.object({ enrolled: z.int(), already: z.int() }),
      handler: ({ body: { electionId: election, devices: requests }, caller }) =>
        devices.enrolDevices(
          requests.map((device) => ({ ...device, electionId: election })),
          actorOf(caller),
        ),
    }),
    route({
      method: 'GET',
      path: '/api/identity/devices',
      act: 'devices.read',
      tag,
      summary: 'The devices of an election within one’s reach, newest first, and enrolments that wait for theirs',
      scope: 'anywhere',
      query: z.object({
        election: electionId,
        state: z.enum(['all', 'good', 'revoked']).default('all'),
        find: z.string().max(60).default(''),
      }),
      response: listing,
      async handler({ query: { election, state, find }, caller }) {
        const reach = await reachOf(personOf(caller), election)
        const found = await list.list({ electionId: election, reach, state, find: find.trim() }, now())
        return accept({
          count: found.count,
          devices: found.devices.map(shownDevice),
          waiting: found.waiting.map(shownEnrolment),
        })
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/devices/:keyId/revocation',
      act: 'devices.revoke',
      tag,
      summary: 'Revoke a device: it proves nothing any more, and what it signs is kept and not counted',
      params: z.object({ keyId }),
      body: z.object({ reason }),
      // An officer of a seat may revoke the devices of its stations; nobody but the nation may ask about unknown ones.
      scope({ params }): Where {
        const device = devices.findDevice(params.keyId)
        return device === undefined ? { kind: 'national' } : withSeat(scopeOf(device))
      },
      response: z.undefined(),
      async handler({ params, body, caller }) {
        const revoked = await devices.revokeDevice(params.keyId, body.reason, actorOf(caller))
        return revoked.ok ? accept(undefined) : revoked
      },
    }),
    route({
      method: 'POST',
      path: '/api/identity/devices/revocations',
      act: 'devices.revoke',
      tag,
      summary: 'Revoke every device of a seat: of its stations and of its office',
      body: z.object({ electionId, seat: seatCode, reason }),
      scope: ({ body }) => ({ kind: 'constituency', code: body.seat, electionId: body.electionId }),
      response: z.object({ revoked: z.int() }),
      async handler({ body: { electionId: election, seat, reason: why }, caller }) {
        const place = { electionId: election, seat }
        return accept({ revoked: await devices.revokeSeat(place, why, actorOf(caller)) })
      },
    }),
  ]
}

function shownDevice(device: ListedDevice) {
  const { keyId: id, enrolmentId, kind, scopeKind, scope, holderRole, holderName, revokeReason } = device
  const enrolledAt = device.enrolledAt.toISOString()
  const lastUsedAt = device.lastUsedAt?.toISOString() ?? null
  const revokedAt = device.revokedAt?.toISOString() ?? null
  const bound = { keyId: id, enrolmentId, kind, scopeKind, scope, holderRole, holderName }
  return { ...bound, enrolledAt, lastUsedAt, revokedAt, revokeReason }
}

function shownEnrolment({ enrolmentId, kind, scopeKind, scope, holderRole, madeAt, lapsesAt }: Enrolment) {
  const [made, lapses] = [madeAt.toISOString(), lapsesAt.toISOString()]
  return { enrolmentId, kind, scopeKind, scope, holderRole, madeAt: made, lapsesAt: lapses }
}

/** The office of whoever may do an act at every one of these places; a refusal where one is out of reach. */
export function grantForAll(grantFor: GrantFor, person: Person, act: string, places: readonly Where[]) {
  let first: Grant | undefined
  for (const place of places) {
    const grant = grantFor(person, act, place)
    if (grant === undefined) return refuse(httpRefusals['not-permitted'])
    first ??= grant
  }
  return accept(first)
}
